package org.khazana.ledger.proof;

import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.statetree.StateProof;

/**
 * What shows how much of one asset one account held after one block, or that it held none. Says nothing by itself: {@link BalanceVerifier}
 * checks it.
 *
 * @param position of the record of that position, present or absent, against the state root of the head
 * @param testimony of the head of that block
 */
public record BalanceProof(AccountId account, AssetCode asset, StateProof position, Testimony testimony) {}
