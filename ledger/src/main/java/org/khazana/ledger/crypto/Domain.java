package org.khazana.ledger.crypto;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;

/**
 * One kind of object that is hashed or signed. What is hashed starts with the kind, so that bytes made for one purpose
 * mean nothing for another. Layout: {@code docs/proofs.md}.
 */
public enum Domain {
    /** The bytes of the genesis file; the hash is the chain id. */
    GENESIS(1, "khazana/genesis/1"),
    /** Chain id and body bytes: what clients sign, and what the transaction id is a hash of. */
    TRANSACTION(2, "khazana/transaction/1"),
    /** One envelope in a block. */
    ENVELOPE_LEAF(3, "khazana/envelope-leaf/1"),
    /** Two nodes of a Merkle tree below one; nothing, for the tree without leaves. */
    MERKLE_NODE(4, "khazana/merkle-node/1"),
    /** The bytes of a block header; the hash is the block hash. */
    BLOCK_HEADER(5, "khazana/block-header/1"),
    /** The validators in force. */
    VALIDATOR_SET(6, "khazana/validator-set/1"),
    /** One piece of the whole state, as it travels to a validator that lags behind. */
    STATE_CHUNK(7, "khazana/state-chunk/1"),
    /** What describes all pieces of a state. */
    SNAPSHOT_MANIFEST(8, "khazana/snapshot-manifest/1"),
    /** The ranges of serials that tokens had before they were renumbered. */
    LOT_PARENTS(9, "khazana/lot-parents/1"),
    /** Which record of the state: where it stands in the state tree. */
    STATE_KEY(10, "khazana/state-key/1"),
    /** The bytes of a record of the state. */
    STATE_VALUE(11, "khazana/state-value/1"),
    /** A record in the state tree. */
    STATE_LEAF(12, "khazana/state-leaf/1"),
    /** Two nodes of the state tree below one. */
    STATE_NODE(13, "khazana/state-node/1"),
    /** The bytes of one receipt. */
    RECEIPT_LEAF(14, "khazana/receipt-leaf/1"),
    /** A head: what validators sign after they have executed a block. */
    HEAD(15, "khazana/head/1"),
    /** Which records of the state stand together in the state tree. */
    STATE_GROUP(16, "khazana/state-group/1"),
    /** The header of a block, as its proposer signs it. */
    PROPOSAL(17, "khazana/proposal/1"),
    /** A vote in an election of a leader. */
    VOTE(18, "khazana/vote/1"),
    /** The bytes of a certificate that a block carries. */
    CERTIFICATE(19, "khazana/certificate/1");

    /** Never given anything to hash, only copied: that is quicker than asking the platform for each hash. */
    private static final MessageDigest SHA_256 = newSha256();

    private final byte tag;
    private final String label;

    Domain(int tag, String label) {
        this.tag = (byte) tag;
        this.label = label;
    }

    /** Tag and name, with which every preimage of each domain begins. */
    private static final class Beginnings {
        private static final EnumMap<Domain, byte[]> OF_EACH = new EnumMap<>(Domain.class);

        static {
            for (Domain domain : values()) {
                OF_EACH.put(domain, domain.newBeginning());
            }
        }
    }

    private byte[] newBeginning() {
        byte[] name = label.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 + name.length)
                .put(tag)
                .put((byte) name.length)
                .put(name)
                .array();
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform must offer SHA-256", impossible);
        }
    }

    /** One that has hashed nothing yet. */
    static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException notThisOne) {
            return newSha256();
        }
    }

    /** Tag and name, with which every preimage begins; not to be changed. */
    byte[] beginning() {
        return requireNonNull(Beginnings.OF_EACH.get(this));
    }

    /** The tag byte, the length of the name, the name in ASCII, then all parts one after another. */
    public byte[] preimage(byte[]... parts) {
        byte[] beginning = beginning();
        int length = beginning.length;
        for (byte[] part : parts) {
            length = Math.addExact(length, part.length);
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).put(beginning);
        for (byte[] part : parts) {
            bytes.put(part);
        }
        return bytes.array();
    }

    /** SHA-256 of {@link #preimage}. */
    public Hash hash(byte[]... parts) {
        MessageDigest sha256 = sha256();
        sha256.update(beginning());
        for (byte[] part : parts) {
            sha256.update(part);
        }
        return Hash.owning(sha256.digest());
    }

    /** SHA-256 of bytes that {@link #preimage} made before. */
    public static Hash hashOfPreimage(byte[] preimage) {
        return Hash.owning(sha256().digest(preimage));
    }
}
