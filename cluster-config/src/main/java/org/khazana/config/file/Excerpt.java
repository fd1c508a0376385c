package org.khazana.config.file;

/** Shows what somebody wrote without letting it disturb the terminal: short, and printable characters only. */
final class Excerpt {
    private static final int CHARACTERS_MAX = 80;

    private Excerpt() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(CHARACTERS_MAX)
                .map(point -> isPrintable(point) ? point : '?')
                .forEach(shown::appendCodePoint);
        return text.codePointCount(0, text.length()) > CHARACTERS_MAX ? shown + "..." : shown.toString();
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
