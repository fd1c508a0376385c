package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.REFERENCE_LENGTH_MAX;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Reference;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means("Money was paid out outside and ceases to exist here. Signed as the policy demands: by a cash agent, unless the "
        + "governors say otherwise.")
@Says({"the withdrawal {withdrawal} was paid out", "payment reference {rtgsReference}"})
public record ConfirmCashWithdrawal(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("its number")
        long withdrawal,

        @Reference(max = REFERENCE_LENGTH_MAX)
        @Means("of the payment (ISO 20022 Max35Text); used once, ever, for deposits and withdrawals together")
        String rtgsReference)
        implements CashOperation {}
