package org.khazana.api.json;

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

    public static SettlementProofJson of(SettlementProof proof) {
        return new SettlementProofJson(
                TYPE,
                Base64Fields.write(proof.header()),
                Base64Fields.write(proof.envelope()),
                Base64Fields.write(proof.envelopePath().toBytes()),
                Base64Fields.write(proof.receipt()),
                Base64Fields.write(proof.receiptPath().toBytes()));
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
        boolean isOfType = Base64Fields.isType(fields, TYPE);
        Optional<SettlementProof> parts = readParts(fields);
        return isOfType ? parts : Optional.empty();
    }

    /** Reads the five parts of a proof out of an object that may have more; empty after a mistake, which is noted. */
    static Optional<SettlementProof> readParts(Fields fields) {
        Optional<byte[]> header = bytes(fields, "header", HeaderLayout.BYTES);
        Optional<byte[]> envelope = bytes(fields, "envelope", EnvelopeLimits.ENVELOPE_BYTES_MAX);
        Optional<MerklePath> envelopePath = path(fields, "envelopePath");
        Optional<byte[]> receipt = bytes(fields, "receipt", ReceiptLimits.RECEIPT_BYTES_MAX);
        Optional<MerklePath> receiptPath = path(fields, "receiptPath");
        boolean isWhole = header.isPresent()
                && envelope.isPresent()
                && envelopePath.isPresent()
                && receipt.isPresent()
                && receiptPath.isPresent();
        if (!isWhole) {
            return Optional.empty();
        }
        if (header.get().length != HeaderLayout.BYTES) {
            fields.mistake("header", "must be the base64 of 222 bytes");
            return Optional.empty();
        }
        return Optional.of(new SettlementProof(
                header.get(), envelope.get(), envelopePath.get(), receipt.get(), receiptPath.get()));
    }

    private static Optional<MerklePath> path(Fields fields, String name) {
        return Base64Fields.read(
                fields, name, MerklePath.BYTES_MAX, MerklePath::of, "must be the base64 of the bytes of a Merkle path");
    }

    private static Optional<byte[]> bytes(Fields fields, String name, int bytesMax) {
        return Base64Fields.read(
                fields, name, bytesMax, Function.identity(), "must be the base64 of at most " + bytesMax + " bytes");
    }
}
