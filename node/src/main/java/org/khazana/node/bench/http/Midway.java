package org.khazana.node.bench.http;

/**
 * Something that happens once while requests are sent. It is done by the thread that sends them, so it must not take
 * long.
 *
 * @param afterNanos how long after the start
 */
public record Midway(long afterNanos, Runnable action) {
    /** Nothing happens. */
    public static final Midway NOTHING = new Midway(Long.MAX_VALUE, () -> {});
}
