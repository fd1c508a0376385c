package org.khazana.ledger.id;

/**
 * What an asset is called by everybody: its ISIN (ISO 6166), or for cash its currency (ISO 4217).
 *
 * @param text 1 to 12 characters of {@code A-Z 0-9}; whether it is a correct ISIN is a question for the rules
 */
public record AssetCode(String text) implements Comparable<AssetCode> {
    public static final int LENGTH_MAX = 12;

    /** Before any other. */
    public static final AssetCode LEAST = new AssetCode("0");

    public AssetCode {
        if (text.isEmpty() || text.length() > LENGTH_MAX || !text.chars().allMatch(AssetCode::isUpperCaseOrDigit)) {
            throw new IllegalArgumentException("not an asset code: '" + text + "'");
        }
    }

    private static boolean isUpperCaseOrDigit(int character) {
        return (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9');
    }

    @Override
    public int compareTo(AssetCode other) {
        // Keys of one table mostly name the same few assets, and often the very same object.
        return this == other ? 0 : text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
