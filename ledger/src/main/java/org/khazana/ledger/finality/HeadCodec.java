package org.khazana.ledger.finality;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * Heads, signed heads, certificates and evidence as bytes. Each has one byte form; numbers are big-endian. Layout: {@code
 * docs/proofs.md}.
 */
public final class HeadCodec {
    /** Bytes of a head. */
    public static final int HEAD_BYTES = 178;

    private static final int SIGNATURE_BYTES = PublicKey.BYTES + HeadSignature.BYTES;

    /** Bytes of a signed head. */
    public static final int SIGNED_HEAD_BYTES = HEAD_BYTES + SIGNATURE_BYTES;

    /** Most bytes of a certificate: with a signature of every voter that there can be. */
    public static final int CERTIFICATE_BYTES_MAX = HEAD_BYTES + 1 + ValidatorSet.VOTERS_MAX * SIGNATURE_BYTES;

    private static final int EVIDENCE_BYTES_MIN = SIGNED_HEAD_BYTES + HEAD_BYTES + HeadSignature.BYTES + 2;

    /** Most bytes of evidence: with as many heads between as there can be. */
    public static final int EVIDENCE_BYTES_MAX = EVIDENCE_BYTES_MIN + DoubleSigning.BETWEEN_MAX * HEAD_BYTES;

    private HeadCodec() {}

    /** The 178 bytes of a head. */
    public static byte[] encode(Head head) {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES);
        put(bytes, head);
        return bytes.array();
    }

    /** The 274 bytes of a signed head: head, key, signature. */
    public static byte[] encode(SignedHead signed) {
        ByteBuffer bytes = ByteBuffer.allocate(SIGNED_HEAD_BYTES);
        put(bytes, signed.head());
        put(bytes, signed.signature());
        return bytes.array();
    }

    /** Head, number of signatures in one byte, signatures; at most {@link #CERTIFICATE_BYTES_MAX}. */
    public static byte[] encode(Certificate certificate) {
        List<HeadSignature> signatures = certificate.signatures();
        ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + 1 + signatures.size() * SIGNATURE_BYTES);
        put(bytes, certificate.head());
        bytes.put((byte) signatures.size());
        signatures.forEach(signature -> put(bytes, signature));
        return bytes.array();
    }

    /** The first signed head; head and signature of the second; number of heads between in two bytes, these heads. */
    public static byte[] encode(DoubleSigning evidence) {
        List<Head> between = evidence.between();
        ByteBuffer bytes = ByteBuffer.allocate(EVIDENCE_BYTES_MIN + between.size() * HEAD_BYTES);
        put(bytes, evidence.first().head());
        put(bytes, evidence.first().signature());
        put(bytes, evidence.second().head());
        bytes.put(evidence.second().signature().signature());
        bytes.putShort((short) between.size());
        between.forEach(head -> put(bytes, head));
        return bytes.array();
    }

    /** Reads the 178 bytes of a head. */
    public static Head decodeHead(byte[] bytes) throws MalformedHead {
        return decode("a head", bytes, HeadCodec::head);
    }

    /** Reads a signed head; whether the signature is right is not asked. */
    public static SignedHead decodeSignedHead(byte[] bytes) throws MalformedHead {
        return decode("a signed head", bytes, from -> new SignedHead(head(from), signature(from)));
    }

    /** Reads a certificate in order; whether its signatures are right and enough is not asked. */
    public static Certificate decodeCertificate(byte[] bytes) throws MalformedHead {
        return decode("a certificate", bytes, from -> {
            Head head = head(from);
            int count = taken(from, 1)[0];
            require(count >= 1 && count <= ValidatorSet.VOTERS_MAX, "it counts " + count + " signatures");
            List<HeadSignature> signatures = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                signatures.add(signature(from));
            }
            return new Certificate(head, signatures);
        });
    }

    /** Reads evidence whose heads contradict each other; whether the signatures are right is not asked. */
    public static DoubleSigning decodeDoubleSigning(byte[] bytes) throws MalformedHead {
        return decode("evidence", bytes, from -> {
            SignedHead first = new SignedHead(head(from), signature(from));
            Head second = head(from);
            HeadSignature signature = HeadSignature.of(first.key(), taken(from, HeadSignature.BYTES));
            int count = ByteBuffer.wrap(taken(from, 2)).getShort();
            require(count >= 0 && count <= DoubleSigning.BETWEEN_MAX, "it counts " + count + " heads between");
            List<Head> between = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                between.add(head(from));
            }
            return new DoubleSigning(first, new SignedHead(second, signature), between);
        });
    }

    private static <T> T decode(String what, byte[] bytes, Reading<T> reading) throws MalformedHead {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        try {
            T read = reading.read(from);
            require(!from.hasRemaining(), from.remaining() + " bytes are left over");
            return read;
        } catch (IllegalArgumentException wrong) {
            throw new MalformedHead("these bytes are not " + what + ": " + wrong.getMessage());
        }
    }

    private interface Reading<T> {
        T read(ByteBuffer from);
    }

    private static void put(ByteBuffer bytes, Head head) {
        bytes.putShort((short) Head.VERSION)
                .put(head.chainId().hash().toBytes())
                .putLong(head.epoch())
                .putLong(head.height())
                .put(head.blockHash().toBytes())
                .put(head.stateRoot().toBytes())
                .put(head.receiptsRoot().toBytes())
                .put(head.previous().toBytes());
    }

    private static void put(ByteBuffer bytes, HeadSignature signature) {
        bytes.put(signature.key().toBytes()).put(signature.signature());
    }

    private static Head head(ByteBuffer from) {
        ByteBuffer head = ByteBuffer.wrap(taken(from, HEAD_BYTES));
        int version = head.getShort();
        require(version == Head.VERSION, "version " + version + " of a head is unknown");
        return new Head(
                new ChainId(hash(head)),
                head.getLong(),
                head.getLong(),
                hash(head),
                hash(head),
                hash(head),
                hash(head));
    }

    private static HeadSignature signature(ByteBuffer from) {
        PublicKey key = PublicKey.of(taken(from, PublicKey.BYTES));
        return HeadSignature.of(key, taken(from, HeadSignature.BYTES));
    }

    private static Hash hash(ByteBuffer from) {
        return Hash.of(taken(from, Hash.BYTES));
    }

    private static byte[] taken(ByteBuffer from, int length) {
        require(from.remaining() >= length, "they end too early");
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static void require(boolean holds, String wrong) {
        if (!holds) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
