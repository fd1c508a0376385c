package org.khazana.ledger.operation;

import org.khazana.ledger.form.Day;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Money;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AssetCode;

@Means(
        "Says what the settlement account outside held at the end of a day: just what there was on this ledger. Signed as the "
                + "policy demands: by a cash agent, unless the governors say otherwise.")
@Says("attest that the settlement account held {balance} at the end of {asOfDate}")
public record AttestCashBacking(
        @Means("ISO 4217") AssetCode currency,

        @Money(in = "currency")
        @Means("of the settlement account; equal to all money of this currency here on that day")
        long balance,

        @Day @Means("the business day that is open, or the one that ended last; not before the one attested last")
        int asOfDate)
        implements CashOperation {}
