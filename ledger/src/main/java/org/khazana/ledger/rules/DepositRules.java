package org.khazana.ledger.rules;

import static org.khazana.ledger.receipt.RefusalCode.ARITHMETIC_OVERFLOW;
import static org.khazana.ledger.receipt.RefusalCode.CURRENCY_UNKNOWN;
import static org.khazana.ledger.receipt.RefusalCode.QUANTITY_NOT_POSITIVE;
import static org.khazana.ledger.receipt.RefusalCode.ROLE_MISSING;
import static org.khazana.ledger.receipt.RefusalCode.RTGS_REFERENCE_USED;

import java.util.Optional;
import org.khazana.ledger.receipt.RefusalCode;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Role;
import org.khazana.ledger.transaction.Operation.RecordCashDeposit;

/** Whether money that arrived outside may come into being here. */
public final class DepositRules {
    private DepositRules() {}

    /**
     * Order: role of a cash agent; the receiving account; the amount; the currency; the payment reference used before;
     * more money than can be counted.
     */
    public static Optional<RefusalCode> refusal(RecordCashDeposit deposit, Circumstances circumstances) {
        if (!circumstances.hasRole(circumstances.signers().sender(), Role.CASH_AGENT)) {
            return Optional.of(ROLE_MISSING);
        }
        Optional<RefusalCode> credit = AccountRules.credit(deposit.account(), circumstances);
        if (credit.isPresent()) {
            return credit;
        }
        if (deposit.amountMinor() <= 0) {
            return Optional.of(QUANTITY_NOT_POSITIVE);
        }
        Optional<Asset> currency =
                circumstances.view().asset(deposit.currency()).filter(Asset::isCash);
        if (currency.isEmpty()) {
            return Optional.of(CURRENCY_UNKNOWN);
        }
        if (circumstances.view().isRtgsReferenceUsed(deposit.currency(), deposit.rtgsReference())) {
            return Optional.of(RTGS_REFERENCE_USED);
        }
        if (deposit.amountMinor() > Long.MAX_VALUE - currency.get().outstandingUnits()) {
            return Optional.of(ARITHMETIC_OVERFLOW);
        }
        return Optional.empty();
    }
}
