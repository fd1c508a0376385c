package org.khazana.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON as RFC 8259 has it and nothing more: UTF-8, no field twice, nothing behind the end, bounded depth, names
 * and numbers. Two readers of the same bytes must never understand two things.
 */
public final class StrictJson {
    public static final int DEPTH_MAX = 8;
    public static final int NAME_CHARACTERS_MAX = 64;
    public static final int NUMBER_CHARACTERS_MAX = 32;

    /** Enough for the base64 of the largest transaction body. */
    public static final int TEXT_CHARACTERS_MAX = 128 * 1024;

    /** Enough for the base64 of the largest register, in a file that is not sent to a node. */
    public static final int FILE_TEXT_CHARACTERS_MAX = 60 << 20;

    private static final ObjectReader READER = reader(TEXT_CHARACTERS_MAX);
    private static final ObjectReader FILE_READER = reader(FILE_TEXT_CHARACTERS_MAX);

    private StrictJson() {}

    private static ObjectReader reader(int textCharactersMax) {
        return new JsonMapper(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEPTH_MAX)
                                .maxNameLength(NAME_CHARACTERS_MAX)
                                .maxNumberLength(NUMBER_CHARACTERS_MAX)
                                .maxStringLength(textCharactersMax)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .build())
                .readerFor(JsonNode.class)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /**
     * Reads one JSON value.
     *
     * @throws MalformedJson with a sentence that says where and why
     */
    public static JsonNode read(byte[] utf8) {
        return read(utf8, READER);
    }

    /**
     * Reads one JSON value from a file that somebody has, in which single texts may be longer.
     *
     * @param utf8 of which the caller has seen that it is not too long
     * @throws MalformedJson with a sentence that says where and why
     */
    public static JsonNode readFile(byte[] utf8) {
        return read(utf8, FILE_READER);
    }

    private static JsonNode read(byte[] utf8, ObjectReader reader) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            JsonNode node = reader.readValue(text);
            if (node == null || node.isMissingNode()) {
                throw new MalformedJson("the body is empty; a JSON object is expected");
            }
            return node;
        } catch (CharacterCodingException e) {
            throw new MalformedJson("the body is not UTF-8");
        } catch (JsonProcessingException e) {
            throw new MalformedJson(sentence(e));
        }
    }

    private static String sentence(JsonProcessingException problem) {
        JsonLocation location = problem.getLocation();
        String where =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return "not acceptable JSON" + where + ": " + why(problem);
    }

    /** The library's own words where they are about the text; not where they are about the library. */
    private static String why(JsonProcessingException problem) {
        return switch (problem) {
            case StreamConstraintsException bound -> "nested too deeply, or a name, number or string is too long";
            case MismatchedInputException trailing -> "something follows behind the end";
            default -> problem.getOriginalMessage().lines().findFirst().orElse("unreadable");
        };
    }
}
