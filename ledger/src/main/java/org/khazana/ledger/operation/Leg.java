package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Quantity;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

/** One movement. */
@Says("{quantity} from account {from} to account {to}")
public record Leg(
        @Means("who gives") AccountId from,
        @Means("who receives") AccountId to,
        @Means("ISIN, or currency code for cash") AssetCode asset,

        @Quantity(of = "asset") @Means("how many tokens, or how much money")
        long quantity) {}
