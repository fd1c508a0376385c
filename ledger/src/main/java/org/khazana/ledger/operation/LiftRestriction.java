package org.khazana.ledger.operation;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means(
        "Ends a restriction. Signed by its authority, or by a court officer where it is not a court's; for one on the ground SANCTION by a "
                + "second authority as well.")
@Says("lift restriction {restriction}, by the document with SHA-256 {documentHash}")
public record LiftRestriction(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("which one")
        long restriction,

        @Means("SHA-256 of the document that lifts it") Hash documentHash)
        implements RestrictionOperation {}
