package org.khazana.ledger.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Tables;

/** Who is who in a rule table, and which account is whose: what stands at its top, for those that it mentions, from what the network begins with. */
final class Cast {
    static final String INDENT = "#   ";

    private static final TestNetwork NETWORK = new TestNetwork();

    private final Set<String> words;

    private Cast(Set<String> words) {
        this.words = words;
    }

    /** A line for each party, then for each account, that these rows mention. */
    static List<String> of(List<Attempt> rows) {
        Set<String> words = new TreeSet<>();
        for (Attempt row : rows) {
            row.signers().forEach(signer -> words.addAll(Arrays.asList(signer.split("/", -1))));
            words.addAll(Arrays.asList(row.what().split("[ ,:]+", -1)));
        }
        return new Cast(words).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        NETWORK.state().records(Tables.PARTIES).stream()
                .filter(party -> words.contains(party.name()))
                .forEach(party -> lines.add(line(party.name(), roles(party.id()))));
        NETWORK.state().records(Tables.ACCOUNTS).stream()
                .filter(account -> words.contains(account.id().toString()))
                .forEach(account -> lines.add(line(account.id().toString(), words(account))));
        return lines;
    }

    private static String line(String name, String what) {
        return INDENT + "%-13s %s".formatted(name, what);
    }

    private static String roles(PartyId party) {
        String roles = NETWORK.state().roleGrants(party).stream()
                .map(grant -> words(grant.role()))
                .collect(Collectors.joining(", "));
        boolean isActive = NETWORK.state().party(party).orElseThrow().isActive();
        return isActive ? roles : roles + "; suspended";
    }

    private static String words(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(Account account) {
        String owner = name(account.owner());
        String controller = name(account.controller());
        String kind = switch (account.kind()) {
            case OWN -> owner + "'s own account";
            case CLIENT_SEGREGATED -> owner + "'s account, kept by " + controller;
            default -> account.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " account of " + owner;
        };
        String rule = account.owner().equals(account.controller())
                ? ""
                : switch (account.debitRule()) {
                    case OWNER -> ": " + owner + " signs for what leaves";
                    case CONTROLLER -> ": " + controller + " signs for what leaves";
                    case OWNER_AND_CONTROLLER -> ": both sign for what leaves";
                };
        String status = account.status() == Account.Status.ACTIVE
                ? ""
                : "; " + account.status().name().toLowerCase(Locale.ROOT);
        return kind + rule + status;
    }

    private static String name(PartyId party) {
        return NETWORK.state().party(party).orElseThrow().name();
    }

    /** The text of a table with these lines below its first one, instead of any that it had. */
    static List<String> placed(List<String> table, List<String> cast) {
        Stream<String> others = table.stream().skip(1).filter(line -> !line.startsWith(INDENT));
        return Stream.of(table.stream().limit(1), cast.stream(), others)
                .flatMap(lines -> lines)
                .toList();
    }
}
