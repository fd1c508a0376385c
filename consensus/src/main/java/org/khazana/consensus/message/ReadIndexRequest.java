package org.khazana.consensus.message;

import org.khazana.consensus.log.Term;

/** "Up to where must I have applied the log before I may answer a read that began now?" (thesis §6.4) */
public record ReadIndexRequest(Term term, ReadId id) implements Message {}
