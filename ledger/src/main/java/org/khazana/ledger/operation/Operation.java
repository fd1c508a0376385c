package org.khazana.ledger.operation;

/**
 * What a transaction asks the ledger to do. The records hold what the client sent, well formed but not yet judged:
 * quantities may be zero or negative, an ISIN may have a wrong digit.
 */
public sealed interface Operation
        permits GovernanceOperation,
                InstrumentOperation,
                SupplyOperation,
                MovementOperation,
                CashOperation,
                BackingOperation,
                TimeOperation {}
