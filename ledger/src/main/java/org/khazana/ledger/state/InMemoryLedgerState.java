package org.khazana.ledger.state;

import org.khazana.ledger.table.TablesInMemory;

/** The whole state in maps: stores on disk are held against it. For one thread. */
public final class InMemoryLedgerState extends TablesInMemory implements LedgerView {}
