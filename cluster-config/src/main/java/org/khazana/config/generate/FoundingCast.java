package org.khazana.config.generate;

import java.util.List;
import java.util.Optional;
import org.khazana.config.Genesis.FoundingAccount;
import org.khazana.config.Genesis.FoundingCurrency;
import org.khazana.config.Genesis.Group;

/** Who takes part in a new cluster: a small treasury bill market. All persons are pseudonyms. */
final class FoundingCast {
    static final List<FoundingCurrency> CURRENCIES = List.of(new FoundingCurrency("PKR", 2));

    static final List<Participant> PARTICIPANTS = List.of(
            new Participant(1, "Ministry of Finance", "ministry", List.of("ISSUER", "GOVERNOR")),
            new Participant(
                    2,
                    "State Bank of Pakistan",
                    "central-bank",
                    List.of("REGISTRAR", "CASH_AGENT", "GOVERNOR", "OPERATOR")),
            new Participant(3, "Primary Dealer One", "dealer", List.of("PRIMARY_DEALER", "CUSTODIAN")),
            new Participant(4, "Custodian One", "custodian", List.of("CUSTODIAN", "ATTESTOR_KYC")),
            new Participant(5, "Investor Amna", "investor-amna", List.of("INVESTOR")),
            new Participant(6, "Investor Bilal", "investor-bilal", List.of("INVESTOR")),
            new Participant(7, "Investor Chen", "investor-chen", List.of("INVESTOR")),
            new Participant(8, "Investor Dara", "investor-dara", List.of("INVESTOR")),
            new Participant(9, "High Court", "court", List.of("COURT_OFFICER")),
            new Participant(10, "Securities Commission", "regulator", List.of("REGULATOR")));

    static final List<FoundingAccount> ACCOUNTS = List.of(
            new FoundingAccount(1001, 1, Optional.empty(), "ISSUER_TREASURY", "OWNER"),
            new FoundingAccount(3001, 3, Optional.empty(), "OWN", "OWNER"),
            new FoundingAccount(5001, 5, Optional.of(4L), "CLIENT_SEGREGATED", "CONTROLLER"),
            new FoundingAccount(6001, 6, Optional.of(4L), "CLIENT_SEGREGATED", "CONTROLLER"),
            new FoundingAccount(7001, 7, Optional.of(4L), "CLIENT_SEGREGATED", "OWNER"),
            new FoundingAccount(8001, 8, Optional.of(4L), "CLIENT_SEGREGATED", "CONTROLLER"),
            new FoundingAccount(9001, 9, Optional.empty(), "SEIZURE", "OWNER"));

    private static final List<String> GOVERNMENT = List.of(
            "Ministry of Finance",
            "State Bank of Pakistan",
            "Debt Management Office",
            "Securities Commission",
            "Auditor General");
    private static final List<String> CUSTODIANS =
            List.of("Custodian One", "Custodian Two", "Custodian Three", "Custodian Four");

    private FoundingCast() {}

    /** A founding party and the name of its key files. */
    record Participant(long id, String name, String fileName, List<String> roles) {}

    /** Government and custodians in turn, government first. */
    static Group groupOf(int index) {
        return index % 2 == 0 ? Group.GOVERNMENT : Group.CUSTODIAN;
    }

    static String organisationOf(int index) {
        List<String> names = groupOf(index) == Group.GOVERNMENT ? GOVERNMENT : CUSTODIANS;
        return names.get(index / 2);
    }
}
