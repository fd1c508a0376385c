package org.khazana.api.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One change of the text of a file: at a place some characters go, and others come. */
record Edit(String base, int at, int deleted, String inserted) {
    private static final Pattern BASE_64 = Pattern.compile("(?<=\")[A-Za-z0-9+/]{4,}={0,2}(?=\"[,\\s])");
    private static final int CHARACTERS_OF_A_GROUP = 4;
    private static final int BYTES_OF_A_GROUP = 3;
    private static final int ASCII_BITS = 7;

    /** Where bytes stand in base64. */
    record Place(int start, int end) {}

    String of(String text) {
        return text.substring(0, at) + inserted + text.substring(at + deleted);
    }

    String line() {
        return "%s\t%d\t%d\t%s"
                .formatted(base, at, deleted, HexFormat.of().formatHex(inserted.getBytes(StandardCharsets.UTF_8)));
    }

    static List<Place> places(String text) {
        List<Place> places = new ArrayList<>();
        Matcher matcher = BASE_64.matcher(text);
        while (matcher.find()) {
            places.add(new Place(matcher.start(), matcher.end()));
        }
        return places;
    }

    /** Turns round one bit of the bytes that stand at a place. */
    static Edit ofBit(String base, String text, Place place, int bit) {
        int start = place.start() + CHARACTERS_OF_A_GROUP * (bit / Byte.SIZE / BYTES_OF_A_GROUP);
        int end = Math.min(place.end(), start + CHARACTERS_OF_A_GROUP);
        byte[] group = Base64.getDecoder().decode(text.substring(start, end));
        group[bit / Byte.SIZE % BYTES_OF_A_GROUP] ^= (byte) (1 << (bit % Byte.SIZE));
        return new Edit(base, start, end - start, Base64.getEncoder().encodeToString(group));
    }

    static int bits(String text, Place place) {
        return Byte.SIZE * Base64.getDecoder().decode(text.substring(place.start(), place.end())).length;
    }

    /** Every single bit of everything that stands in base64. */
    static List<Edit> everyBitOfEachPart(String base, String text) {
        List<Edit> edits = new ArrayList<>();
        for (Place place : places(text)) {
            for (int bit = 0; bit < bits(text, place); bit++) {
                edits.add(ofBit(base, text, place, bit));
            }
        }
        return edits;
    }

    /** Every single bit of the text around these parts: names, numbers and white space. */
    static List<Edit> everyBitAroundTheParts(String base, String text) {
        List<Edit> edits = new ArrayList<>();
        int at = 0;
        for (Place place : places(text)) {
            addEveryBit(edits, base, text, at, place.start());
            at = place.end();
        }
        addEveryBit(edits, base, text, at, text.length());
        return edits;
    }

    private static void addEveryBit(List<Edit> edits, String base, String text, int start, int end) {
        for (int at = start; at < end; at++) {
            for (int bit = 0; bit < ASCII_BITS; bit++) {
                char changed = (char) (text.charAt(at) ^ (1 << bit));
                edits.add(new Edit(base, at, 1, String.valueOf(changed)));
            }
        }
    }
}
