package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.REFERENCE_LENGTH_MAX;

import java.util.List;
import org.khazana.ledger.claim.ClaimLimits;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.OrderKind;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Instant;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Quantity;
import org.khazana.ledger.form.Reference;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.refusal.RefusalCode;

@Means(
        "Puts an order on record by which units change hands whatever their owner says. The sender is a court officer or a regulator "
                + "and placed the restriction under which the units are held; a court officer may also use one that is not a court's. "
                + "Signed as the policy demands.")
@Says({
    "order {order} of kind {kind}: from account {from} to account {to}, at most {quantityMax}",
    "under restriction {restriction}, case {caseReference}, document with SHA-256 {documentHash}",
    "to be carried out before {until}",
    "these encumbrances give way to it, if there are any here:",
    "{overrides}"
})
public record RegisterOrder(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("a number that no order has")
        long order,

        @Means("why the units are taken") OrderKind kind,

        @Whole(min = 1, max = Long.MAX_VALUE) @Means("under which the units are held")
        long restriction,

        @Means("who loses them") AccountId from,

        @Means("who gets them; it may receive them, or is of kind SEIZURE")
        AccountId to,

        @Means("ISIN, or currency code for cash") AssetCode asset,

        @Quantity(of = "asset") @Means("most that may be taken")
        long quantityMax,

        @Count(min = 0, max = ClaimLimits.OVERRIDES_MAX, otherwise = RefusalCode.BOUND_EXCEEDED)
        @Means("encumbrances on the giving position that give way, in this order; all others are protected")
        List<EncumbranceId> overrides,

        @Reference(max = REFERENCE_LENGTH_MAX) @Means("of the authority's file")
        String caseReference,

        @Means("SHA-256 of the order") Hash documentHash,

        @Instant @Means("not carried out any more from this instant on")
        long until)
        implements OrderOperation {
    public RegisterOrder {
        overrides = List.copyOf(overrides);
    }
}
