package org.khazana.node.fault;

import org.khazana.ledger.id.AccountId;

/** An account of the founding cast from which tokens can be moved, and who moves and signs. */
enum Purse {
    DEALER(3001, 3, "dealer"),
    AMNA(5001, 4, "custodian"),
    BILAL(6001, 4, "custodian"),
    CHEN(7001, 7, "investor-chen");

    private final long account;
    private final long sender;
    private final String signer;

    Purse(long account, long sender, String signer) {
        this.account = account;
        this.sender = sender;
        this.signer = signer;
    }

    AccountId account() {
        return new AccountId(account);
    }

    long sender() {
        return sender;
    }

    String signer() {
        return signer;
    }
}
