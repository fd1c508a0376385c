package org.khazana.api.endpoint;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.khazana.api.problem.Problem;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;

/** Reads the body of a request within a bound, whatever its length is said to be. */
final class RequestBody {
    static final String JSON = "application/json";
    static final String PROTOBUF = "application/x-protobuf";

    /** A batch of as many legs as may be, each with a message of the travel rule; the largest envelope in base64 is shorter. */
    static final int JSON_BYTES_MAX = 256 * 1024;

    private RequestBody() {}

    /** The media type in lower case without parameters; refuses another charset than UTF-8 and any compression. */
    static String mediaType(Context ctx) {
        String contentType = ctx.contentType() == null ? "" : ctx.contentType().toLowerCase(Locale.ROOT);
        int semicolon = contentType.indexOf(';');
        String parameters = semicolon < 0 ? "" : contentType.substring(semicolon);
        if (parameters.contains("charset") && !parameters.replace("\"", "").contains("charset=utf-8")) {
            throw unsupported("only the charset UTF-8 is understood", JSON);
        }
        if (ctx.header("Content-Encoding") != null) {
            throw unsupported("compressed bodies are not understood", JSON);
        }
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip();
    }

    static RequestRefused unsupported(String detail, String accepted) {
        return new RequestRefused(
                Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail).withHeader("Accept", accepted));
    }

    /**
     * Reads all of the body.
     *
     * @throws BodyTooLarge as soon as that is known; at most one byte more than allowed is kept
     */
    static byte[] read(Context ctx, int bytesMax) {
        if (ctx.req().getContentLengthLong() > bytesMax) {
            throw new BodyTooLarge(bytesMax);
        }
        byte[] bytes;
        try {
            InputStream in = ctx.bodyInputStream();
            bytes = in.readNBytes(bytesMax + 1);
        } catch (IOException e) {
            throw RequestRefused.of(ProblemType.BODY_INCOMPLETE, "the body could not be read to its end");
        }
        if (bytes.length > bytesMax) {
            throw new BodyTooLarge(bytesMax);
        }
        return bytes;
    }
}
