package org.khazana.ledger.words;

import java.util.Locale;
import org.khazana.ledger.id.AssetCode;

/** Says how much of what. */
public final class AmountWords {
    private static final int CURRENCY_CHARACTERS = 3;

    private AmountWords() {}

    /** Such as {@code 1,000 tokens of PK0000000007} or {@code 41,000 minor units of PKR}. */
    public static String of(AssetCode asset, long quantity) {
        boolean isCash = asset.text().length() == CURRENCY_CHARACTERS;
        return grouped(quantity) + (isCash ? " minor units of " : " tokens of ") + asset;
    }

    /** With a comma before each three digits. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
