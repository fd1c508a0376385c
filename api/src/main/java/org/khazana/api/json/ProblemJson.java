package org.khazana.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type relative reference, the same for ever; {@code GET} it for an explanation
 * @param detail one sentence about this occurrence
 * @param name the last part of the type as a constant
 * @param code the ledger's stable number, where the ledger refuses
 * @param transactionId where the problem is about a transaction whose id is known
 * @param receipt where the refusal is committed
 * @param errors where the request has mistakes: each of them
 */
public record ProblemJson(
        String type,
        String title,
        int status,
        String detail,
        String name,
        @Nullable Integer code,
        @Nullable String transactionId,
        @Nullable ReceiptJson receipt,
        @Nullable List<ErrorJson> errors) {

    /**
     * One mistake of the request.
     *
     * @param pointer where, as a JSON pointer (RFC 6901)
     * @param code what the ledger would refuse it with, where it has a code for this
     */
    public record ErrorJson(
            String pointer,
            String detail,
            @Nullable Integer code,
            @Nullable String name) {
        public static ErrorJson of(Mistake mistake) {
            return new ErrorJson(
                    mistake.pointer(),
                    mistake.detail(),
                    mistake.code().map(code -> code.number()).orElse(null),
                    mistake.code().map(Enum::name).orElse(null));
        }
    }
}
