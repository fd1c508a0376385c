package org.khazana.ledger.operation;

/** Changes what is known of what lies behind instruments. */
public sealed interface BackingOperation extends Operation
        permits AttestBacking, RevokeBacking, DepositReserveItem, ReleaseReserveItem {}
