package org.khazana.node.demo;

import org.khazana.ledger.id.AccountId;

/** The accounts of the story, as {@code khazana cluster init} founds them; only that of the investor abroad is opened on the way. */
enum Holder {
    TREASURY(1001, "Ministry of Finance"),
    DEALER(3001, "Primary Dealer One"),
    AMNA(5001, "Investor Amna"),
    BILAL(6001, "Investor Bilal"),
    CHEN(7002, "Investor Chen"),
    DARA(8001, "Investor Dara");

    private final long account;
    private final String title;

    Holder(long account, String title) {
        this.account = account;
        this.title = title;
    }

    AccountId account() {
        return new AccountId(account);
    }

    /** The owner's name. */
    String title() {
        return title;
    }
}
