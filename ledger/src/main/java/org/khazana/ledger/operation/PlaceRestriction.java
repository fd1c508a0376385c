package org.khazana.ledger.operation;

import static org.khazana.ledger.form.FieldLimits.REFERENCE_LENGTH_MAX;

import java.util.Optional;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Instant;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Quantity;
import org.khazana.ledger.form.Reference;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;

@Means(
        "Forbids movements from now on, on the sender's own authority: its role fits the ground. Nothing need be held there. "
                + "Only the sender, or a court above it, can lift or amend it.")
@Says({
    "restriction {restriction} on the ground {ground} on one {scope}, blocking {blocks}",
    "party {party}",
    "account {account}",
    "asset {asset}",
    "as many as {quantity} are held back there|everything is blocked",
    "until {until}|until it is lifted",
    "case {caseReference}, document with SHA-256 {documentHash}"
})
public record PlaceRestriction(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("a number that no restriction has")
        long restriction,

        @Means("on whose word: a court officer places COURT, and so on; a registrar ERROR_HOLD")
        RestrictionGround ground,

        @Means("what it lies on; POSITION is one asset in one account")
        RestrictionScope scope,

        @Means("for the scope PARTY only") Optional<PartyId> party,
        @Means("for the scopes ACCOUNT and POSITION only") Optional<AccountId> account,
        @Means("for the scopes POSITION and ASSET only") Optional<AssetCode> asset,
        @Means("which way") Blocks blocks,

        @Quantity(of = "asset")
        @Means("for the scope POSITION with DEBIT only: so many may not leave, also if fewer are held; else everything")
        Optional<Long> quantity,

        @Reference(max = REFERENCE_LENGTH_MAX) @Means("of the authority's file")
        String caseReference,

        @Means("SHA-256 of the document that it rests on") Hash documentHash,

        @Instant @Means("over from this instant on; else when it is lifted")
        Optional<Long> until)
        implements RestrictionOperation {}
