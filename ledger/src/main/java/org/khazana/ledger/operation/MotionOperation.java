package org.khazana.ledger.operation;

/** Agrees to other operations, one party after another. Cannot be the subject of a motion itself. */
public sealed interface MotionOperation extends Operation permits RaiseMotion, SupportMotion, OpposeMotion {}
