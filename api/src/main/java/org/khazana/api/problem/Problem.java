package org.khazana.api.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.khazana.api.json.JsonText;
import org.khazana.api.json.Mistake;
import org.khazana.api.json.ProblemJson;
import org.khazana.api.json.ReceiptJson;
import org.khazana.ledger.refusal.RefusalCode;

/**
 * A problem document and the headers that go with it.
 *
 * @param headers such as Retry-After and Allow
 */
public record Problem(ProblemJson document, Map<String, String> headers) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Where problems are explained; the start of every {@code type}. */
    public static final String PATH = "/problems/";

    public Problem {
        headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(document(type, detail, null, List.of()), Map.of());
    }

    /** Something is wrong with a transaction whose id is known. */
    public static Problem ofTransaction(ProblemType type, String detail, @Nullable String transactionId) {
        return new Problem(document(type, detail, transactionId, List.of()), Map.of());
    }

    /** The request has mistakes, at least one; the only one's code is also the problem's. */
    public static Problem of(List<Mistake> mistakes) {
        String detail = mistakes.size() == 1
                ? describe(mistakes.getFirst())
                : mistakes.size() + " things are wrong with the request, see errors";
        return new Problem(document(ProblemType.INVALID_REQUEST, detail, null, mistakes), Map.of());
    }

    /** Refused before it entered the log. */
    public static Problem of(RefusalCode code, String detail) {
        return new Problem(document(code, detail, null), Map.of());
    }

    /** Refused by the chain; the receipt says so for ever. */
    public static Problem of(RefusalCode code, String detail, ReceiptJson receipt) {
        return new Problem(document(code, detail, receipt), Map.of());
    }

    private static ProblemJson document(
            ProblemType type, String detail, @Nullable String transactionId, List<Mistake> mistakes) {
        Integer code = mistakes.size() == 1
                ? mistakes.getFirst().code().map(RefusalCode::number).orElse(null)
                : null;
        return new ProblemJson(
                PATH + slug(type),
                type.title(),
                type.status(),
                detail,
                type.name(),
                code,
                transactionId,
                null,
                mistakes.isEmpty()
                        ? null
                        : mistakes.stream().map(ProblemJson.ErrorJson::of).toList());
    }

    private static ProblemJson document(RefusalCode code, String detail, @Nullable ReceiptJson receipt) {
        return new ProblemJson(
                PATH + slug(code),
                RefusalTitle.of(code),
                RefusalStatus.of(code),
                detail,
                code.name(),
                code.number(),
                receipt == null ? null : receipt.transactionId(),
                receipt,
                null);
    }

    private static String describe(Mistake mistake) {
        return (mistake.pointer().isEmpty() ? "The request" : mistake.pointer()) + " " + mistake.detail();
    }

    /** The last part of the {@code type} of a problem. */
    public static String slug(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Problem withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Problem(document, more);
    }

    public Problem withRetryAfterSeconds(int seconds) {
        return withHeader("Retry-After", Integer.toString(seconds));
    }

    public int status() {
        return document.status();
    }

    /** The document as UTF-8 JSON. */
    public byte[] toBytes() {
        return JsonText.write(document);
    }
}
