package org.khazana.ledger.state;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;

/**
 * What the custodian of an omnibus account has bound itself to: whose the units in it are.
 *
 * @param root of a Merkle sum tree over the clients, whose names and shares stand in its leaves off the ledger
 * @param total sum of all leaves: what the account held when the commitment was posted
 * @param asOfDay the day of which the leaves speak, counted from 1970-01-01
 */
public record OmnibusCommitment(AccountId account, AssetCode asset, Hash root, long total, int asOfDay) {}
