package org.khazana.ledger.state;

import org.khazana.ledger.authority.Parameter;

/** A parameter that was set. */
public record SetFigure(Parameter parameter, long value) {}
