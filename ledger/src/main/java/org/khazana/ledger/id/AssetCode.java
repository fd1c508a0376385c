package org.khazana.ledger.id;

/**
 * What an asset is called by everybody: its ISIN (ISO 6166), or for cash its currency (ISO 4217). Ordered as its text is.
 *
 * <p>Most keys of the state hold one, and most of these are alike, so its characters are kept in two numbers: comparing texts took a
 * fifth of the time of a transfer.
 */
public final class AssetCode implements Comparable<AssetCode> {
    public static final int LENGTH_MAX = 12;

    /** Before any other. */
    public static final AssetCode LEAST = new AssetCode("0");

    private final String text;
    /** The first eight characters, a byte each, then zeros. */
    private final long first;
    /** The other four. */
    private final int rest;

    /** @param text 1 to 12 characters of {@code A-Z 0-9}; whether it is a correct ISIN is a question for the rules */
    public AssetCode(String text) {
        if (text.isEmpty() || text.length() > LENGTH_MAX || !isUpperCaseOrDigits(text)) {
            throw new IllegalArgumentException("not an asset code: '" + text + "'");
        }
        this.text = text;
        this.first = packed(text, 0, Long.BYTES);
        this.rest = (int) packed(text, Long.BYTES, Integer.BYTES);
    }

    private static boolean isUpperCaseOrDigits(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if ((character < 'A' || character > 'Z') && (character < '0' || character > '9')) {
                return false;
            }
        }
        return true;
    }

    /** So many characters from there on. None is above 127, so the order of the numbers is that of the texts. */
    private static long packed(String text, int from, int count) {
        long packed = 0;
        for (int at = from; at < from + count; at++) {
            packed = packed << Byte.SIZE | (at < text.length() ? text.charAt(at) : 0);
        }
        return packed;
    }

    public String text() {
        return text;
    }

    @Override
    public int compareTo(AssetCode other) {
        if (this == other) {
            return 0;
        }
        return first != other.first ? Long.compare(first, other.first) : Integer.compare(rest, other.rest);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof AssetCode code && first == code.first && rest == code.rest);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(first) + rest;
    }

    @Override
    public String toString() {
        return text;
    }
}
