package org.khazana.config;

import java.util.List;

/**
 * The names that a genesis may use for the ledger's own enumerations. This module knows the ledger by these names only;
 * a test in {@code node} keeps them equal to {@code Role}, {@code AccountKind} and {@code DebitRule}.
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
            "COURT_OFFICER",
            "SANCTIONS_OFFICER",
            "TAX_AUTHORITY",
            "ATTESTOR_KYC",
            "DISTRIBUTOR",
            "SHARIAH_ADVISER",
            "ATTESTOR_RESERVE",
            "OPERATOR",
            "AUDITOR");
    public static final List<String> ACCOUNT_KINDS = List.of(
            "OWN", "CLIENT_SEGREGATED", "CLIENT_OMNIBUS", "ISSUER_TREASURY", "ESCROW", "SEIZURE", "TAX", "SUSPENSE");
    public static final List<String> DEBIT_RULES = List.of("OWNER", "CONTROLLER", "OWNER_AND_CONTROLLER");

    private LedgerNames() {}
}
