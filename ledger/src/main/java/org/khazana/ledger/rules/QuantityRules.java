package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.QUANTITY_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.QUANTITY_NOT_POSITIVE;

import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Asset.BillTerms;

/** Which quantities may move at all, and until when. */
final class QuantityRules {
    private QuantityRules() {}

    /** A bill moves until the end of its maturity day; from then on its holders are owed money, not tokens. */
    static boolean isActive(BillTerms bill, Circumstances circumstances) {
        return circumstances.day() <= bill.maturityDay();
    }

    /** Order: not positive; for bills, below the minimum or not a multiple. */
    static void quantity(long quantity, Asset asset, Findings findings) {
        if (findings.demand(quantity > 0, QUANTITY_NOT_POSITIVE)) {
            asset.bill()
                    .ifPresent(bill -> findings.demand(
                            quantity >= bill.minimumUnits() && quantity % bill.multipleUnits() == 0,
                            QUANTITY_NOT_ALLOWED));
        }
    }
}
