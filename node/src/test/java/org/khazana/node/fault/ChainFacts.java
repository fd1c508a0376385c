package org.khazana.node.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.client.ProblemResponse;
import org.khazana.api.json.AccountJson.PositionsJson;
import org.khazana.api.json.BlockJson;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.json.TransactionJson;
import org.khazana.node.Eventually;
import org.khazana.node.acceptance.TestNetwork;

/**
 * What the validators say when all is over.
 *
 * @param height all of them have executed it
 * @param hashes of the block at that height, by validator
 * @param holdings everything that the accounts hold, by validator
 * @param chain transactions in the order of the chain; one that was sent again may stand there several times
 * @param receipts of the transactions asked for, by id, by validator
 */
record ChainFacts(
        long height,
        Map<String, String> hashes,
        Map<String, Map<Holding, Long>> holdings,
        List<InBlock> chain,
        Map<String, Map<String, ReceiptJson>> receipts) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int GONE = 410;

    /** One asset in one account. */
    record Holding(String asset, String account) implements Comparable<Holding> {
        @Override
        public int compareTo(Holding other) {
            int byAsset = asset.compareTo(other.asset);
            return byAsset != 0 ? byAsset : account.compareTo(other.account);
        }
    }

    record InBlock(String transactionId, long height) {}

    /**
     * Asks every validator for its own view, once it has executed what the most advanced one has now. The chain is read
     * from the first of the transactions on.
     *
     * @param assets whose holdings are looked at
     * @param blocks by height
     */
    static ChainFacts read(
            TestNetwork network,
            Collection<String> transactionIds,
            Set<String> assets,
            LongFunction<BlockJson> blocks) {
        long height = network.validators().stream()
                .mapToLong(validator -> network.client(validator).cluster().appliedHeight())
                .max()
                .orElseThrow();
        Map<String, String> hashes = new TreeMap<>();
        Map<String, Map<Holding, Long>> holdings = new TreeMap<>();
        Map<String, Map<String, ReceiptJson>> receipts = new TreeMap<>();
        for (String validator : network.validators()) {
            LedgerClient client = network.client(validator);
            Eventually.holds(
                    validator + " has executed block " + height,
                    PATIENCE,
                    () -> client.cluster().appliedHeight() >= height);
            hashOf(client, height).ifPresent(hash -> hashes.put(validator, hash));
            holdings.put(validator, holdings(client, assets));
            receipts.put(validator, receipts(client, transactionIds));
        }
        long first = receipts.values().stream()
                .flatMap(each -> each.values().stream())
                .mapToLong(ReceiptJson::height)
                .min()
                .orElse(1);
        List<InBlock> chain = LongStream.rangeClosed(first, height)
                .mapToObj(blocks)
                .flatMap(block -> block.transactions().stream().map(id -> new InBlock(id, block.height())))
                .toList();
        return new ChainFacts(height, hashes, holdings, chain, receipts);
    }

    /** Nothing of one whose state came as a snapshot, with that very block as its last. */
    private static Optional<String> hashOf(LedgerClient client, long height) {
        try {
            return client.block(height).map(BlockJson::hash);
        } catch (ProblemResponse e) {
            return e.status() == GONE ? Optional.empty() : Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Map<Holding, Long> holdings(LedgerClient client, Set<String> assets) {
        Map<Holding, Long> holdings = new TreeMap<>();
        for (Purse purse : Purse.values()) {
            PositionsJson positions = client.positions(purse.account().number()).orElseThrow();
            positions.positions().stream()
                    .filter(position -> assets.contains(position.asset()))
                    .forEach(position -> holdings.put(
                            new Holding(position.asset(), purse.name()), Long.parseLong(position.quantity())));
        }
        return holdings;
    }

    private static Map<String, ReceiptJson> receipts(LedgerClient client, Collection<String> transactionIds) {
        Map<String, ReceiptJson> receipts = new HashMap<>();
        for (String id : new ArrayList<>(transactionIds)) {
            client.transaction(id)
                    .map(TransactionJson::receipt)
                    .flatMap(Optional::ofNullable)
                    .ifPresent(receipt -> receipts.put(id, receipt));
        }
        return receipts;
    }
}
