package org.khazana.simulation.linearizability;

/** What can be asked of the accounts of a ledger, seen from outside. */
public sealed interface AccountAction {
    /** Holdings of different assets do not depend on each other. */
    String asset();

    /** How much does the account hold? */
    record Read(String asset, String account) implements AccountAction {}

    /** New tokens for an account. */
    record Issue(String asset, String to, long quantity) implements AccountAction {}

    record Transfer(String asset, String from, String to, long quantity) implements AccountAction {}
}
