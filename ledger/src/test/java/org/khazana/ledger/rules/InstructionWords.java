package org.khazana.ledger.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.AffirmInstruction;
import org.khazana.ledger.operation.AttestCashBacking;
import org.khazana.ledger.operation.CancelInstruction;
import org.khazana.ledger.operation.ConfirmCashWithdrawal;
import org.khazana.ledger.operation.CreateInstruction;
import org.khazana.ledger.operation.HoldInstruction;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RejectCashWithdrawal;
import org.khazana.ledger.operation.ReleaseInstruction;
import org.khazana.ledger.operation.RequestCashWithdrawal;
import org.khazana.ledger.operation.ReverseSettlement;
import org.khazana.ledger.operation.SettleInstruction;
import org.khazana.ledger.operation.TransferCash;

/**
 * Settlements to come, and money that comes and goes, in the words of a rule table: {@code instruct 1 on 0 until 5 [locking] [partial]: 10
 * BILL 3001 5001, 5 PKR 5001 3001}, {@code affirm 1}, {@code hold 1}, {@code unhold 1}, {@code cancel 1}, {@code carry-out 1}, {@code
 * reverse 1 by 2 until 5}; {@code withdraw 1 100 PKR 5001 [convertible]}, {@code confirm 1 REFERENCE}, {@code reject 1}, {@code
 * balance 100 PKR on 0}, {@code pay 5 PKR 3001 5001}. Days are counted from the beginning.
 */
final class InstructionWords {
    private static final Set<String> FIRST = Set.of(
            "instruct",
            "affirm",
            "hold",
            "unhold",
            "cancel",
            "carry-out",
            "reverse",
            "withdraw",
            "confirm",
            "reject",
            "balance",
            "pay");
    private static final long DAY_MILLIS = 86_400_000;

    private InstructionWords() {}

    static boolean know(String word) {
        return FIRST.contains(word);
    }

    static Operation read(String what) {
        String[] words = what.split(" +", -1);
        return switch (words[0]) {
            case "instruct" -> instruction(what);
            case "affirm" -> new AffirmInstruction(number(words[1]));
            case "hold" -> new HoldInstruction(number(words[1]));
            case "unhold" -> new ReleaseInstruction(number(words[1]));
            case "cancel" -> new CancelInstruction(number(words[1]));
            case "carry-out" -> new SettleInstruction(number(words[1]));
            case "reverse" -> new ReverseSettlement(number(words[3]), number(words[1]), until(words[5]));
            case "withdraw" ->
                new RequestCashWithdrawal(
                        number(words[1]),
                        new AccountId(number(words[4])),
                        Attempt.asset(words[3]),
                        number(words[2]),
                        words.length > 5);
            case "confirm" -> new ConfirmCashWithdrawal(number(words[1]), words[2]);
            case "reject" -> new RejectCashWithdrawal(number(words[1]));
            case "balance" -> new AttestCashBacking(Attempt.asset(words[2]), number(words[1]), day(words[4]));
            case "pay" ->
                new TransferCash(
                        Attempt.asset(words[2]),
                        new AccountId(number(words[3])),
                        new AccountId(number(words[4])),
                        number(words[1]),
                        Attempt.message(what));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static CreateInstruction instruction(String what) {
        int colon = what.indexOf(':');
        String[] words = what.substring(0, colon).split(" +", -1);
        List<String> more = List.of(words).subList(6, words.length);
        List<Leg> legs = Stream.of(what.substring(colon + 1).split(",", -1))
                .filter(leg -> !leg.isBlank())
                .map(leg -> Attempt.movement(leg.trim().split(" +", -1)))
                .toList();
        return new CreateInstruction(
                number(words[1]),
                legs,
                day(words[3]),
                until(words[5]),
                more.contains("locking"),
                Optional.empty(),
                more.contains("partial"),
                Attempt.message(what));
    }

    private static int day(String word) {
        return TestNetwork.START_DAY + Integer.parseInt(word);
    }

    private static long until(String word) {
        return TestNetwork.START_MILLIS + number(word) * DAY_MILLIS;
    }

    private static long number(String word) {
        return Attempt.number(word);
    }
}
