package org.khazana.ledger.rules;

import java.util.Set;
import org.khazana.ledger.id.AssetCode;

/** International securities identification numbers, ISO 6166. */
final class Isin {
    private static final int LENGTH = 12;
    private static final int PREFIX_LENGTH = 2;

    /**
     * Prefixes that are no countries: the European Union, what international depositories hold, and what the numbering agencies give out
     * where a country has none.
     */
    private static final Set<String> SPECIAL_PREFIXES = Set.of("EU", "XS", "XA", "XB", "XC", "XD");

    private Isin() {}

    /** Whether this is the prefix of a country or a special one, nine letters or digits, and the right check digit. */
    static boolean isValid(AssetCode code) {
        String text = code.text();
        return text.length() == LENGTH
                && isPrefix(text.substring(0, PREFIX_LENGTH))
                && !isLetter(text.charAt(LENGTH - 1))
                && weightedSum(text) % 10 == 0;
    }

    private static boolean isPrefix(String letters) {
        return Countries.isOne(letters) || SPECIAL_PREFIXES.contains(letters);
    }

    /**
     * Each letter becomes two digits (A is 10, Z is 35). Then, from the right, every second digit is doubled and the
     * digits of the results are added; the check digit makes the sum a multiple of ten.
     */
    private static int weightedSum(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(character -> digits.append(isLetter(character) ? character - 'A' + 10 : character - '0'));
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int weighted = fromRight % 2 == 0 ? digit : 2 * digit;
            sum += weighted / 10 + weighted % 10;
        }
        return sum;
    }

    private static boolean isLetter(int character) {
        return character >= 'A' && character <= 'Z';
    }
}
