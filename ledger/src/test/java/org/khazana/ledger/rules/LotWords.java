package org.khazana.ledger.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.serial.SerialRange;

/**
 * Serials in the words of a rule table: {@code retire 10 BILL 1001}, {@code renumber BILL 3001}, {@code issue 10 BILL 3001
 * locked 30} for tokens that nobody may move on for 30 days from the first one, and after a movement or {@code retire} which serials
 * go, {@code serials 1-5 9-13}.
 */
final class LotWords {
    private LotWords() {}

    static Operation read(String[] words) {
        return switch (words[0]) {
            case "issue" ->
                new IssueTokens(
                        Attempt.asset(words[2]), Attempt.account(words[3]), Attempt.number(words[1]), locked(words));
            case "retire" ->
                new RetireTokens(
                        Attempt.asset(words[2]), Attempt.account(words[3]), Attempt.number(words[1]), serials(words));
            case "renumber" -> new RenumberLots(Attempt.asset(words[1]), Attempt.account(words[2]));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static Optional<Integer> locked(String[] words) {
        int place = Arrays.asList(words).indexOf("locked");
        return place < 0 ? Optional.empty() : Optional.of(TestNetwork.START_DAY + Integer.parseInt(words[place + 1]));
    }

    /** Those after the word {@code serials}; none without it. */
    static List<SerialRange> serials(String[] words) {
        int place = Arrays.asList(words).indexOf("serials");
        List<SerialRange> ranges = new ArrayList<>();
        for (int i = place + 1; place >= 0 && i < words.length; i++) {
            String[] ends = words[i].split("-", 2);
            long first = Attempt.number(ends[0]);
            ranges.add(new SerialRange(first, Attempt.number(ends[1]) - first + 1));
        }
        return ranges;
    }
}
