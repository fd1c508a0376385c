package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.QUANTITY_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.QUANTITY_NOT_POSITIVE;

import org.khazana.ledger.state.Asset;

/** Which quantities may move at all. */
final class QuantityRules {
    private QuantityRules() {}

    /** Order: not positive; for instruments, below the minimum or not a multiple. */
    static void quantity(long quantity, Asset asset, Findings findings) {
        if (findings.demand(quantity > 0, QUANTITY_NOT_POSITIVE)) {
            asset.instrument()
                    .ifPresent(terms -> findings.demand(
                            quantity >= terms.units().minimum()
                                    && quantity % terms.units().multiple() == 0,
                            QUANTITY_NOT_ALLOWED));
        }
    }
}
