package org.khazana.simulation.ledger;

import static org.khazana.simulation.property.Property.LEDGER_ADDS_UP;
import static org.khazana.simulation.property.Property.LEDGER_SAME;
import static org.khazana.simulation.property.Property.REQUEST_ONCE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.execution.Recount;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.wire.MalformedTransaction;
import org.khazana.ledger.wire.TransactionCodec;
import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;

/** What every block of the one chain came to, as the first member that executed it found; all others must agree. */
final class LedgerHistory {
    private final List<BlockResult> results = new ArrayList<>();
    private final Set<TransactionId> decided = new HashSet<>();
    /** Until when a transaction was valid that carried a request out, by request. */
    private final Map<String, Long> carriedOutUntilMillis = new HashMap<>();

    private int carriedOut;
    private final Map<AssetCode, Long> outstanding = new HashMap<>();

    /** A member has executed {@code block}; {@code state} is what it has then. */
    void executed(Block block, BlockResult result, InMemoryLedgerState state) {
        int height = Math.toIntExact(block.header().height());
        if (height <= results.size()) {
            check(
                    results.get(height - 1).equals(result),
                    LEDGER_SAME,
                    () -> "block " + height + " came to " + result + ", elsewhere to " + results.get(height - 1));
            return;
        }
        check(height == results.size() + 1, LEDGER_SAME, () -> "block " + height + " follows " + results.size());
        results.add(result);
        for (int position = 0; position < result.receipts().size(); position++) {
            receive(
                    block.envelopes().get(position),
                    result.receipts().get(position),
                    block.header().timeMillis());
        }
        addsUp(height, result, state);
    }

    /** How many transactions were accepted. */
    int carriedOut() {
        return carriedOut;
    }

    private void receive(byte[] envelope, Receipt receipt, long blockTimeMillis) {
        if (receipt.decidesRequest()) {
            check(
                    decided.add(receipt.transactionId()),
                    REQUEST_ONCE,
                    () -> "transaction " + receipt.transactionId() + " is decided twice, again at " + receipt.height());
        }
        if (receipt.isAccepted()) {
            carriesOut(bodyIn(envelope), receipt.height(), blockTimeMillis);
        }
    }

    /** A request id is free again once the transaction that used it has expired; nobody can send that one again. */
    private void carriesOut(TransactionBody body, long height, long blockTimeMillis) {
        String request = body.sender() + "/" + body.requestId();
        Long validUntilMillis = carriedOutUntilMillis.put(request, body.notAfterMillis());
        check(
                validUntilMillis == null || validUntilMillis < blockTimeMillis,
                REQUEST_ONCE,
                () -> "request " + request + " is carried out twice, again at " + height);
        carriedOut++;
    }

    private static TransactionBody bodyIn(byte[] envelope) {
        try {
            return TransactionCodec.decode(Founders.CHAIN, envelope).body();
        } catch (MalformedTransaction malformed) {
            throw new PropertyViolation(REQUEST_ONCE, malformed);
        }
    }

    private void addsUp(int height, BlockResult result, InMemoryLedgerState state) {
        List<String> mismatches = Recount.mismatches(state);
        check(mismatches.isEmpty(), LEDGER_ADDS_UP, () -> "after block " + height + ": " + mismatches);
        SortedMap<AssetCode, Long> moved = new TreeMap<>();
        for (Receipt receipt : result.receipts()) {
            for (Posting posting : receipt.postings()) {
                check(posting.after() >= 0, LEDGER_ADDS_UP, () -> "negative after " + posting);
                moved.merge(posting.asset(), posting.delta(), Math::addExact);
            }
        }
        for (Asset asset : state.records(Tables.ASSETS)) {
            long expected = outstanding.getOrDefault(asset.code(), 0L) + moved.getOrDefault(asset.code(), 0L);
            check(
                    asset.outstandingUnits() == expected,
                    LEDGER_ADDS_UP,
                    () -> "after block " + height + " the receipts leave " + expected + " of " + asset.code()
                            + ", the state " + asset.outstandingUnits());
            outstanding.put(asset.code(), expected);
        }
    }

    private static void check(boolean holds, Property property, Supplier<String> detail) {
        if (!holds) {
            throw new PropertyViolation(property, detail.get());
        }
    }
}
