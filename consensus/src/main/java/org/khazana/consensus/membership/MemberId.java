package org.khazana.consensus.membership;

import java.util.regex.Pattern;

/**
 * A node as the cluster sees it. Ordered by name, so that every iteration over members is the same everywhere.
 *
 * @param name 1 to 32 characters of {@code a-z 0-9 -}, starting with a letter
 */
public record MemberId(String name) implements Comparable<MemberId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public MemberId {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("not a member id: '" + name + "'");
        }
    }

    @Override
    public int compareTo(MemberId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
