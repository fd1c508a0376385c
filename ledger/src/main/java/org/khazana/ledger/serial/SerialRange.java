package org.khazana.ledger.serial;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Tokens;

/** Tokens of one instrument whose serials follow one another. What a client sends is not judged yet: it may be anything. */
@Says("{count} tokens from serial {first} on")
public record SerialRange(
        @Tokens @Means("the least serial") long first,
        @Tokens @Means("how many tokens") long count) {

    /** Whether there is at least one such serial, and all can be counted. */
    public boolean isSound() {
        return first > 0 && count > 0 && count <= Long.MAX_VALUE - first;
    }

    /** The serial after the last one. */
    public long end() {
        return Math.addExact(first, count);
    }

    /** Whether the serial is one of these. */
    public boolean includes(long serial) {
        return serial >= first && serial - first < count;
    }
}
