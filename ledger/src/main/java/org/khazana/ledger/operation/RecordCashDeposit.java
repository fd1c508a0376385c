package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.REFERENCE_LENGTH_MAX;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Money;
import org.khazana.ledger.form.Reference;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

@Means("Money arrived on the settlement account outside and now exists on this ledger. Signed as the policy "
        + "demands: by a cash agent, unless the governors say otherwise.")
@Says({"record that {amount} arrived for account {account}", "payment reference {rtgsReference}"})
public record RecordCashDeposit(
        @Means("whose it is") AccountId account,
        @Means("ISO 4217") AssetCode currency,
        @Money(in = "currency") @Means("how much") long amount,

        @Reference(max = REFERENCE_LENGTH_MAX) @Means("of the payment (ISO 20022 Max35Text); used once, ever")
        String rtgsReference)
        implements CashOperation {}
