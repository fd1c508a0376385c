package org.khazana.ledger.rules;

import java.nio.charset.StandardCharsets;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.operation.AdvanceBusinessDay;
import org.khazana.ledger.operation.AttestBacking;
import org.khazana.ledger.operation.DepositReserveItem;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.ReleaseReserveItem;
import org.khazana.ledger.operation.RevokeBacking;
import org.khazana.ledger.operation.UpdateCalendar;
import org.khazana.ledger.time.DayKind;

/** Business days and what lies behind instruments, in the words of a rule table. */
final class BackingWords {
    private static final long HOUR_MILLIS = 3_600_000;

    private BackingWords() {}

    static Operation read(String[] words) {
        return switch (words[0]) {
            case "calendar" ->
                new UpdateCalendar(
                        InstrumentWords.civilDay(words[1]),
                        InstrumentWords.civilDay(words[2]),
                        DayKind.valueOf(words[3]));
            case "open-day" -> new AdvanceBusinessDay(InstrumentWords.civilDay(words[1]));
            case "vouch" ->
                new AttestBacking(
                        Attempt.asset(words[1]),
                        Attempt.number(words[2]),
                        TestNetwork.START_MILLIS + HOUR_MILLIS * Long.parseLong(words[4]),
                        hash("evidence"));
            case "take-back" -> new RevokeBacking(Attempt.asset(words[1]), "a doubt");
            case "store" ->
                new DepositReserveItem(
                        Attempt.asset(words[1]),
                        hash(words[4]),
                        "a vault",
                        "fine",
                        Attempt.number(words[2]),
                        words[3],
                        hash("document"));
            case "unstore" -> new ReleaseReserveItem(Attempt.asset(words[1]), hash(words[2]));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static Hash hash(String text) {
        return Domain.GENESIS.hash(text.getBytes(StandardCharsets.UTF_8));
    }
}
