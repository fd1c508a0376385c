package org.khazana.ledger.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.Pledge;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Restraints;
import org.khazana.ledger.state.Tables;

/**
 * What is so after the rows above, in the words of a rule table: {@code - | 3001 holds 90 BILL, 40 free, serials 1-50 61-100} (as much of it
 * as matters), {@code 600 BILL outstanding}, {@code restriction 1 holds back 65} (or {@code everything}), {@code order 1 allows 30 more}, {@code pledge 1 stands}
 * (or {@code stands no more}), {@code instruction 1 is settled}, {@code motion 1 is carried out}.
 */
final class StateWords {
    private final TestNetwork network;

    private StateWords(TestNetwork network) {
        this.network = network;
    }

    /** Whether these words tell what is so, and not what somebody does. */
    static boolean know(String what) {
        return what.matches("[0-9]+ holds .*|[0-9]+ [A-Z0-9]+ outstanding|restriction [0-9]+ holds back .*"
                + "|order [0-9]+ allows [0-9]+ more|pledge [0-9]+ stands.*|(instruction|motion) [0-9]+ is .*");
    }

    /** What is so instead, if it is not as they tell. */
    static Optional<String> mismatch(String what, TestNetwork network) {
        String actual = new StateWords(network).actual(what);
        return actual.equals(what) ? Optional.empty() : Optional.of(actual);
    }

    private String actual(String what) {
        String[] words = what.split(" ", -1);
        if (words[1].equals("holds")) {
            return position(what, new PositionKey(Attempt.account(words[0]), asset(words[3])));
        } else if (words[2].equals("outstanding")) {
            long units = network.state()
                    .asset(asset(words[1]))
                    .map(Asset::outstandingUnits)
                    .orElse(0L);
            return units + " " + words[1] + " outstanding";
        }
        long number = Attempt.number(words[1]);
        return words[0] + " " + words[1] + " "
                + switch (words[0]) {
                    case "restriction" -> restriction(number);
                    case "order" -> order(number);
                    case "pledge" -> pledge(number);
                    case "instruction" ->
                        "is "
                                + network.state()
                                        .instruction(number)
                                        .map(instruction -> lower(instruction.status()))
                                        .orElse("unknown");
                    case "motion" ->
                        "is "
                                + network.state()
                                        .motion(network.raised(Math.toIntExact(number)))
                                        .map(motion -> lower(motion.status()))
                                        .orElse("unknown");
                    default -> throw new IllegalArgumentException(what);
                };
    }

    /** Says no more of it than is asked. */
    private String position(String what, PositionKey key) {
        String name = what.split(" ", -1)[3].replace(",", "");
        StringBuilder words = new StringBuilder(
                key.account() + " holds " + network.state().quantity(key.account(), key.asset()) + " " + name);
        if (what.contains(" free")) {
            words.append(", ")
                    .append(new Restraints(network.state(), network.nowMillis())
                            .of(key.account(), key.asset())
                            .available())
                    .append(" free");
        }
        if (what.contains(" serials")) {
            words.append(", serials ").append(serials(key.account(), key.asset()));
        }
        return words.toString();
    }

    /** Joined where one follows another, whatever lots they are in. */
    private String serials(AccountId account, AssetCode asset) {
        List<SerialRange> joined = new ArrayList<>();
        network.state().records(Tables.LOTS).stream()
                .filter(lot -> lot.asset().equals(asset) && lot.isHeldBy(account))
                .map(Lot::serials)
                .forEach(range -> {
                    boolean isNext = !joined.isEmpty() && joined.getLast().end() == range.first();
                    SerialRange before = isNext ? joined.removeLast() : new SerialRange(range.first(), 0);
                    joined.add(new SerialRange(before.first(), before.count() + range.count()));
                });
        return joined.isEmpty()
                ? "none"
                : joined.stream()
                        .map(range -> range.first() + "-" + (range.end() - 1))
                        .collect(Collectors.joining(" "));
    }

    private String restriction(long number) {
        return network.state()
                .restriction(number)
                .filter(restriction -> restriction.isActive(network.nowMillis()))
                .map(restriction -> "holds back "
                        + restriction.quantity().map(String::valueOf).orElse("everything"))
                .orElse("holds back nothing");
    }

    private String order(long number) {
        return network.state()
                .order(number)
                .map(order -> "allows " + order.quantityLeft() + " more")
                .orElse("is unknown");
    }

    private String pledge(long number) {
        boolean isLive = network.state().pledge(number).map(Pledge::encumbrance).stream()
                .flatMap(id -> network.state().encumbrance(id).stream())
                .anyMatch((Encumbrance encumbrance) -> encumbrance.isLive(network.nowMillis()));
        return isLive ? "stands" : "stands no more";
    }

    private static String lower(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static AssetCode asset(String word) {
        return Attempt.asset(word.replace(",", ""));
    }
}
