package org.khazana.ledger.rules;

import static org.khazana.ledger.form.FieldLimits.LEI_LENGTH;

/** Legal entity identifiers, ISO 17442. */
final class Lei {
    private static final int CHECK_DIGITS = 2;
    private static final int MODULUS = 97;
    private static final int LETTER_VALUE_FIRST = 10;

    private Lei() {}

    /** Whether this is 18 letters or digits and two check digits that fit them. */
    static boolean isValid(String text) {
        return text.length() == LEI_LENGTH
                && text.chars().allMatch(character -> isDigit(character) || isLetter(character))
                && text.chars().skip(LEI_LENGTH - CHECK_DIGITS).allMatch(Lei::isDigit)
                && remainder(text) == 1;
    }

    /** ISO 7064 MOD 97-10: each letter becomes two digits (A is 10, Z is 35); the whole number leaves 1 when divided by 97. */
    private static int remainder(String text) {
        int remainder = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            int value = isLetter(character) ? character - 'A' + LETTER_VALUE_FIRST : character - '0';
            int shift = isLetter(character) ? 100 : 10;
            remainder = (remainder * shift + value) % MODULUS;
        }
        return remainder;
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isLetter(int character) {
        return character >= 'A' && character <= 'Z';
    }
}
