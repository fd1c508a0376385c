package org.khazana.ledger.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.state.Passage;
import org.khazana.ledger.state.SerialTrace;

/** Says where a token came from, through whose hands it went, and who holds it. */
final class SerialHistoryWords {
    private SerialHistoryWords() {}

    static List<String> of(CertifiedVerdict.PastOfSerial proved) {
        SerialHistory history = proved.history();
        Head head = proved.vouched().head();
        List<String> lines = new ArrayList<>();
        lines.add("Token " + history.serial() + " of " + history.asset() + ", on network " + head.chainId() + ":");
        history.movements().forEach(movement -> lines.add("  " + movement(movement)));
        lines.add(fate(history) + " as of block " + head.height() + ".");
        lines.add("No movement is left out, and the transaction of each is proved as well.");
        lines.addAll(ProofWords.certification(proved.vouched()));
        lines.add(ProofWords.asOf("block " + head.height()));
        return lines;
    }

    private static String movement(SerialTrace.Step movement) {
        Passage passage = movement.passage();
        return "block " + passage.id().height() + ", " + Instant.ofEpochMilli(passage.blockTimeMillis()) + ": "
                + deed(movement) + " (transaction " + passage.transaction() + ")";
    }

    private static String deed(SerialTrace.Step movement) {
        Optional<AccountId> from = movement.passage().from();
        Optional<AccountId> to = movement.passage().to();
        if (from.isEmpty()) {
            return "was minted for account " + to.map(AccountId::toString).orElse("nobody");
        }
        if (to.isEmpty()) {
            return "was retired by account " + from.get();
        }
        return movement.serialBefore() == movement.serialAfter()
                ? "went from account " + from.get() + " to account " + to.get()
                : "was given serial " + movement.serialAfter() + " instead of " + movement.serialBefore()
                        + ", in account " + to.get();
    }

    private static String fate(SerialHistory history) {
        if (history.holder().isPresent()) {
            return "It is held by account " + history.holder().get();
        }
        SerialTrace.Step last = history.movements().getLast();
        return last.passage().to().isPresent()
                ? "It goes on as token " + last.serialAfter() + ", and nobody holds it under its old serial,"
                : "It is retired, and nobody holds it,";
    }
}
