package org.khazana.ledger.validator;

/** At least so many voters of a group must hold a block on disk before it counts. Fixed at the founding. */
public record GroupMinimum(Group group, int members) {}
