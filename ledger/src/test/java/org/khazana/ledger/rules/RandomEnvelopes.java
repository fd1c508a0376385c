package org.khazana.ledger.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.MotionOperation;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OpposeMotion;
import org.khazana.ledger.operation.RaiseMotion;
import org.khazana.ledger.operation.SupportMotion;
import org.khazana.ledger.rules.AuthorisationMutationTest.Right;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.EnvelopeLimits;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;

/**
 * What a random sequence sends, block by block: right operations, others with odd fields or signers, motions about any of them, stories,
 * what was sent before, request ids that were used before, and what must never be decided.
 */
final class RandomEnvelopes {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int OPERATIONS_MAX = 8;
    private static final ChainId ELSEWHERE = new ChainId(Hash.of(new byte[Hash.BYTES]));
    private static final List<Long> EVERYBODY = List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 9L, 40L, 41L, 43L, 44L);
    private static final List<Right> RIGHTS =
            AuthorisationMutationTest.rightOnes().toList();
    private static final List<Right> STORIES =
            RIGHTS.stream().filter(right -> !right.earlier().isEmpty()).toList();
    private static final OperationMutation MUTATION =
            new OperationMutation(RIGHTS.stream().map(Right::operation).toList());

    private final TestNetwork network;
    private final SplittableRandom random;
    private final RandomStories stories;
    private final List<Sent> sent = new ArrayList<>();

    RandomEnvelopes(TestNetwork network, SplittableRandom random) {
        this.network = network;
        this.random = random;
        this.stories = new RandomStories(network, random);
    }

    /** @param body nothing if it must never be decided */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sent(byte[] envelope, Optional<TransactionBody> body) {
        boolean mayBeDecided(long timeMillis) {
            return body.filter(known -> known.notBeforeMillis() <= timeMillis
                            && timeMillis <= known.notAfterMillis()
                            && known.notAfterMillis() - timeMillis <= EnvelopeLimits.VALIDITY_MILLIS_MAX)
                    .isPresent();
        }
    }

    /** Of the block that comes next. */
    List<Sent> next() {
        List<Sent> next = new ArrayList<>();
        switch (random.nextInt(6)) {
            case 0, 1 -> stories.some().forEach(step -> next.add(signed(step.operation(), step.signers())));
            case 2 -> next.addAll(story());
            case 3 -> next.addAll(motion());
            default -> {}
        }
        for (int i = random.nextInt(OPERATIONS_MAX); i >= 0; i--) {
            next.add(something());
        }
        sent.addAll(next);
        return next;
    }

    private Sent signed(Operation operation, long... signers) {
        return signed(network.body(signers[0], operation), signers);
    }

    private Sent signed(TransactionBody body, long... signers) {
        return new Sent(network.signed(body, signers), Optional.of(body));
    }

    /** What must have happened before some operation, and then that one, with other fields perhaps. */
    private List<Sent> story() {
        Right right = STORIES.get(random.nextInt(STORIES.size()));
        List<Sent> story = new ArrayList<>();
        right.earlier().forEach(earlier -> story.add(signed(earlier.operation(), signers(earlier))));
        story.add(signed(MUTATION.of(right.operation(), random), signers(right)));
        return story;
    }

    /** One about any operation there is, which those support who would have to sign it, in any order, or almost all of them. */
    private List<Sent> motion() {
        Right right = right();
        List<Sent> motion = new ArrayList<>();
        Operation operation = MUTATION.of(right.operation(), random);
        if (operation instanceof MotionOperation) {
            return motion;
        }
        right.earlier().forEach(earlier -> motion.add(signed(earlier.operation(), signers(earlier))));
        motion.add(signed(
                new RaiseMotion(network.nowMillis() + (1 + random.nextInt(100)) * HOUR_MILLIS, operation),
                right.signers().getFirst()));
        Hash raised = network.raised(network.raisedSoFar()).hash();
        for (long voice : right.signers().subList(1, right.signers().size())) {
            switch (random.nextInt(8)) {
                case 0 -> motion.add(signed(new OpposeMotion(raised), voice));
                case 1 -> motion.add(signed(new SupportMotion(raised), some(1)));
                default -> motion.add(signed(new SupportMotion(raised), voice));
            }
        }
        return motion;
    }

    private Right right() {
        return RIGHTS.get(random.nextInt(RIGHTS.size()));
    }

    private static long[] signers(Right right) {
        return right.signers().stream().mapToLong(Long::longValue).toArray();
    }

    private Sent something() {
        boolean isFirst = sent.isEmpty();
        return switch (random.nextInt(24)) {
            case 0, 1 -> isFirst ? anything() : sent.get(random.nextInt(sent.size()));
            case 2 -> isFirst ? anything() : reused(sent.get(random.nextInt(sent.size())));
            case 3, 4 -> damaged();
            default -> anything();
        };
    }

    private Sent anything() {
        Right right = right();
        Operation operation = MUTATION.of(right.operation(), random);
        if (operation instanceof SupportMotion && random.nextInt(4) > 0) {
            operation = new SupportMotion(
                    network.raised(1 + random.nextInt(network.raisedSoFar())).hash());
        }
        long[] signers = switch (random.nextInt(8)) {
            case 0 -> some(1);
            case 1 -> some(8);
            default -> signers(right);
        };
        return signed(operation, signers);
    }

    private long[] some(int count) {
        return random.longs()
                .map(number -> EVERYBODY.get((int) Long.remainderUnsigned(number, EVERYBODY.size())))
                .distinct()
                .limit(count)
                .toArray();
    }

    /** Another transaction under the request id of one that was sent before. */
    private Sent reused(Sent earlier) {
        if (earlier.body().isEmpty()) {
            return anything();
        }
        Right right = right();
        TransactionBody other = body(
                earlier.body().get().requestId(),
                earlier.body().get().sender(),
                0,
                network.nowMillis() + (1 + random.nextInt(20)) * HOUR_MILLIS,
                MUTATION.of(right.operation(), random));
        long[] signers = LongStream.concat(LongStream.of(other.sender().number()), LongStream.of(signers(right)))
                .distinct()
                .toArray();
        return signed(other, signers);
    }

    private static TransactionBody body(
            RequestId request, PartyId sender, long notBeforeMillis, long notAfterMillis, Operation operation) {
        return new TransactionBody(TestNetwork.CHAIN, request, sender, notBeforeMillis, notAfterMillis, operation);
    }

    /** Right but for one thing, so that nothing may be kept of nearly all of them. */
    private Sent damaged() {
        Right right = right();
        long[] signers = signers(right);
        TransactionBody body = network.body(signers[0], MUTATION.of(right.operation(), random));
        byte[] envelope = network.signed(body, signers);
        return switch (random.nextInt(8)) {
            case 0 -> undecided(flipped(envelope, random.nextInt(envelope.length)));
            case 1 -> undecided(flipped(envelope, envelope.length - 1 - random.nextInt(64)));
            // Cut off behind a signature it is the same transaction with fewer of them.
            case 2 -> new Sent(Arrays.copyOf(envelope, random.nextInt(envelope.length)), Optional.of(body));
            case 3 -> undecided(Arrays.copyOf(envelope, envelope.length + 1 + random.nextInt(9)));
            case 4 -> undecided(network.signed(ofChainElsewhere(body), signers));
            default -> signed(untimely(body), signers);
        };
    }

    private static Sent undecided(byte[] envelope) {
        return new Sent(envelope, Optional.empty());
    }

    /** Over, not yet begun, or valid for too long; of which all but the first may be sent again when its time has come. */
    private TransactionBody untimely(TransactionBody body) {
        long now = network.nowMillis();
        long by = 1L + random.nextInt(1_000);
        return switch (random.nextInt(3)) {
            case 0 -> window(body, 0, now - by);
            case 1 -> window(body, now + by, now + HOUR_MILLIS);
            default -> window(body, 0, now + EnvelopeLimits.VALIDITY_MILLIS_MAX + by);
        };
    }

    private byte[] flipped(byte[] envelope, int place) {
        byte[] flipped = envelope.clone();
        flipped[place] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private static TransactionBody window(TransactionBody body, long notBeforeMillis, long notAfterMillis) {
        return body(body.requestId(), body.sender(), notBeforeMillis, notAfterMillis, body.operation());
    }

    private static TransactionBody ofChainElsewhere(TransactionBody body) {
        return new TransactionBody(
                ELSEWHERE,
                body.requestId(),
                body.sender(),
                body.notBeforeMillis(),
                body.notAfterMillis(),
                body.operation());
    }
}
