package org.khazana.api.json;

import java.util.Optional;
import org.khazana.ledger.refusal.RefusalCode;

/** A text that is no amount, or none that can be moved. */
final class NotAnAmount extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final transient Optional<RefusalCode> code;

    private NotAnAmount(String rule, Optional<RefusalCode> code) {
        super(rule, null, false, false);
        this.rule = rule;
        this.code = code;
    }

    static NotAnAmount malformed(int minorDigits) {
        String sample = minorDigits == 0 ? "\"250\"" : "\"1250000." + "5".repeat(minorDigits) + "\"";
        String rule =
                minorDigits == 0 ? "a whole number" : "a decimal number with at most " + minorDigits + " decimals";
        return new NotAnAmount("must be " + rule + " as a string, such as " + sample, Optional.empty());
    }

    static NotAnAmount notPositive() {
        return new NotAnAmount("must be more than zero", Optional.of(RefusalCode.QUANTITY_NOT_POSITIVE));
    }

    static NotAnAmount tooLarge(String most) {
        return new NotAnAmount("must be at most " + most, Optional.of(RefusalCode.ARITHMETIC_OVERFLOW));
    }

    /** What an amount must be. */
    String rule() {
        return rule;
    }

    Optional<RefusalCode> code() {
        return code;
    }
}
