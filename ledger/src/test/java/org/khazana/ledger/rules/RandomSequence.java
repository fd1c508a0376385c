package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.execution.Recount;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.rules.RandomEnvelopes.Sent;
import org.khazana.ledger.transaction.RequestId;

/**
 * One sequence of blocks from a prepared state, on a network and on another one that is restarted now and then: no invariant breaks,
 * everything adds up after every block, both write the same, each request is decided once, and what was damaged not at all.
 */
public final class RandomSequence {
    private static final int BLOCKS = 4;
    private static final int LONG_ONE_IN = 20;
    private static final int BLOCKS_OF_LONG = 40;

    private final SplittableRandom random;
    private final TestNetwork network = AuthorisationMutationTest.PREPARED.quickFork();
    private final TestNetwork restarted = AuthorisationMutationTest.PREPARED.quickFork();
    private final RandomEnvelopes envelopes;
    private final SortedMap<String, Integer> accepted = new TreeMap<>();
    /** Until when, in milliseconds since 1970 UTC, those requests at least are remembered that were decided. */
    private final Map<RequestId, Long> decided = new LinkedHashMap<>();

    private RandomSequence(long seed) {
        this.random = new SplittableRandom(seed);
        this.envelopes = new RandomEnvelopes(network, random);
    }

    /**
     * Plays it.
     *
     * @return how often each operation was carried out
     * @throws AssertionError if anything does not hold, beginning with {@code [RECOUNT]}, {@code [RESTART]}, {@code [ONCE]} or {@code
     *     [DAMAGED]}
     * @throws IllegalStateException if an invariant is broken
     */
    public static SortedMap<String, Integer> play(long seed) {
        RandomSequence sequence = new RandomSequence(seed);
        int blocks = sequence.random.nextInt(LONG_ONE_IN) == 0 ? BLOCKS_OF_LONG : BLOCKS;
        for (int block = 0; block < blocks; block++) {
            sequence.block();
        }
        return sequence.accepted;
    }

    private void block() {
        long days = random.nextInt(4) == 0 ? random.nextInt(5) : 0;
        network.passDays(days);
        restarted.passDays(days);
        if (random.nextInt(3) == 0) {
            restarted.restart();
        }
        List<Sent> sent = envelopes.next();
        List<byte[]> bytes = sent.stream().map(Sent::envelope).toList();

        BlockResult result = network.executeBlock(bytes);

        assertThat(restarted.executeBlock(bytes)).as("RESTART").isEqualTo(result);
        assertThat(Recount.mismatches(restarted.state())).as("RECOUNT").isEmpty();
        for (Receipt receipt : result.receipts()) {
            check(sent.get(receipt.position()), receipt);
        }
    }

    private void check(Sent sent, Receipt receipt) {
        assertThat(sent.mayBeDecided(receipt.blockTimeMillis()) || !receipt.decidesRequest())
                .as("DAMAGED: %s", receipt)
                .isTrue();
        sent.body().filter(body -> receipt.decidesRequest()).ifPresent(body -> {
            Long earlier = decided.put(body.requestId(), body.notAfterMillis());
            assertThat(earlier == null || earlier < receipt.blockTimeMillis())
                    .as("ONCE: %s", receipt)
                    .isTrue();
            if (receipt.isAccepted()) {
                accepted.merge(body.operation().getClass().getSimpleName(), 1, Integer::sum);
            }
        });
    }
}
