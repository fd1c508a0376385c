package org.khazana.ledger.rules;

import static org.khazana.ledger.receipt.RefusalCode.QUANTITY_NOT_ALLOWED;
import static org.khazana.ledger.receipt.RefusalCode.QUANTITY_NOT_POSITIVE;

import java.util.Optional;
import org.khazana.ledger.receipt.RefusalCode;
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
    static Optional<RefusalCode> quantity(long quantity, Asset asset) {
        if (asset.bill().isPresent()) {
            return billQuantity(quantity, asset.bill().get());
        }
        return quantity > 0 ? Optional.empty() : Optional.of(QUANTITY_NOT_POSITIVE);
    }

    static Optional<RefusalCode> billQuantity(long quantity, BillTerms bill) {
        if (quantity <= 0) {
            return Optional.of(QUANTITY_NOT_POSITIVE);
        }
        if (quantity < bill.minimumUnits() || quantity % bill.multipleUnits() != 0) {
            return Optional.of(QUANTITY_NOT_ALLOWED);
        }
        return Optional.empty();
    }
}
