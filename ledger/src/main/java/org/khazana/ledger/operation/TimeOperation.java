package org.khazana.ledger.operation;

/** Changes which day it is for business, or which days are business days. */
public sealed interface TimeOperation extends Operation permits UpdateCalendar, AdvanceBusinessDay {}
