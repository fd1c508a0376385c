package org.khazana.simulation.world;

/**
 * How wrong clocks are.
 *
 * @param driftPermille clocks run at most this much fast or slow
 * @param wallSkewMillis calendars differ at most by this
 */
public record ClockSettings(int driftPermille, long wallSkewMillis) {}
