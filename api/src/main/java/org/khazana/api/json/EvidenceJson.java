package org.khazana.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.finality.DoubleProposing;
import org.khazana.ledger.finality.DoubleSigning;
import org.khazana.ledger.finality.DoubleVoting;
import org.khazana.ledger.finality.Evidence;
import org.khazana.ledger.finality.EvidenceCodec;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.MalformedHead;

/** What a node keeps because it proves that somebody has lied or gone wrong. */
public record EvidenceJson(List<ItemJson> evidence) {

    public EvidenceJson {
        evidence = List.copyOf(evidence);
    }

    /**
     * One of them.
     *
     * @param kind {@code DOUBLE_SIGNING}: the holder of one key has signed two histories; {@code DOUBLE_PROPOSING}: two blocks of
     *     one height and term; {@code DOUBLE_VOTING}: two votes in one term; {@code OVERRULED}: a certificate of another outcome
     *     than this node has come to; {@code UNKNOWN}: kept by another release
     * @param key of whom it convicts, hexadecimal, as {@code GET /v1/validators} shows it; null if it convicts nobody
     * @param bytes its byte form of {@code docs/proofs.md}, base64
     */
    public record ItemJson(String kind, @Nullable String key, String bytes) {}

    public static EvidenceJson of(List<byte[]> evidence) {
        return new EvidenceJson(evidence.stream().map(EvidenceJson::item).toList());
    }

    private static ItemJson item(byte[] bytes) {
        try {
            Evidence evidence = EvidenceCodec.decodeEvidence(bytes);
            return new ItemJson(kind(evidence), evidence.key().toString(), Base64Fields.write(bytes));
        } catch (MalformedHead other) {
            return new ItemJson(isCertificate(bytes) ? "OVERRULED" : "UNKNOWN", null, Base64Fields.write(bytes));
        }
    }

    private static String kind(Evidence evidence) {
        return switch (evidence) {
            case DoubleSigning signing -> "DOUBLE_SIGNING";
            case DoubleProposing proposing -> "DOUBLE_PROPOSING";
            case DoubleVoting voting -> "DOUBLE_VOTING";
        };
    }

    private static boolean isCertificate(byte[] bytes) {
        try {
            HeadCodec.decodeCertificate(bytes);
            return true;
        } catch (MalformedHead other) {
            return false;
        }
    }
}
