package org.khazana.consensus.raft;

/**
 * Asks whether it would win, without changing its term (thesis §9.6). It believes in no leader any more, or two such
 * members could keep each other from ever being elected.
 *
 * @param retryAtMillis when it asks again
 */
record PreCandidate(Tally tally, long retryAtMillis) implements Role {}
