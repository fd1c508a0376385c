package org.khazana.api.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.transaction.EnvelopeLimits;
import org.khazana.ledger.transaction.RequestId;

/**
 * What a caller wants put into a transaction.
 *
 * @param requestId empty when the server shall choose one
 * @param notBefore from when it is valid; the epoch for "from now on"
 * @param notAfter until when it is valid
 */
public record PrepareRequest(
        PartyId sender, Optional<RequestId> requestId, Instant notBefore, Instant notAfter, Operation operation) {
    public static final Duration VALIDITY_MAX = Duration.ofMillis(EnvelopeLimits.VALIDITY_MILLIS_MAX);
    public static final Duration VALIDITY_WHEN_NOT_SAID = Duration.ofHours(1);

    private static final int INSTANT_CHARACTERS_MAX = 30;
    private static final String INSTANT_RULE = "must be an instant such as \"2026-01-31T09:00:00Z\"";

    /**
     * Reads the body of a prepare request.
     *
     * @param now from when {@code validitySeconds} counts
     * @throws InvalidRequest with all mistakes
     */
    public static PrepareRequest read(JsonNode json, Denominations denominations, Instant now) {
        Mistakes mistakes = new Mistakes();
        Fields fields = Fields.of(json, mistakes);
        PartyId sender = fields.party("sender");
        Optional<RequestId> requestId = fields.optionalParsed(
                "requestId", 2 * RequestId.BYTES, PrepareRequest::requestId, "must be 32 hexadecimal digits");
        Instant notBefore = instant(fields, "notBefore").orElse(Instant.EPOCH);
        Instant notAfter = notAfter(fields, now);
        Fields operationFields = fields.object("operation");
        Optional<Operation> operation = new OperationReader(denominations).read(operationFields);
        fields.end();
        mistakes.throwIfAny();
        return new PrepareRequest(sender, requestId, notBefore, notAfter, operation.orElseThrow());
    }

    private static Instant notAfter(Fields fields, Instant now) {
        Optional<Instant> notAfter = instant(fields, "notAfter");
        Optional<Long> seconds = fields.optionalInteger("validitySeconds", 1, VALIDITY_MAX.toSeconds());
        if (notAfter.isPresent() && seconds.isPresent()) {
            fields.mistake("validitySeconds", "must be left out when notAfter is given");
        }
        if (notAfter.isPresent() && notAfter.get().isAfter(now.plus(VALIDITY_MAX))) {
            fields.mistake("notAfter", "must be at most 24 hours from now, which is " + now);
        }
        return notAfter.orElseGet(
                () -> now.plus(seconds.map(Duration::ofSeconds).orElse(VALIDITY_WHEN_NOT_SAID)));
    }

    private static Optional<Instant> instant(Fields fields, String name) {
        return fields.optionalParsed(name, INSTANT_CHARACTERS_MAX, PrepareRequest::instant, INSTANT_RULE);
    }

    private static Instant instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            if (instant.isBefore(Instant.EPOCH)) {
                throw new IllegalArgumentException("before 1970");
            }
            return instant;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static RequestId requestId(String hex) {
        return RequestId.of(HexFormat.of().parseHex(hex));
    }
}
