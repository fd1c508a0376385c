package org.khazana.ledger.finality;

import org.khazana.ledger.validator.ValidatorSet;

/**
 * How one set of validators hands over to the next.
 *
 * @param certificate by the old set, of the head of the block that appointed the new one
 * @param next in force from the next block on; of a later epoch than the old set, mostly the next one, but a block may
 *     appoint twice
 */
public record EpochStep(Certificate certificate, ValidatorSet next) {}
