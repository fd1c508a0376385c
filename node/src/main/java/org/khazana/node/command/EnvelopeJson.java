package org.khazana.node.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.wire.MalformedTransaction;
import org.khazana.ledger.wire.TransactionCodec;

/**
 * A transaction on its way from one signer to the next: the JSON that {@code tx prepare} prints, {@code tx sign} adds
 * to, and the API takes. What else the JSON says about the body must be true, or it is refused.
 *
 * @param bytes the exact bytes of the body
 * @param body the same, decoded
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record EnvelopeJson(byte[] bytes, TransactionBody body, List<TransactionSignature> signatures) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    EnvelopeJson {
        signatures = List.copyOf(signatures);
    }

    /** Reads what {@code tx prepare} or {@code tx sign} printed. */
    static EnvelopeJson read(TextInput input) {
        try {
            return parse(input.read());
        } catch (JsonProcessingException e) {
            throw new CommandFailure(ExitCode.FAILED, input.name() + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (MalformedTransaction | IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.FAILED, input.name() + " holds no transaction: " + e.getMessage(), e);
        }
    }

    static EnvelopeJson parse(String text) throws JsonProcessingException, MalformedTransaction {
        JsonNode json = MAPPER.readTree(text);
        byte[] bytes = base64(json, "body")
                .orElseThrow(() -> new IllegalArgumentException("it has no field \"body\" with base64 text"));
        EnvelopeJson envelope =
                new EnvelopeJson(bytes, TransactionCodec.decodeBody(bytes), signatures(json.path("signatures")));
        envelope.requireTrue("transactionId", json, envelope.transactionId());
        envelope.requireTrue("signingBytes", json, Base64.getEncoder().encodeToString(envelope.signingBytes()));
        return envelope;
    }

    String transactionId() {
        return TransactionCodec.idOf(body.chainId(), bytes).toString();
    }

    byte[] signingBytes() {
        return TransactionCodec.signingBytes(body.chainId(), bytes);
    }

    EnvelopeJson with(TransactionSignature signature) {
        List<TransactionSignature> all = new ArrayList<>(signatures);
        all.add(signature);
        return new EnvelopeJson(bytes, body, all);
    }

    boolean isSignedBy(PublicKey key) {
        return signatures.stream().anyMatch(signature -> signature.publicKey().equals(key));
    }

    byte[] toProtobuf() {
        return TransactionCodec.encodeEnvelope(bytes, signatures);
    }

    /** Just what the API takes, so that {@code curl} can send it too. */
    Map<String, Object> toJson() {
        Base64.Encoder base64 = Base64.getEncoder();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("body", base64.encodeToString(bytes));
        json.put(
                "signatures",
                signatures.stream()
                        .map(signature -> {
                            Map<String, String> fields = new LinkedHashMap<>();
                            fields.put(
                                    "publicKey",
                                    base64.encodeToString(signature.publicKey().toBytes()));
                            fields.put("signature", base64.encodeToString(signature.signature()));
                            return fields;
                        })
                        .toList());
        return json;
    }

    private static List<TransactionSignature> signatures(JsonNode array) {
        List<TransactionSignature> signatures = new ArrayList<>();
        for (JsonNode element : array) {
            byte[] key = base64(element, "publicKey")
                    .orElseThrow(() -> new IllegalArgumentException("a signature has no \"publicKey\""));
            byte[] signature = base64(element, "signature")
                    .orElseThrow(() -> new IllegalArgumentException("a signature has no \"signature\""));
            signatures.add(TransactionSignature.of(PublicKey.of(key), signature));
        }
        return signatures;
    }

    private static Optional<byte[]> base64(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() ? Optional.of(Base64.getDecoder().decode(value.textValue())) : Optional.empty();
    }

    private void requireTrue(String field, JsonNode json, String truth) {
        JsonNode claimed = json.path(field);
        if (!claimed.isMissingNode() && !claimed.asText().equals(truth)) {
            throw new IllegalArgumentException("its \"" + field + "\" does not belong to its \"body\"");
        }
    }
}
