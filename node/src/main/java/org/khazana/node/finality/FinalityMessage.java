package org.khazana.node.finality;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Evidence;
import org.khazana.ledger.finality.EvidenceCodec;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.MalformedHead;
import org.khazana.ledger.finality.SignedHead;
import org.khazana.ledger.finality.SignedProposal;
import org.khazana.ledger.finality.SignedVote;

/** What validators tell one another about finality. */
sealed interface FinalityMessage {
    /** Most heads or certificates in one message. */
    int ITEMS_MAX = 64;

    /**
     * What the sender has signed.
     *
     * @param isReminder whether it was told before, and the sender still knows of no certificate: who does, answers with it
     */
    record Signed(List<SignedHead> heads, boolean isReminder) implements FinalityMessage {
        public Signed {
            heads = List.copyOf(heads);
        }
    }

    /** What the sender knows to be certified. */
    record Certified(List<Certificate> certificates) implements FinalityMessage {
        public Certified {
            certificates = List.copyOf(certificates);
        }
    }

    /**
     * The sender has taken over a state, and does not know the heads of these heights, which lead from what it had signed to it.
     *
     * @param first lowest height, at most {@link #ITEMS_MAX} below the last
     */
    record Wanted(long first, long last) implements FinalityMessage {}

    /** Heads that were asked for, each before the one that it names. */
    record Heads(List<Head> heads) implements FinalityMessage {
        public Heads {
            heads = List.copyOf(heads);
        }
    }

    /** Which blocks the sender has seen, of a height at which somebody else has signed another. */
    record Proposals(List<SignedProposal> proposals) implements FinalityMessage {
        public Proposals {
            proposals = List.copyOf(proposals);
        }
    }

    /** Which votes the sender has seen. */
    record Votes(List<SignedVote> votes) implements FinalityMessage {
        public Votes {
            votes = List.copyOf(votes);
        }
    }

    /** What proves that somebody has proposed or voted twice. */
    record Accusations(List<Evidence> evidence) implements FinalityMessage {
        public Accusations {
            evidence = List.copyOf(evidence);
        }
    }

    /** The sender has started, and asks what others remember of the signatures under its key. */
    record Recall(PublicKey key) implements FinalityMessage {}

    /**
     * The answer to that.
     *
     * @param newest the highest head in the window of the sender that was signed under that key; empty if there is none
     */
    record Recalled(PublicKey key, Optional<SignedHead> newest) implements FinalityMessage {}

    /**
     * Kind (1): 1 signed, 2 a reminder, 3 certificates, 4 wanted, 5 heads, 6 proposals, 7 votes, 8 evidence, 9 recall, 10 recalled;
     * number (1); then each after its length (2).
     */
    default byte[] toBytes() {
        return switch (this) {
            case Signed signed ->
                bytes(
                        signed.isReminder() ? 2 : 1,
                        signed.heads().stream().map(HeadCodec::encode).toList());
            case Certified certified ->
                bytes(
                        3,
                        certified.certificates().stream().map(HeadCodec::encode).toList());
            case Wanted wanted ->
                bytes(
                        4,
                        List.of(ByteBuffer.allocate(2 * Long.BYTES)
                                .putLong(wanted.first())
                                .putLong(wanted.last())
                                .array()));
            case Heads heads ->
                bytes(5, heads.heads().stream().map(HeadCodec::encode).toList());
            case Proposals proposals ->
                bytes(
                        6,
                        proposals.proposals().stream()
                                .map(EvidenceCodec::encode)
                                .toList());
            case Votes votes ->
                bytes(7, votes.votes().stream().map(EvidenceCodec::encode).toList());
            case Accusations accusations ->
                bytes(
                        8,
                        accusations.evidence().stream()
                                .map(EvidenceCodec::encode)
                                .toList());
            case Recall recall -> bytes(9, List.of(recall.key().toBytes()));
            case Recalled recalled ->
                bytes(
                        10,
                        Stream.concat(
                                        Stream.of(recalled.key().toBytes()),
                                        recalled.newest().stream().map(HeadCodec::encode))
                                .toList());
        };
    }

    private static byte[] bytes(int kind, List<byte[]> items) {
        int length = items.stream().mapToInt(item -> Short.BYTES + item.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(2 + length).put((byte) kind).put((byte) items.size());
        items.forEach(item -> bytes.putShort((short) item.length).put(item));
        return bytes.array();
    }

    /**
     * Reads what {@link #toBytes} gave; whether any signature is right is not asked.
     *
     * @throws IllegalArgumentException if these are other bytes
     */
    static FinalityMessage of(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        try {
            int kind = from.get();
            List<byte[]> items = items(from);
            return switch (kind) {
                case 1 -> new Signed(read(items, HeadCodec::decodeSignedHead), false);
                case 2 -> new Signed(read(items, HeadCodec::decodeSignedHead), true);
                case 3 -> new Certified(read(items, HeadCodec::decodeCertificate));
                case 4 -> wanted(items);
                case 5 -> new Heads(read(items, HeadCodec::decodeHead));
                case 6 -> new Proposals(read(items, EvidenceCodec::decodeSignedProposal));
                case 7 -> new Votes(read(items, EvidenceCodec::decodeSignedVote));
                case 8 -> new Accusations(read(items, EvidenceCodec::decodeEvidence));
                case 9 -> recall(items);
                case 10 -> recalled(items);
                default -> throw new IllegalArgumentException("a message about finality is of kind " + kind);
            };
        } catch (BufferUnderflowException cutShort) {
            throw new IllegalArgumentException("a message about finality is cut short", cutShort);
        } catch (MalformedHead wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    private static List<byte[]> items(ByteBuffer from) {
        int count = from.get();
        if (count < 1 || count > ITEMS_MAX) {
            throw new IllegalArgumentException("a message about finality counts " + count + " items");
        }
        List<byte[]> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] item = new byte[Math.min(Short.toUnsignedInt(from.getShort()), from.remaining() + 1)];
            from.get(item);
            items.add(item);
        }
        if (from.hasRemaining()) {
            throw new IllegalArgumentException("a message about finality goes on after its end");
        }
        return items;
    }

    private static Wanted wanted(List<byte[]> items) {
        if (items.size() != 1 || items.getFirst().length != 2 * Long.BYTES) {
            throw new IllegalArgumentException("heads are wanted in a wrong form");
        }
        ByteBuffer heights = ByteBuffer.wrap(items.getFirst());
        return new Wanted(heights.getLong(), heights.getLong());
    }

    private static Recall recall(List<byte[]> items) {
        if (items.size() != 1) {
            throw new IllegalArgumentException("signatures are recalled in a wrong form");
        }
        return new Recall(PublicKey.of(items.getFirst()));
    }

    private static Recalled recalled(List<byte[]> items) throws MalformedHead {
        if (items.size() > 2) {
            throw new IllegalArgumentException("more than one signature is recalled");
        }
        return new Recalled(
                PublicKey.of(items.getFirst()),
                items.size() == 1 ? Optional.empty() : Optional.of(HeadCodec.decodeSignedHead(items.getLast())));
    }

    /** Reads one item. */
    interface Reading<T> {
        T read(byte[] item) throws MalformedHead;
    }

    private static <T> List<T> read(List<byte[]> items, Reading<T> reading) throws MalformedHead {
        List<T> read = new ArrayList<>(items.size());
        for (byte[] item : items) {
            read.add(reading.read(item));
        }
        return read;
    }
}
