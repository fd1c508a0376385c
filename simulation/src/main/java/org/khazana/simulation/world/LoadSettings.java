package org.khazana.simulation.world;

/**
 * What clients do.
 *
 * @param thinkMicrosMean mean time a client waits between two proposals
 */
public record LoadSettings(int clients, long thinkMicrosMean, int proposalBytesMax) {}
