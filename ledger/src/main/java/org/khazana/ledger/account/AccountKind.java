package org.khazana.ledger.account;

import org.khazana.ledger.table.Numbered;

/** Whose assets an account is for. It never changes: what is a client's and what is one's own must not mix. */
public enum AccountKind implements Numbered {
    /** Of one party, which operates it itself. */
    OWN,
    /** Of one client of the custodian that operates it. */
    CLIENT_SEGREGATED,
    /** Of many clients together, whom the ledger does not know. */
    CLIENT_OMNIBUS,
    /** Where an issuer keeps what it has not sold, or has bought back. */
    ISSUER_TREASURY,
    /** Money and tokens that wait for something to be decided. */
    ESCROW,
    /** What an order of a court or authority has taken. */
    SEIZURE,
    /** Tax that was withheld. */
    TAX,
    /** What could not be paid to whom it belongs. */
    SUSPENSE;

    /** Whether only those may open one whom a policy names, and no rule about investors applies to it. */
    public boolean isOfficial() {
        return switch (this) {
            case OWN, CLIENT_SEGREGATED, CLIENT_OMNIBUS -> false;
            case ISSUER_TREASURY, ESCROW, SEIZURE, TAX, SUSPENSE -> true;
        };
    }
}
