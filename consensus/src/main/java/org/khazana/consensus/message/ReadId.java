package org.khazana.consensus.message;

/**
 * Names one question for a read index, never used twice: a late answer to an earlier question must not vouch for a later
 * one.
 *
 * @param process drawn at random when a process starts, so that a restart begins anew
 * @param number grows within the process
 */
public record ReadId(long process, long number) {}
