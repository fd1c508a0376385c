package org.khazana.ledger.operation;

/** Agrees a settlement ahead of time, step by step, or undoes one. */
public sealed interface InstructionOperation extends Operation
        permits CreateInstruction,
                AffirmInstruction,
                HoldInstruction,
                ReleaseInstruction,
                CancelInstruction,
                SettleInstruction,
                ReverseSettlement {}
