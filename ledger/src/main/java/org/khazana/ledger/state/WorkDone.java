package org.khazana.ledger.state;

import org.khazana.ledger.time.DueKind;

/** How many records of one kind of due work were taken up since the founding. */
public record WorkDone(DueKind kind, long records) {}
