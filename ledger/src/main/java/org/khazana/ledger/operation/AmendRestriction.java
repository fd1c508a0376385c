package org.khazana.ledger.operation;

import java.util.Optional;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Instant;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means(
        "Says anew what a restriction blocks, how much and for how long; what it lies on stays. Signed by its authority, or by a "
                + "court officer where it is not a court's; for one on the ground SANCTION by a second authority as well.")
@Says({
    "restriction {restriction} from now on blocks {blocks}",
    "{units} units are held back|everything that it lies on is blocked",
    "until {until}|until it is lifted",
    "document with SHA-256 {documentHash}"
})
public record AmendRestriction(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("which one")
        long restriction,

        @Means("which way") Blocks blocks,

        @Whole(min = 1, max = Long.MAX_VALUE)
        @Means("tokens, or minor units of a currency, that may not leave; else everything")
        Optional<Long> units,

        @Instant @Means("over from this instant on; else when it is lifted")
        Optional<Long> until,

        @Means("SHA-256 of the document that amends it") Hash documentHash)
        implements RestrictionOperation {}
