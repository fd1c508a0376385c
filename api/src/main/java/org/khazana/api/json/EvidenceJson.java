package org.khazana.api.json;

import java.util.List;
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
     * @param kind {@code DOUBLE_SIGNING}: the holder of one key has signed two histories; {@code OVERRULED}: a certificate of
     *     another outcome than this node has come to; {@code UNKNOWN}: kept by another release
     * @param bytes its byte form of {@code docs/proofs.md}, base64
     */
    public record ItemJson(String kind, String bytes) {}

    public static EvidenceJson of(List<byte[]> evidence) {
        return new EvidenceJson(evidence.stream()
                .map(bytes -> new ItemJson(kind(bytes), Base64Fields.write(bytes)))
                .toList());
    }

    private static String kind(byte[] bytes) {
        if (isRead(bytes, HeadCodec::decodeDoubleSigning)) {
            return "DOUBLE_SIGNING";
        }
        return isRead(bytes, HeadCodec::decodeCertificate) ? "OVERRULED" : "UNKNOWN";
    }

    private interface Decoder {
        Object decode(byte[] bytes) throws MalformedHead;
    }

    private static boolean isRead(byte[] bytes, Decoder decoder) {
        try {
            decoder.decode(bytes);
            return true;
        } catch (MalformedHead other) {
            return false;
        }
    }
}
