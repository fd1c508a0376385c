package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Money;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

@Means(
        "Moves money against nothing in return, where the governors have allowed that (the parameter CASH_TRANSFERS). Signed as "
                + "the debit rule of the giving account demands.")
@Says("pay {amount} from account {from} to account {to}, against nothing in return")
public record TransferCash(
        @Means("ISO 4217") AssetCode currency,
        @Means("who gives") AccountId from,
        @Means("who receives") AccountId to,
        @Money(in = "currency") @Means("how much") long amount)
        implements MovementOperation {}
