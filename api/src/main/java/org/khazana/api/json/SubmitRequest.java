package org.khazana.api.json;

import static org.khazana.ledger.transaction.EnvelopeLimits.SIGNATURES_MAX;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.transaction.TransactionSignature;

/**
 * A signed transaction as JSON.
 *
 * @param body the exact bytes that were signed
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record SubmitRequest(byte[] body, List<TransactionSignature> signatures) {
    private static final String BASE64_RULE = "must be base64 (RFC 4648, with padding)";

    public SubmitRequest {
        signatures = List.copyOf(signatures);
    }

    /**
     * Reads the body of a submission.
     *
     * @throws InvalidRequest with all mistakes
     */
    public static SubmitRequest read(JsonNode json) {
        Mistakes mistakes = new Mistakes();
        Fields fields = Fields.of(json, mistakes);
        Optional<byte[]> body =
                fields.parsed("body", StrictJson.TEXT_CHARACTERS_MAX, SubmitRequest::bytes, BASE64_RULE);
        List<TransactionSignature> signatures = new ArrayList<>();
        for (Fields signature : fields.objects("signatures", 1, SIGNATURES_MAX, RefusalCode.BOUND_EXCEEDED)) {
            read(signature).ifPresent(signatures::add);
        }
        fields.end();
        mistakes.throwIfAny();
        return new SubmitRequest(body.orElseThrow(), signatures);
    }

    private static Optional<TransactionSignature> read(Fields fields) {
        Optional<PublicKey> key = fields.parsed(
                "publicKey",
                64,
                text -> PublicKey.of(bytes(text)),
                "must be the base64 of a raw Ed25519 key, 32 bytes");
        Optional<byte[]> signature = fields.parsed(
                "signature",
                128,
                SubmitRequest::signatureBytes,
                "must be the base64 of an Ed25519 signature, 64 bytes");
        fields.end();
        return key.flatMap(known -> signature.map(bytes -> TransactionSignature.of(known, bytes)));
    }

    private static byte[] signatureBytes(String text) {
        byte[] bytes = bytes(text);
        if (bytes.length != TransactionSignature.BYTES) {
            throw new IllegalArgumentException("not 64 bytes");
        }
        return bytes;
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}
