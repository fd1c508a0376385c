package org.khazana.ledger.operation;

import java.util.List;
import org.khazana.ledger.claim.ClaimLimits;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Quantity;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;

@Means(
        "Puts other units in the place of those that stand for a pledge or lien; the old ones are free when the new ones are set aside. "
                + "Signed by the beneficiary and as the debit rule of the new account demands.")
@Says({
    "pledge {pledge}: {quantity} in account {account} stand for it from now on, instead of what does now",
    "{serials}"
})
public record SubstitutePledge(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("which one")
        long pledge,

        @Means("where the new units are") AccountId account,
        @Means("ISIN, or currency code for cash") AssetCode asset,

        @Quantity(of = "asset") @Means("how many tokens, or how much money; of the same asset not fewer than before")
        long quantity,

        @Count(min = 0, max = ClaimLimits.SERIAL_RANGES_MAX, otherwise = RefusalCode.SERIALS_INVALID)
        @Means("just these tokens, as many as the quantity says; any when left out")
        List<SerialRange> serials)
        implements PledgeOperation {
    public SubstitutePledge {
        serials = List.copyOf(serials);
    }

    /** By any units. */
    public SubstitutePledge(long pledge, AccountId account, AssetCode asset, long quantity) {
        this(pledge, account, asset, quantity, List.of());
    }
}
