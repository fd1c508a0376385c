package org.khazana.ledger.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.PassageId;
import org.khazana.ledger.state.SerialTrace;

/**
 * All that has happened to one token, from its beginning.
 *
 * @param movements oldest first, at least one
 * @param holder who holds it under that serial; empty when it was retired, or given another serial
 */
public record SerialHistory(
        AssetCode asset, long serial, List<SerialTrace.Step> movements, Optional<AccountId> holder) {
    public SerialHistory {
        movements = List.copyOf(movements);
    }

    /** The movements of each transaction, in order. */
    public List<List<SerialTrace.Step>> byTransaction() {
        List<List<SerialTrace.Step>> transactions = new ArrayList<>();
        for (SerialTrace.Step movement : movements) {
            if (transactions.isEmpty() || !isOfOne(transactions.getLast().getLast(), movement)) {
                transactions.add(new ArrayList<>());
            }
            transactions.getLast().add(movement);
        }
        return transactions;
    }

    private static boolean isOfOne(SerialTrace.Step one, SerialTrace.Step other) {
        PassageId id = one.passage().id();
        PassageId next = other.passage().id();
        return id.height() == next.height() && id.position() == next.position();
    }
}
