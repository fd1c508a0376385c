package org.khazana.ledger.claim;

import org.khazana.ledger.authority.Role;
import org.khazana.ledger.table.Numbered;

/** On whose word something may not move. */
public enum RestrictionGround implements Numbered {
    COURT(Role.COURT_OFFICER),
    REGULATOR(Role.REGULATOR),
    /** Of a list of persons whose assets are frozen. */
    SANCTION(Role.SANCTIONS_OFFICER),
    TAX(Role.TAX_AUTHORITY),
    /** The register itself may be wrong there. */
    ERROR_HOLD(Role.REGISTRAR);

    private final Role authority;

    RestrictionGround(Role authority) {
        this.authority = authority;
    }

    /** Who may place such a restriction. */
    public Role authority() {
        return authority;
    }
}
