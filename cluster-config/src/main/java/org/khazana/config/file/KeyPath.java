package org.khazana.config.file;

import java.util.regex.Pattern;

/** How the place of a value is told to an operator: {@code validators[2].group}. The root is the empty text. */
final class KeyPath {
    private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private KeyPath() {}

    static String below(String path, String key) {
        String shown = BARE_KEY.matcher(key).matches() ? key : "'" + Excerpt.of(key) + "'";
        return path.isEmpty() ? shown : path + "." + shown;
    }

    static String below(String path, int index) {
        return path + "[" + index + "]";
    }

    /** The place above; the empty text for a key of the root. */
    static String above(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
