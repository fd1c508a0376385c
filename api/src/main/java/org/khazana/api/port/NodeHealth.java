package org.khazana.api.port;

/**
 * Whether this node can serve.
 *
 * @param ready whether it is worth sending requests here: a leader is known and the state is not far behind
 * @param reason one sentence for people
 */
public record NodeHealth(boolean ready, String reason) {}
