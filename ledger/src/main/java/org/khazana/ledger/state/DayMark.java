package org.khazana.ledger.state;

import org.khazana.ledger.time.DayKind;

/** What is said about a single day, other than that it is as the week has it. */
public record DayMark(long day, DayKind kind) {}
