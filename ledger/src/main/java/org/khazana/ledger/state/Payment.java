package org.khazana.ledger.state;

import org.khazana.ledger.id.AccountId;

/**
 * A payment outside that has become money here, or that money here has become.
 *
 * @param account into which, or from which
 * @param amount minor units: positive for a deposit, negative for a withdrawal
 */
public record Payment(RtgsKey reference, AccountId account, long amount) {}
