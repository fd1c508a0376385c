package org.khazana.node.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is asked of the ledger. */
public enum Workload {
    /** Transfers of one token between any two accounts. */
    RETAIL,
    /** Many transfers of one token in one transaction, between any accounts of one custodian, all or nothing. */
    BATCH,
    /** Transfers of one token, half of them out of one account and half of them into it. */
    HOT,
    /** One token against cash between accounts of two custodians, who both sign. */
    DVP,
    /** Transfers as in {@link #RETAIL}, and reads of positions. */
    MIXED,
    /** Transfers as in {@link #RETAIL}; the leader gets SIGKILL when half of the time is over, and stays down. */
    LEADER_KILL;

    /** As on the command line, such as {@code leader-kill}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty if there is no such workload. */
    public static Optional<Workload> named(String text) {
        return Arrays.stream(values())
                .filter(workload -> workload.text().equals(text))
                .findFirst();
    }

    /** All of them, as on the command line. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(Workload::text).toList();
    }
}
