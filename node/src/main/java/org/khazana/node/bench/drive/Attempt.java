package org.khazana.node.bench.drive;

/**
 * A request on its way, perhaps sent several times.
 *
 * @param intendedNanos when it was meant to begin
 */
public record Attempt(Request request, long intendedNanos) {}
