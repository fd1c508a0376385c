package org.khazana.api.json;

import java.util.Optional;
import org.khazana.ledger.refusal.RefusalCode;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the whole document
 * @param detail one sentence: what is wrong, and what is allowed
 * @param code what the ledger would have refused it with, where it has a code for this
 */
public record Mistake(String pointer, String detail, Optional<RefusalCode> code) {

    public static Mistake at(String pointer, String detail) {
        return new Mistake(pointer, detail, Optional.empty());
    }

    public static Mistake at(String pointer, String detail, RefusalCode code) {
        return new Mistake(pointer, detail, Optional.of(code));
    }
}
