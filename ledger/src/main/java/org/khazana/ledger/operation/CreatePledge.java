package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.REFERENCE_LENGTH_MAX;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.claim.ClaimLimits;
import org.khazana.ledger.claim.PledgeKind;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Instant;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Quantity;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Text;
import org.khazana.ledger.form.Whole;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;

@Means(
        "Sets units aside as security for a debt: they stay in the account and cannot leave it. Signed as the debit rule of the "
                + "account demands.")
@Says({
    "{kind} {pledge}: {quantity} in account {account} stand as security for party {beneficiary}",
    "{serials}",
    "the beneficiary may take them {noticeDays} days after notice",
    "until {until}|until it is released",
    "reference {reference}|without a reference"
})
public record CreatePledge(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("a number that no pledge or lien has")
        long pledge,

        @Means("on what ground") PledgeKind kind,
        @Means("where they are") AccountId account,
        @Means("ISIN, or currency code for cash") AssetCode asset,

        @Quantity(of = "asset") @Means("how many tokens, or how much money")
        long quantity,

        @Means("whose debt is secured; not the owner") PartyId beneficiary,

        @Whole(min = 0, max = ClaimLimits.NOTICE_DAYS_MAX) @Means("days of 24 hours between notice and taking")
        int noticeDays,

        @Instant @Means("free again from this instant on; else when it is released")
        Optional<Long> until,

        @Text(max = REFERENCE_LENGTH_MAX) @Means("for people")
        Optional<String> reference,

        @Count(min = 0, max = ClaimLimits.SERIAL_RANGES_MAX, otherwise = RefusalCode.SERIALS_INVALID)
        @Means("just these tokens, as many as the quantity says; any when left out")
        List<SerialRange> serials)
        implements PledgeOperation {
    public CreatePledge {
        serials = List.copyOf(serials);
    }

    /** Of any units. */
    public CreatePledge(
            long pledge,
            PledgeKind kind,
            AccountId account,
            AssetCode asset,
            long quantity,
            PartyId beneficiary,
            int noticeDays,
            Optional<Long> until,
            Optional<String> reference) {
        this(pledge, kind, account, asset, quantity, beneficiary, noticeDays, until, reference, List.of());
    }
}
