package org.khazana.ledger.rules;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import org.khazana.ledger.operation.BatchLeg;
import org.khazana.ledger.operation.BatchMode;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.ledger.receipt.Receipt;

/**
 * Batches in the words of a rule table: {@code batch all BILL: 10 3001 5001, 20 5001 6001 told}, or {@code batch each}. What was left out
 * of one that was carried out stands after {@code accepted}.
 */
final class BatchWords {
    private BatchWords() {}

    static TransferBatch read(String what) {
        String[] parts = what.split(":", 2);
        String[] head = parts[0].split(" +", -1);
        BatchMode mode = head[1].equals("all") ? BatchMode.ALL_OR_NOTHING : BatchMode.EACH_ON_ITS_OWN;
        List<BatchLeg> legs = Arrays.stream(parts[1].split(","))
                .filter(leg -> !leg.isBlank())
                .map(leg -> leg(head[2], leg.trim()))
                .toList();
        return new TransferBatch(Attempt.asset(head[2]), mode, legs);
    }

    private static BatchLeg leg(String asset, String what) {
        String[] words = what.split(" +", -1);
        Leg movement = Attempt.movement(new String[] {words[0], asset, words[1], words[2]});
        return new BatchLeg(movement.from(), movement.to(), movement.quantity(), Attempt.message(what));
    }

    static String leftOut(Receipt receipt) {
        return receipt.legsLeftOut().stream()
                .map(leg -> ", but leg " + leg.number() + " " + leg.code().number() + " " + leg.code())
                .collect(joining());
    }
}
