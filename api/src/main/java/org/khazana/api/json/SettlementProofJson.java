package org.khazana.api.json;

import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.crypto.MerklePath;
import org.khazana.ledger.proof.SettlementProof;
import org.khazana.ledger.receipt.ReceiptLimits;
import org.khazana.ledger.transaction.EnvelopeLimits;

/**
 * A settlement proof as a file: its parts in base64, each in its one byte form. Layout: {@code docs/proofs.md}.
 *
 * @param type {@link #TYPE}
 */
public record SettlementProofJson(
        String type, String header, String envelope, String envelopePath, String receipt, String receiptPath) {
    public static final String TYPE = "khazana/settlement-proof/1";

    /** Most bytes of a file: enough for the base64 of the longest receipt and the longest envelope. */
    public static final int FILE_BYTES_MAX = 8 << 20;

    private static final String TYPE_RULE = "must be \"" + TYPE + "\"";

    public static SettlementProofJson of(SettlementProof proof) {
        return new SettlementProofJson(
                TYPE,
                base64(proof.header()),
                base64(proof.envelope()),
                base64(proof.envelopePath().toBytes()),
                base64(proof.receipt()),
                base64(proof.receiptPath().toBytes()));
    }

    /**
     * Reads a whole file. Whether it proves anything is not asked here.
     *
     * @throws MalformedJson if it is longer than {@link #FILE_BYTES_MAX}, or no JSON
     * @throws InvalidRequest with all mistakes, if the JSON is no settlement proof
     */
    public static SettlementProof read(byte[] file) {
        if (file.length > FILE_BYTES_MAX) {
            throw new MalformedJson("a settlement proof has at most " + FILE_BYTES_MAX + " bytes");
        }
        Mistakes mistakes = new Mistakes();
        Fields fields = Fields.of(StrictJson.readFile(file), mistakes);
        Optional<SettlementProof> proof = read(fields);
        fields.end();
        mistakes.throwIfAny();
        return proof.orElseThrow();
    }

    /** Reads the fields of a proof out of an object that may have more; empty after a mistake, which is noted. */
    public static Optional<SettlementProof> read(Fields fields) {
        Optional<String> type = fields.parsed("type", TYPE.length(), SettlementProofJson::type, TYPE_RULE);
        Optional<byte[]> header = bytes(fields, "header", HeaderLayout.BYTES);
        Optional<byte[]> envelope = bytes(fields, "envelope", EnvelopeLimits.ENVELOPE_BYTES_MAX);
        Optional<MerklePath> envelopePath = path(fields, "envelopePath");
        Optional<byte[]> receipt = bytes(fields, "receipt", ReceiptLimits.RECEIPT_BYTES_MAX);
        Optional<MerklePath> receiptPath = path(fields, "receiptPath");
        boolean isWhole = type.isPresent()
                && header.isPresent()
                && envelope.isPresent()
                && envelopePath.isPresent()
                && receipt.isPresent()
                && receiptPath.isPresent();
        if (!isWhole) {
            return Optional.empty();
        }
        if (header.get().length != HeaderLayout.BYTES) {
            fields.mistake("header", "must be the base64 of 190 bytes");
            return Optional.empty();
        }
        return Optional.of(new SettlementProof(
                header.get(), envelope.get(), envelopePath.get(), receipt.get(), receiptPath.get()));
    }

    private static String type(String text) {
        if (!text.equals(TYPE)) {
            throw new IllegalArgumentException(TYPE_RULE);
        }
        return text;
    }

    private static Optional<MerklePath> path(Fields fields, String name) {
        return part(
                fields, name, MerklePath.BYTES_MAX, MerklePath::of, "must be the base64 of the bytes of a Merkle path");
    }

    private static Optional<byte[]> bytes(Fields fields, String name, int bytesMax) {
        return part(
                fields, name, bytesMax, Function.identity(), "must be the base64 of at most " + bytesMax + " bytes");
    }

    private static <T> Optional<T> part(
            Fields fields, String name, int bytesMax, Function<byte[], T> read, String rule) {
        return fields.parsed(name, base64Characters(bytesMax), text -> read.apply(bytes(text, bytesMax)), rule);
    }

    /** Of the texts that mean the same bytes only the one that {@link #base64} writes is taken. */
    private static byte[] bytes(String text, int bytesMax) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length > bytesMax || !base64(bytes).equals(text)) {
            throw new IllegalArgumentException("too long, or not as base64 is written");
        }
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static int base64Characters(int bytes) {
        return Math.multiplyExact(4, Math.ceilDiv(bytes, 3));
    }
}
