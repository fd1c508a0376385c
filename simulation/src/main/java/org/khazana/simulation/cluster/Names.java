package org.khazana.simulation.cluster;

import java.util.regex.Pattern;
import org.khazana.consensus.membership.MemberId;

/** Members as people write them: {@code m1} in its first directory, {@code m1.2} in its second. */
public final class Names {
    private static final Pattern FIRST_DIRECTORY = Pattern.compile("\\b([a-z][a-z0-9-]*)\\.1(?![0-9a-f])");

    private Names() {}

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException if it names no member
     */
    public static MemberId member(String written) {
        int dot = written.indexOf('.');
        return dot < 0
                ? new MemberId(written, 1)
                : new MemberId(written.substring(0, dot), Long.parseLong(written.substring(dot + 1), 16));
    }

    /** Writes a name. */
    public static String of(MemberId member) {
        return shortened(member.toString());
    }

    /** The text with first directories left out of the names of members. */
    public static String shortened(String text) {
        return FIRST_DIRECTORY.matcher(text).replaceAll("$1");
    }
}
