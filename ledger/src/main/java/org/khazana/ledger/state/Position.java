package org.khazana.ledger.state;

import org.khazana.ledger.transaction.AccountId;
import org.khazana.ledger.transaction.AssetCode;

/** How much of one asset one account holds: tokens, or minor units for cash; never negative. */
public record Position(AccountId account, AssetCode asset, long quantity) {}
