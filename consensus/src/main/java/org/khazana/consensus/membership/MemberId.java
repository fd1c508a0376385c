package org.khazana.consensus.membership;

import java.util.regex.Pattern;

/**
 * One memory that takes part: a validator and the data directory in which it keeps what it promised. A validator that
 * lost its directory, and with it the memory of its votes, comes back under another directory, hence as somebody else.
 * Never used again once it is gone. Ordered, so that every iteration over members is the same everywhere.
 *
 * @param validator 1 to 32 characters of {@code a-z 0-9 -}, starting with a letter
 * @param directory drawn at random when the directory was made, 1 or more
 */
public record MemberId(String validator, long directory) implements Comparable<MemberId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public MemberId {
        if (!isValidator(validator)) {
            throw new IllegalArgumentException("not a validator's id: '" + validator + "'");
        }
        if (directory < 1) {
            throw new IllegalArgumentException("not a directory's id: " + directory);
        }
    }

    /** Whether a text has the form of a validator's id. */
    public static boolean isValidator(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(MemberId other) {
        int byValidator = validator.compareTo(other.validator);
        return byValidator != 0 ? byValidator : Long.compare(directory, other.directory);
    }

    /** The validator, a dot, the directory in hexadecimal digits. */
    @Override
    public String toString() {
        return validator + "." + Long.toHexString(directory);
    }
}
