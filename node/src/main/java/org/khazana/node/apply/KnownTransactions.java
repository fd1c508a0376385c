package org.khazana.node.apply;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.khazana.ledger.block.BlockLimits;
import org.khazana.ledger.execution.EnvelopeMemory;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.wire.MalformedTransaction;
import org.khazana.ledger.wire.ReadEnvelope;

/**
 * Remembers transactions as they were read, at submission or when their block arrived, so that each is read once on this node; and whose
 * signatures have been looked at by then, which {@link KnownSignatures} remembers. Found by all their bytes, until they are executed.
 */
public final class KnownTransactions implements EnvelopeMemory {
    /**
     * Of envelopes, in each of two generations: as many as one block has at most. When the younger is full it becomes the older, and the
     * older is forgotten. What was read takes about four times as much for a transfer.
     */
    private static final long GENERATION_BYTES_MAX = BlockLimits.ENVELOPES_BYTES_MAX;

    private final ChainId chainId;
    private final AtomicReference<Generations> generations =
            new AtomicReference<>(new Generations(Generation.empty(), Generation.empty()));

    private record Generation(Map<Bytes, ReadEnvelope> envelopes, AtomicLong bytes) {
        static Generation empty() {
            return new Generation(new ConcurrentHashMap<>(), new AtomicLong());
        }

        void remove(Bytes envelope) {
            if (envelopes.remove(envelope) != null) {
                bytes.addAndGet(-envelope.bytes.length);
            }
        }
    }

    private record Generations(Generation young, Generation old) {}

    /** Of one chain. */
    public KnownTransactions(ChainId chainId) {
        this.chainId = chainId;
    }

    /** Bytes as a key. Ordered, so that a map stays quick when somebody sends many with the same hash code. */
    private static final class Bytes implements Comparable<Bytes> {
        private final byte[] bytes;
        private final int hashCode;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
            this.hashCode = Arrays.hashCode(bytes);
        }

        @Override
        public int compareTo(Bytes other) {
            return Arrays.compare(bytes, other.bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return hashCode;
        }
    }

    @Override
    public Optional<ReadEnvelope> find(byte[] envelope) {
        Bytes key = new Bytes(envelope);
        Generations now = now();
        ReadEnvelope young = now.young().envelopes().get(key);
        return Optional.ofNullable(young != null ? young : now.old().envelopes().get(key));
    }

    /** Found, or read now; not remembered by that. */
    public ReadEnvelope read(byte[] envelope) throws MalformedTransaction {
        Optional<ReadEnvelope> before = find(envelope);
        return before.isPresent() ? before.get() : ReadEnvelope.read(chainId, envelope);
    }

    /** Remembers a transaction, whose signatures have been looked at. */
    public void remember(ReadEnvelope read) {
        byte[] envelope = read.envelope();
        Generations before = now();
        if (before.young().bytes().get() + envelope.length > GENERATION_BYTES_MAX) {
            generations.compareAndSet(before, new Generations(Generation.empty(), before.young()));
        }
        Generation young = now().young();
        if (young.envelopes().putIfAbsent(new Bytes(envelope), read) == null) {
            young.bytes().addAndGet(envelope.length);
        }
    }

    /** The transaction is executed: nobody is going to ask for it again, unless it is sent again. */
    public void forget(byte[] envelope) {
        Bytes key = new Bytes(envelope);
        Generations now = now();
        now.young().remove(key);
        now.old().remove(key);
    }

    private Generations now() {
        return requireNonNull(generations.get());
    }
}
