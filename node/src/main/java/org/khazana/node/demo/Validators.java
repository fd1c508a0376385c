package org.khazana.node.demo;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.client.NoAnswer;
import org.khazana.api.client.ProblemResponse;
import org.khazana.api.json.AccountJson.PositionsJson;
import org.khazana.api.json.AssetJson;
import org.khazana.api.json.BalanceProofJson;
import org.khazana.api.json.BlockJson;
import org.khazana.api.json.CertifiedSettlementProofJson;
import org.khazana.api.json.CheckJson;
import org.khazana.api.json.ClusterJson;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.json.TransactionJson;
import org.khazana.api.problem.ProblemType;
import org.khazana.ledger.id.AccountId;
import org.khazana.node.supervision.LocalCluster;
import org.khazana.node.supervision.ValidatorNode;

/** Asks each validator for itself, over HTTP, and submits to whichever takes it. */
final class Validators implements AutoCloseable {
    private static final String LEADER = "LEADER";
    private static final long PAUSE_MILLIS = 10;

    private final LocalCluster cluster;
    private final Map<String, LedgerClient> clients = new TreeMap<>();
    private final LedgerClient anyOfThem;

    Validators(LocalCluster cluster) {
        this.cluster = cluster;
        cluster.nodes()
                .forEach(node ->
                        clients.put(node.id(), LedgerClient.of(node.url()).locally()));
        this.anyOfThem =
                LedgerClient.of(cluster.nodes().stream().map(ValidatorNode::url).toList());
    }

    /** Those whose process is alive. */
    List<String> running() {
        return clients.keySet().stream()
                .filter(id -> cluster.process(id).isAlive())
                .toList();
    }

    /**
     * Submits to one after another, the same bytes, until there is a receipt.
     *
     * @throws ProblemResponse when the ledger refuses
     * @throws NoAnswer when {@code patience} has run out
     */
    ReceiptJson submit(byte[] envelope, Duration patience) {
        return anyOfThem.submit(envelope, patience);
    }

    /** What a running validator, which knows everything up to that height, says the envelope would come to. */
    CheckJson check(byte[] envelope, long height, Duration patience) throws InterruptedException {
        String validator = running().getFirst();
        awaitApplied(validator, height, patience);
        return client(validator).check(envelope);
    }

    /** What the register says, whoever answers. */
    Register register() {
        return new Register(anyOfThem);
    }

    /** What the leader says of itself, once a running validator leads. */
    ClusterJson awaitLeader(Duration patience) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() - deadlineNanos < 0) {
            Optional<ClusterJson> leader = running().stream()
                    .map(this::status)
                    .flatMap(Optional::stream)
                    .filter(status -> status.role().equals(LEADER))
                    .max(Comparator.comparingLong(ClusterJson::term));
            if (leader.isPresent()) {
                return leader.get();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new DemoFailed("no validator leads after " + patience.toSeconds() + " s");
    }

    /** Returns once the validator has executed the block of that height. */
    void awaitApplied(String validator, long height, Duration patience) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        while (status(validator).map(ClusterJson::appliedHeight).orElse(0L) < height) {
            if (System.nanoTime() - deadlineNanos >= 0) {
                throw new DemoFailed(validator + " has not reached block " + height + " after " + patience.toSeconds()
                        + " s; it says: " + status(validator));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Empty while the validator gives no answer. */
    private Optional<ClusterJson> status(String validator) {
        try {
            return Optional.of(client(validator).cluster());
        } catch (NoAnswer | ProblemResponse e) {
            return Optional.empty();
        }
    }

    BlockJson block(String validator, long height) {
        return client(validator)
                .block(height)
                .orElseThrow(() -> new DemoFailed(validator + " does not know block " + height));
    }

    /** All blocks from 1 to {@code last}. */
    List<BlockJson> blocks(String validator, long last) {
        return LongStream.rangeClosed(1, last)
                .mapToObj(height -> block(validator, height))
                .toList();
    }

    /** Empty when the validator does not know the transaction or has not executed it. */
    Optional<ReceiptJson> receipt(String validator, String transactionId) {
        return client(validator).transaction(transactionId).map(TransactionJson::receipt);
    }

    /**
     * What proves the transaction, as soon as it is certified, whoever answers.
     *
     * @throws DemoFailed when there is none in time
     */
    CertifiedSettlementProofJson proof(String transactionId, Duration patience) throws InterruptedException {
        return onceCertified(
                "transaction " + transactionId,
                () -> anyOfThem.proof(transactionId),
                ProblemType.TRANSACTION_NOT_CERTIFIED,
                patience);
    }

    /**
     * What proves how much an account held after a block, as soon as that is certified, whoever answers.
     *
     * @throws DemoFailed when there is no proof in time
     */
    BalanceProofJson balanceProof(long account, String asset, long height, Duration patience)
            throws InterruptedException {
        return onceCertified(
                "what account " + account + " holds",
                () -> anyOfThem.balanceProof(account, asset, OptionalLong.of(height)),
                ProblemType.STATE_NOT_CERTIFIED,
                patience);
    }

    private static <T> T onceCertified(String what, Supplier<T> proof, ProblemType tooEarly, Duration patience)
            throws InterruptedException {
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return proof.get();
            } catch (ProblemResponse e) {
                boolean isTooEarly = e.document().name().equals(tooEarly.name());
                if (!isTooEarly || System.nanoTime() - deadlineNanos >= 0) {
                    throw new DemoFailed("there is no proof of " + what + ": " + e.getMessage(), e);
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    PositionsJson positions(String validator, AccountId account) {
        return client(validator)
                .positions(account.number())
                .orElseThrow(() -> new DemoFailed(validator + " does not know account " + account));
    }

    AssetJson asset(String validator, String code) {
        return client(validator)
                .asset(code)
                .orElseThrow(() -> new DemoFailed(validator + " does not know the asset " + code));
    }

    private LedgerClient client(String validator) {
        LedgerClient client = clients.get(validator);
        if (client == null) {
            throw new IllegalArgumentException("no validator " + validator);
        }
        return client;
    }

    @Override
    public void close() {
        clients.values().forEach(LedgerClient::close);
        anyOfThem.close();
    }
}
