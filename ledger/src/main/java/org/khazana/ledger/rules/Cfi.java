package org.khazana.ledger.rules;

import java.util.List;
import org.khazana.ledger.instrument.InstrumentClass;

/**
 * Classification of financial instruments, ISO 10962:2021: six letters, of which the first two say category and group, and each of
 * the others a property for which the group has its own letters. X says of any property that it is not known or does not apply.
 */
final class Cfi {
    private static final int LENGTH = 6;
    private static final int GROUP_LENGTH = 2;
    private static final String GUARANTEE = "TGSUPNOQJC";
    private static final String FORM = "BRNM";
    private static final String NONE = "";

    /** Groups with the letters of their four properties. */
    private static final List<Group> GROUPS = List.of(
            // bonds: interest, guarantee, redemption, form
            new Group("DB", "FZVCK", GUARANTEE, "FGCDABTLPQRE", FORM),
            // money market instruments: interest, guarantee, none, form
            new Group("DY", "FZVK", GUARANTEE, NONE, FORM),
            // other assets: what they are, such as P for receipts of precious metals
            new Group("MM", "RIETNPSM", NONE, NONE, NONE));

    private Cfi() {}

    private record Group(String letters, String first, String second, String third, String fourth) {
        boolean has(String code) {
            return code.startsWith(letters)
                    && isOneOf(code.charAt(2), first)
                    && isOneOf(code.charAt(3), second)
                    && isOneOf(code.charAt(4), third)
                    && isOneOf(code.charAt(5), fourth);
        }

        private static boolean isOneOf(char letter, String letters) {
            return letter == 'X' || letters.indexOf(letter) >= 0;
        }
    }

    /** Whether the code is one, and one of the class. What is discounted has interest Z, what pays a fixed rate has F. */
    static boolean fits(String code, InstrumentClass ofClass) {
        return code.length() == LENGTH
                && GROUPS.stream().anyMatch(group -> group.has(code))
                && switch (ofClass) {
                    case BILL -> isOf(code, "DY", "DB") && code.charAt(2) == 'Z';
                    case BOND -> isOf(code, "DB") && code.charAt(2) == 'F';
                    case SUKUK -> isOf(code, "DB") && (code.charAt(2) == 'F' || code.charAt(2) == 'Z');
                    case RESERVE -> isOf(code, "MM");
                    case OTHER -> true;
                };
    }

    private static boolean isOf(String code, String... groups) {
        return List.of(groups).contains(code.substring(0, GROUP_LENGTH));
    }
}
