package org.khazana.api.json;

/**
 * How one set of validators handed over to the next, in the file of a certified proof; all in base64. Layout: {@code docs/proofs.md}.
 *
 * @param certificate of the head of the block that appointed the new ones
 * @param validators proves who they are
 * @param newest proves that they are the newest
 */
public record AppointmentStepJson(String certificate, String validators, String newest) {}
