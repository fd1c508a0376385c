package org.khazana.consensus.message;

import org.khazana.consensus.log.Term;

/** A leader hands over: the receiver, which has its whole log, stands for election at once (thesis §3.10). */
public record TimeoutNow(Term term) implements Message {}
