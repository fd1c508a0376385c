package org.khazana.node.bench;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.khazana.ledger.id.AssetCode;

/**
 * What the things of a benchmark are called on the ledger.
 *
 * @param firstBill the number in the code of the first bill; the others follow
 * @param firstAccount the number of the first account; the others follow
 */
record RegisterNames(int firstBill, long firstAccount) {
    /** On a ledger with nothing but its founding. */
    static final RegisterNames FIRST = new RegisterNames(1, 1_000_000);

    private static final int NUMBERS = 1_000_000_000;
    private static final long ACCOUNTS_FROM = 1_000_000_000;
    private static final String COUNTRY = "PK";
    /** Each letter counts as two digits, A being 10. */
    private static final String COUNTRY_DIGITS = "2520";

    /** One of a billion, so that hardly anybody else has it, or with further bills one of those that follow. */
    static RegisterNames drawnFrom(RandomGenerator random) {
        int drawn = random.nextInt(NUMBERS);
        return new RegisterNames(drawn, ACCOUNTS_FROM + (long) drawn * Endowment.ACCOUNTS_MAX);
    }

    /** The code of a bill, which counts from 0. */
    AssetCode bill(int index) {
        String number = String.format(Locale.ROOT, "%09d", (firstBill + index) % NUMBERS);
        return new AssetCode(COUNTRY + number + checkDigit(COUNTRY_DIGITS + number));
    }

    /** Of ISO 6166: with it, the sum of the digits is a multiple of ten, every second one from it being doubled. */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int weighted = fromRight % 2 == 0 ? 2 * digit : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
