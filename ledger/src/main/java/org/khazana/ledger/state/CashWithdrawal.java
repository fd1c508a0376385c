package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.EncumbranceKind;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.table.Numbered;

/**
 * Money that its holder wants to have outside. It stays for good, paid or not.
 *
 * @param number positive, chosen by the holder
 * @param amount minor units, positive
 * @param isConvertible whether it is to leave the country as another currency
 * @param paymentReference of the payment that was made
 */
public record CashWithdrawal(
        long number,
        AccountId account,
        AssetCode currency,
        long amount,
        boolean isConvertible,
        Status status,
        Optional<String> paymentReference) {
    public enum Status implements Numbered {
        /** Unless an order has taken the money. */
        WAITING,
        PAID,
        REJECTED
    }

    /** What keeps the money where it is until then. */
    public EncumbranceId encumbrance() {
        return new EncumbranceId(EncumbranceKind.WITHDRAWAL, number, 1);
    }

    public CashWithdrawal paid(String reference) {
        return new CashWithdrawal(
                number, account, currency, amount, isConvertible, Status.PAID, Optional.of(reference));
    }

    public CashWithdrawal rejected() {
        return new CashWithdrawal(number, account, currency, amount, isConvertible, Status.REJECTED, paymentReference);
    }
}
