package org.khazana.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.BiFunction;
import org.khazana.ledger.proof.BalanceProof;
import org.khazana.ledger.proof.CertifiedSettlementProof;

/** The file of a certified proof of any kind, told apart by its {@code type}. Layout: {@code docs/proofs.md}. */
public sealed interface CertifiedProofFile {
    /** Most bytes of a file of any kind. */
    int FILE_BYTES_MAX = CertifiedSettlementProofJson.FILE_BYTES_MAX;

    /** What became of a transaction. */
    record Settlement(CertifiedSettlementProof proof) implements CertifiedProofFile {}

    /** What an account holds. */
    record Balance(BalanceProof proof) implements CertifiedProofFile {}

    /**
     * Reads a whole file. Whether it proves anything is not asked here.
     *
     * @throws MalformedJson if it is longer than {@link #FILE_BYTES_MAX}, or no JSON
     * @throws InvalidRequest with all mistakes, if the JSON is no certified proof of a kind that this release knows
     */
    static CertifiedProofFile read(byte[] file) {
        JsonNode json = json(file);
        return switch (Optional.ofNullable(json.get("type"))
                .map(JsonNode::asText)
                .orElse("")) {
            case BalanceProofJson.TYPE -> new Balance(read(json, BalanceProofJson::read));
            case CertifiedSettlementProofJson.TYPE -> new Settlement(read(json, CertifiedSettlementProofJson::read));
            default -> {
                Mistakes mistakes = new Mistakes();
                Fields.of(json, mistakes)
                        .mistake(
                                "type",
                                "must be \"" + CertifiedSettlementProofJson.TYPE + "\" or \"" + BalanceProofJson.TYPE
                                        + "\"");
                mistakes.throwIfAny();
                throw new IllegalStateException("a mistake was noted and is not there");
            }
        };
    }

    /** Reads a whole file of one kind. */
    static <T> T read(byte[] file, BiFunction<Fields, Mistakes, T> reading) {
        return read(json(file), reading);
    }

    private static <T> T read(JsonNode json, BiFunction<Fields, Mistakes, T> reading) {
        Mistakes mistakes = new Mistakes();
        return reading.apply(Fields.of(json, mistakes), mistakes);
    }

    private static JsonNode json(byte[] file) {
        if (file.length > FILE_BYTES_MAX) {
            throw new MalformedJson("a proof has at most " + FILE_BYTES_MAX + " bytes");
        }
        return StrictJson.readFile(file);
    }
}
