package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.REFERENCE_LENGTH_MAX;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.ClaimLimits;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.claim.RestrictionScope;
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
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;

@Means(
        "Forbids movements from now on, on the sender's own authority: its role fits the ground. Nothing need be held there. "
                + "Only the sender, or a court above it, can lift or amend it.")
@Says({
    "restriction {restriction} on the ground {ground} of scope {scope}, blocking {blocks}",
    "party {party}",
    "account {account}",
    "asset {asset}",
    "as many as {quantity} are held back there|everything is blocked, or of scope SERIALS just these tokens:",
    "{serials}",
    "until {until}|until it is lifted",
    "case {caseReference}, document with SHA-256 {documentHash}"
})
public record PlaceRestriction(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("a number that no restriction has")
        long restriction,

        @Means("on whose word: a court officer places COURT, and so on; a registrar ERROR_HOLD")
        RestrictionGround ground,

        @Means("what it lies on; POSITION is one asset in one account, SERIALS certain tokens whoever holds them")
        RestrictionScope scope,

        @Means("for the scope PARTY only") Optional<PartyId> party,
        @Means("for the scopes ACCOUNT and POSITION only") Optional<AccountId> account,

        @Means("for the scopes POSITION, ASSET and SERIALS only")
        Optional<AssetCode> asset,

        @Means("which way; for the scope SERIALS it is DEBIT")
        Blocks blocks,

        @Quantity(of = "asset")
        @Means("for the scope POSITION with DEBIT only: so many may not leave, also if fewer are held; else everything")
        Optional<Long> quantity,

        @Reference(max = REFERENCE_LENGTH_MAX) @Means("of the authority's file")
        String caseReference,

        @Means("SHA-256 of the document that it rests on") Hash documentHash,

        @Instant @Means("over from this instant on; else when it is lifted")
        Optional<Long> until,

        @Count(min = 0, max = ClaimLimits.SERIAL_RANGES_MAX, otherwise = RefusalCode.SERIALS_INVALID)
        @Means("for the scope SERIALS only, in ascending order: these tokens stay in the accounts that hold them")
        List<SerialRange> serials)
        implements RestrictionOperation {
    public PlaceRestriction {
        serials = List.copyOf(serials);
    }

    /** Of any scope but {@code SERIALS}. */
    public PlaceRestriction(
            long restriction,
            RestrictionGround ground,
            RestrictionScope scope,
            Optional<PartyId> party,
            Optional<AccountId> account,
            Optional<AssetCode> asset,
            Blocks blocks,
            Optional<Long> quantity,
            String caseReference,
            Hash documentHash,
            Optional<Long> until) {
        this(
                restriction,
                ground,
                scope,
                party,
                account,
                asset,
                blocks,
                quantity,
                caseReference,
                documentHash,
                until,
                List.of());
    }
}
