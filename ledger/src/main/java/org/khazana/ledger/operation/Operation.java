package org.khazana.ledger.operation;

import org.khazana.ledger.form.Act;

/**
 * What a transaction asks the ledger to do. The records hold what the client sent, well formed but not yet judged:
 * quantities may be zero or negative, an ISIN may have a wrong digit.
 */
public sealed interface Operation extends Act
        permits GovernanceOperation,
                KeyOperation,
                MotionOperation,
                InstrumentOperation,
                SupplyOperation,
                MovementOperation,
                CashOperation,
                RestrictionOperation,
                OrderOperation,
                PledgeOperation,
                AccountOperation,
                EligibilityOperation,
                BackingOperation,
                TimeOperation,
                InstructionOperation,
                WorkOperation {}
