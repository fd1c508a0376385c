package org.khazana.ledger.finality;

import java.nio.ByteBuffer;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.block.PaddedId;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ReplicaId;

/**
 * Signed proposals, votes, and the evidence that two of them make, as bytes. Each has one byte form, of one length; numbers are
 * big-endian. Layout: {@code docs/proofs.md}.
 */
public final class EvidenceCodec {
    private static final int REPLICA_BYTES = PaddedId.BYTES + Long.BYTES;

    /** Bytes of a vote. */
    public static final int VOTE_BYTES = Short.BYTES + Hash.BYTES + Long.BYTES + 2 * REPLICA_BYTES;

    /** Bytes of a vote with its signature. */
    public static final int SIGNED_VOTE_BYTES = PublicKey.BYTES + VOTE_BYTES + HeadSignature.BYTES;

    /** Bytes of a block header with its proposer's signature. */
    public static final int SIGNED_PROPOSAL_BYTES = PublicKey.BYTES + HeaderLayout.BYTES + HeadSignature.BYTES;

    /** Bytes of the evidence that two proposals make. */
    public static final int DOUBLE_PROPOSING_BYTES = 2 * SIGNED_PROPOSAL_BYTES - PublicKey.BYTES;

    /** Bytes of the evidence that two votes make. */
    public static final int DOUBLE_VOTING_BYTES = 2 * SIGNED_VOTE_BYTES - PublicKey.BYTES;

    private EvidenceCodec() {}

    /** The 122 bytes of a vote. */
    public static byte[] encode(Vote vote) {
        ByteBuffer bytes = ByteBuffer.allocate(VOTE_BYTES);
        bytes.putShort((short) Vote.VERSION)
                .put(vote.chainId().hash().toBytes())
                .putLong(vote.term());
        put(bytes, vote.voter());
        put(bytes, vote.candidate());
        return bytes.array();
    }

    /** The 218 bytes of a signed vote: key, vote, signature. */
    public static byte[] encode(SignedVote signed) {
        ByteBuffer bytes =
                ByteBuffer.allocate(SIGNED_VOTE_BYTES).put(signed.key().toBytes());
        put(bytes, signed);
        return bytes.array();
    }

    /** The 318 bytes of a signed proposal: key, header, signature. */
    public static byte[] encode(SignedProposal signed) {
        ByteBuffer bytes =
                ByteBuffer.allocate(SIGNED_PROPOSAL_BYTES).put(signed.key().toBytes());
        put(bytes, signed);
        return bytes.array();
    }

    /** The 604 bytes: key; header and signature of the first, of the second. */
    public static byte[] encode(DoubleProposing evidence) {
        ByteBuffer bytes =
                ByteBuffer.allocate(DOUBLE_PROPOSING_BYTES).put(evidence.key().toBytes());
        put(bytes, evidence.first());
        put(bytes, evidence.second());
        return bytes.array();
    }

    /** The 404 bytes: key; vote and signature of the first, of the second. */
    public static byte[] encode(DoubleVoting evidence) {
        ByteBuffer bytes =
                ByteBuffer.allocate(DOUBLE_VOTING_BYTES).put(evidence.key().toBytes());
        put(bytes, evidence.first());
        put(bytes, evidence.second());
        return bytes.array();
    }

    /** Evidence of any kind. */
    public static byte[] encode(Evidence evidence) {
        return switch (evidence) {
            case DoubleSigning signing -> HeadCodec.encode(signing);
            case DoubleProposing proposing -> encode(proposing);
            case DoubleVoting voting -> encode(voting);
        };
    }

    /** Reads a signed vote; whether the signature is right is not asked. */
    public static SignedVote decodeSignedVote(byte[] bytes) throws MalformedHead {
        return decode("a signed vote", SIGNED_VOTE_BYTES, bytes, from -> signedVote(key(from), from));
    }

    /** Reads a signed proposal; whether the signature is right is not asked. */
    public static SignedProposal decodeSignedProposal(byte[] bytes) throws MalformedHead {
        return decode("a signed proposal", SIGNED_PROPOSAL_BYTES, bytes, from -> signedProposal(key(from), from));
    }

    /** Reads the evidence that two proposals make; whether the signatures are right is not asked. */
    public static DoubleProposing decodeDoubleProposing(byte[] bytes) throws MalformedHead {
        return decode("evidence of two proposals", DOUBLE_PROPOSING_BYTES, bytes, from -> {
            PublicKey key = key(from);
            return new DoubleProposing(signedProposal(key, from), signedProposal(key, from));
        });
    }

    /** Reads the evidence that two votes make; whether the signatures are right is not asked. */
    public static DoubleVoting decodeDoubleVoting(byte[] bytes) throws MalformedHead {
        return decode("evidence of two votes", DOUBLE_VOTING_BYTES, bytes, from -> {
            PublicKey key = key(from);
            return new DoubleVoting(signedVote(key, from), signedVote(key, from));
        });
    }

    /** Reads evidence of any kind. No two kinds have a length in common, so bytes are of one kind at most. */
    public static Evidence decodeEvidence(byte[] bytes) throws MalformedHead {
        return switch (bytes.length) {
            case DOUBLE_PROPOSING_BYTES -> decodeDoubleProposing(bytes);
            case DOUBLE_VOTING_BYTES -> decodeDoubleVoting(bytes);
            default -> HeadCodec.decodeDoubleSigning(bytes);
        };
    }

    private interface Reading<T> {
        T read(ByteBuffer from);
    }

    private static <T> T decode(String what, int length, byte[] bytes, Reading<T> reading) throws MalformedHead {
        if (bytes.length != length) {
            throw new MalformedHead(
                    "these bytes are not " + what + ", which has " + length + ": they are " + bytes.length);
        }
        try {
            return reading.read(ByteBuffer.wrap(bytes));
        } catch (IllegalArgumentException wrong) {
            throw new MalformedHead("these bytes are not " + what + ": " + wrong.getMessage());
        }
    }

    private static void put(ByteBuffer bytes, SignedVote signed) {
        bytes.put(encode(signed.vote())).put(signed.signature().signature());
    }

    private static void put(ByteBuffer bytes, SignedProposal signed) {
        bytes.put(HeaderLayout.encode(signed.header())).put(signed.signature().signature());
    }

    private static void put(ByteBuffer bytes, ReplicaId replica) {
        bytes.put(PaddedId.encode(replica.validator())).putLong(replica.directory());
    }

    private static SignedVote signedVote(PublicKey key, ByteBuffer from) {
        int version = from.getShort();
        if (version != Vote.VERSION) {
            throw new IllegalArgumentException("version " + version + " of a vote is unknown");
        }
        Vote vote =
                new Vote(new ChainId(Hash.of(taken(from, Hash.BYTES))), from.getLong(), replica(from), replica(from));
        return new SignedVote(vote, signature(key, from));
    }

    private static ReplicaId replica(ByteBuffer from) {
        return new ReplicaId(PaddedId.decode(from), from.getLong());
    }

    private static SignedProposal signedProposal(PublicKey key, ByteBuffer from) {
        return new SignedProposal(HeaderLayout.decode(taken(from, HeaderLayout.BYTES)), signature(key, from));
    }

    private static PublicKey key(ByteBuffer from) {
        return PublicKey.of(taken(from, PublicKey.BYTES));
    }

    private static HeadSignature signature(PublicKey key, ByteBuffer from) {
        return HeadSignature.of(key, taken(from, HeadSignature.BYTES));
    }

    private static byte[] taken(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }
}
