package org.khazana.node.demo;

import org.khazana.ledger.id.PartyId;

/** The parties of the story, as {@code khazana cluster init} founds them; the file name leads to their keys. */
enum Actor {
    MINISTRY(1, "ministry"),
    CENTRAL_BANK(2, "central-bank"),
    DEALER(3, "dealer"),
    CUSTODIAN(4, "custodian"),
    INVESTOR_AMNA(5, "investor-amna"),
    INVESTOR_BILAL(6, "investor-bilal"),
    INVESTOR_CHEN(7, "investor-chen"),
    COURT(9, "court");

    private final long party;
    private final String fileName;

    Actor(long party, String fileName) {
        this.party = party;
        this.fileName = fileName;
    }

    PartyId party() {
        return new PartyId(party);
    }

    /** Name of the private key's file in the folder of parties. */
    String keyFile() {
        return fileName + ".pem";
    }
}
