package org.khazana.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.BiFunction;
import org.khazana.ledger.proof.BalanceProof;
import org.khazana.ledger.proof.CertifiedSettlementProof;
import org.khazana.ledger.proof.RegisterStatement;
import org.khazana.ledger.proof.SerialHistoryProof;

/** The file of a certified proof of any kind, told apart by its {@code type}. Layout: {@code docs/proofs.md}. */
public sealed interface CertifiedProofFile {
    /** Most bytes of a file of any kind. */
    int FILE_BYTES_MAX = RegisterStatementJson.FILE_BYTES_MAX;

    /** What became of a transaction. */
    record Settlement(CertifiedSettlementProof proof) implements CertifiedProofFile {}

    /** What an account holds. */
    record Balance(BalanceProof proof) implements CertifiedProofFile {}

    /** Who holds how much of an asset, nobody left out. */
    record Register(RegisterStatement statement) implements CertifiedProofFile {}

    /** All that happened to one token. */
    record History(SerialHistoryProof proof) implements CertifiedProofFile {}

    /**
     * Reads a whole file. Whether it proves anything is not asked here.
     *
     * @throws MalformedJson if it is longer than {@link #FILE_BYTES_MAX}, or no JSON
     * @throws InvalidRequest with all mistakes, if the JSON is no certified proof of a kind that this release knows
     */
    static CertifiedProofFile read(byte[] file) {
        JsonNode json = json(file, FILE_BYTES_MAX);
        String type =
                Optional.ofNullable(json.get("type")).map(JsonNode::asText).orElse("");
        if (!type.equals(RegisterStatementJson.TYPE) && !type.equals(SerialHistoryProofJson.TYPE)) {
            requireLength(file, CertifiedSettlementProofJson.FILE_BYTES_MAX);
        }
        return switch (type) {
            case BalanceProofJson.TYPE -> new Balance(read(json, BalanceProofJson::read));
            case CertifiedSettlementProofJson.TYPE -> new Settlement(read(json, CertifiedSettlementProofJson::read));
            case RegisterStatementJson.TYPE -> new Register(read(json, RegisterStatementJson::read));
            case SerialHistoryProofJson.TYPE -> new History(read(json, SerialHistoryProofJson::read));
            default -> {
                Mistakes mistakes = new Mistakes();
                Fields.of(json, mistakes)
                        .mistake(
                                "type",
                                "must be \"" + CertifiedSettlementProofJson.TYPE + "\", \"" + BalanceProofJson.TYPE
                                        + "\", \"" + RegisterStatementJson.TYPE + "\" or \""
                                        + SerialHistoryProofJson.TYPE + "\"");
                mistakes.throwIfAny();
                throw new IllegalStateException("a mistake was noted and is not there");
            }
        };
    }

    /** Reads a whole file of one kind, which is not the longest. */
    static <T> T read(byte[] file, BiFunction<Fields, Mistakes, T> reading) {
        return read(file, CertifiedSettlementProofJson.FILE_BYTES_MAX, reading);
    }

    /** Reads a whole file of one kind. */
    static <T> T read(byte[] file, int bytesMax, BiFunction<Fields, Mistakes, T> reading) {
        return read(json(file, bytesMax), reading);
    }

    private static <T> T read(JsonNode json, BiFunction<Fields, Mistakes, T> reading) {
        Mistakes mistakes = new Mistakes();
        return reading.apply(Fields.of(json, mistakes), mistakes);
    }

    private static JsonNode json(byte[] file, int bytesMax) {
        requireLength(file, bytesMax);
        return StrictJson.readFile(file);
    }

    private static void requireLength(byte[] file, int bytesMax) {
        if (file.length > bytesMax) {
            throw new MalformedJson("such a proof has at most " + bytesMax + " bytes");
        }
    }
}
