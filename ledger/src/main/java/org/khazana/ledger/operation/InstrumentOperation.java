package org.khazana.ledger.operation;

/** Changes what can be held, and on which terms. */
public sealed interface InstrumentOperation extends Operation
        permits CreateProgramme,
                AmendCeiling,
                CreateBill,
                CreateBond,
                CreateSukuk,
                CreateReserve,
                CreateOtherAsset,
                AmendInstrument,
                PauseAsset,
                ResumeAsset {}
