package org.khazana.ledger.operation;

/** Changes what an authority forbids. */
public sealed interface RestrictionOperation extends Operation
        permits PlaceRestriction, AmendRestriction, LiftRestriction {}
