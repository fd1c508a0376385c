package org.khazana.ledger.operation;

/** Changes who can sign for a party. Positions are not touched: they belong to parties, not to keys. */
public sealed interface KeyOperation extends Operation
        permits AddKey, RevokeKey, SetKeyThreshold, StartKeyRecovery, CancelKeyRecovery, CompleteKeyRecovery {}
