package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.execution.Recount;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OperationForms;
import org.khazana.ledger.operation.SupportMotion;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.rules.AuthorisationMutationTest.Right;

/**
 * Short sequences of every operation there is, right ones and others with fields of each other and odd numbers, by those who must
 * sign and by others, some sent twice, with restarts between: no invariant breaks, everything adds up, and a network that was
 * restarted goes on as one that was not. {@code -Dsequences} says how many are played, {@code -Dfirst} with which seed they begin.
 */
class RandomSequenceSimulation {
    private static final int SEQUENCES = 250;
    private static final int EVERY_OPERATION_WITHIN = 1_000;
    private static final int BLOCKS = 4;
    private static final int OPERATIONS_MAX = 8;
    private static final List<Long> EVERYBODY = List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 9L, 40L, 41L, 43L, 44L);

    private final List<Right> rights = AuthorisationMutationTest.rightOnes().toList();
    private final List<Right> stories =
            rights.stream().filter(right -> !right.earlier().isEmpty()).toList();
    private final OperationMutation mutation =
            new OperationMutation(rights.stream().map(Right::operation).toList());
    private final TreeMap<String, Integer> accepted = new TreeMap<>();

    @Test
    void whateverComesTheRegisterAddsUp() {
        long first = Long.getLong("first", 1);
        int sequences = Integer.getInteger("sequences", SEQUENCES);
        for (long seed = first; seed < first + sequences; seed++) {
            try {
                play(new SplittableRandom(seed));
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("sequence " + seed + " (again: -Dfirst=" + seed + " -Dsequences=1)", failure);
            }
        }
        // Runs in which nothing happens prove nothing.
        assertThat(accepted.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(sequences);
        if (sequences >= EVERY_OPERATION_WITHIN) {
            assertThat(accepted.keySet())
                    .isEqualTo(OperationForms.all().stream()
                            .map(form -> form.type().getSimpleName())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private void play(SplittableRandom random) {
        TestNetwork network = AuthorisationMutationTest.PREPARED.quickFork();
        TestNetwork restarted = AuthorisationMutationTest.PREPARED.quickFork();
        List<Sent> sent = new ArrayList<>();
        for (int block = 0; block < BLOCKS; block++) {
            List<Sent> next = new ArrayList<>(random.nextInt(3) == 0 ? story(network, random) : List.of());
            for (int i = random.nextInt(OPERATIONS_MAX); i >= 0; i--) {
                boolean isRepeated = !sent.isEmpty() && random.nextInt(12) == 0;
                next.add(isRepeated ? sent.get(random.nextInt(sent.size())) : something(network, random));
            }
            sent.addAll(next);
            List<byte[]> envelopes = next.stream().map(Sent::envelope).toList();
            long days = random.nextInt(4) == 0 ? random.nextInt(5) : 0;
            network.passDays(days);
            restarted.passDays(days);
            if (random.nextInt(3) == 0) {
                restarted.restart();
            }

            BlockResult result = network.executeBlock(envelopes);

            assertThat(restarted.executeBlock(envelopes).receipts()).isEqualTo(result.receipts());
            assertThat(Recount.mismatches(restarted.state())).isEmpty();
            for (Receipt receipt : result.receipts()) {
                if (receipt.isAccepted()) {
                    accepted.merge(next.get(receipt.position()).operation(), 1, Integer::sum);
                }
            }
        }
    }

    /** What must have happened before some operation, and then that one, with other fields perhaps. */
    private List<Sent> story(TestNetwork network, SplittableRandom random) {
        Right right = stories.get(random.nextInt(stories.size()));
        List<Sent> story = new ArrayList<>();
        right.earlier().forEach(earlier -> story.add(sent(network, earlier.operation(), signers(earlier))));
        story.add(sent(network, mutation.of(right.operation(), random), signers(right)));
        return story;
    }

    private static long[] signers(Right right) {
        return right.signers().stream().mapToLong(Long::longValue).toArray();
    }

    private static Sent sent(TestNetwork network, Operation operation, long... signers) {
        return new Sent(operation.getClass().getSimpleName(), network.signed(operation, signers));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sent(String operation, byte[] envelope) {}

    private Sent something(TestNetwork network, SplittableRandom random) {
        Right right = rights.get(random.nextInt(rights.size()));
        Operation operation = mutation.of(right.operation(), random);
        if (operation instanceof SupportMotion && random.nextInt(4) > 0) {
            operation = new SupportMotion(
                    network.raised(1 + random.nextInt(network.raisedSoFar())).hash());
        }
        long[] signers = switch (random.nextInt(8)) {
            case 0 -> some(1, random);
            case 1 -> some(8, random);
            default -> signers(right);
        };
        return sent(network, operation, signers);
    }

    private static long[] some(int count, SplittableRandom random) {
        return random.longs()
                .map(number -> EVERYBODY.get((int) Long.remainderUnsigned(number, EVERYBODY.size())))
                .distinct()
                .limit(count)
                .toArray();
    }
}
