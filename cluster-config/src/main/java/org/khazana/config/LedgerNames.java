package org.khazana.config;

import java.util.List;

/**
 * The names that a genesis may use for the ledger's own enumerations. This module knows the ledger by these names only;
 * a test in {@code node} keeps them equal to {@code Role}, {@code Account.Kind} and {@code Account.DebitRule}.
 */
public final class LedgerNames {
    public static final List<String> ROLES = List.of(
            "ISSUER",
            "REGISTRAR",
            "CASH_AGENT",
            "PRIMARY_DEALER",
            "CUSTODIAN",
            "INVESTOR",
            "REGULATOR",
            "GOVERNOR",
            "SHARIAH_ADVISER",
            "ATTESTOR_RESERVE",
            "OPERATOR");
    public static final List<String> ACCOUNT_KINDS =
            List.of("OWN", "CLIENT_SEGREGATED", "CLIENT_OMNIBUS", "ISSUER_TREASURY");
    public static final List<String> DEBIT_RULES = List.of("OWNER", "CONTROLLER", "OWNER_AND_CONTROLLER");

    private LedgerNames() {}
}
