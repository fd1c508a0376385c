package org.khazana.ledger.operation;

/** Has units change hands whatever their owner says. */
public sealed interface OrderOperation extends Operation permits RegisterOrder, ForceTransfer {}
