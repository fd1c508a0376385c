package org.khazana.ledger.authority;

import java.util.EnumSet;
import java.util.Set;
import org.khazana.ledger.table.Numbered;

/** What a party may do. Granted in the genesis, or by the governors. */
public enum Role implements Numbered {
    /** Defines instruments, orders issuance. */
    ISSUER,
    /** Countersigns instruments and issuance; keeps the register. */
    REGISTRAR,
    /** Records money that arrived on the settlement account outside. */
    CASH_AGENT,
    /** Buys from the issuer. */
    PRIMARY_DEALER,
    /** Operates accounts of its clients. */
    CUSTODIAN,
    /** Holds and moves its own assets. */
    INVESTOR,
    /** Reads everything; restricts what it supervises; stops operations with an asset. */
    REGULATOR,
    /** Decides, together with the other governors, who the validators are. */
    GOVERNOR,
    /** Places restrictions for a court, registers its orders and has them carried out, together with a registrar. */
    COURT_OFFICER,
    /** Blocks those whose assets are frozen by law; does not lift a block alone. */
    SANCTIONS_OFFICER,
    /** Holds back what is owed in tax. */
    TAX_AUTHORITY,
    /** Says who investors are, within its licence. */
    ATTESTOR_KYC,
    /** Sells to clients, whose holdings a custodian keeps for it. */
    DISTRIBUTOR,
    /** Agrees to documents of instruments that are to comply with the Shariah. */
    SHARIAH_ADVISER,
    /** Vouches for what lies behind instruments that are not native. */
    ATTESTOR_RESERVE,
    /** Opens the business days, and has due work done. */
    OPERATOR,
    /** Counts assets once more. */
    AUDITOR;

    /** Asked about parties, accounts, days and the system; a grant of them for one asset could never count. */
    private static final Set<Role> NOT_ABOUT_ASSETS =
            EnumSet.of(CUSTODIAN, INVESTOR, GOVERNOR, ATTESTOR_KYC, DISTRIBUTOR, OPERATOR);

    /** Whether it can be granted for some of the assets only. */
    public boolean isAboutAssets() {
        return !NOT_ABOUT_ASSETS.contains(this);
    }
}
