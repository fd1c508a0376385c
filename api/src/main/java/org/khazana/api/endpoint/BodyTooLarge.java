package org.khazana.api.endpoint;

import io.javalin.http.Context;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.khazana.api.problem.Problem;
import org.khazana.api.problem.ProblemType;

/** The body is larger than allowed. */
public final class BodyTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How much of the rest is thrown away so that the caller gets to read the answer. */
    private static final long LINGER_BYTES_MAX = 16L * 1024 * 1024;

    private static final long LINGER_NANOS_MAX = TimeUnit.SECONDS.toNanos(2);

    private final int bytesMax;

    BodyTooLarge(int bytesMax) {
        super(null, null, false, false);
        this.bytesMax = bytesMax;
    }

    /**
     * Answers at once, then lets the caller finish sending for a moment. Closing while bytes still arrive would reset
     * the connection, and the caller would see a broken pipe instead of the answer.
     */
    public void answer(Context ctx) {
        Problem problem = Problem.of(ProblemType.BODY_TOO_LARGE, "the body may have at most " + bytesMax + " bytes");
        byte[] document = problem.toBytes();
        HttpServletResponse response = ctx.res();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(document.length);
        response.setHeader("Connection", "close");
        try {
            response.getOutputStream().write(document);
            response.flushBuffer();
            boolean waitsForPermission = ctx.header("Expect") != null;
            if (!waitsForPermission) {
                throwAwayRest(ctx.req().getInputStream());
            }
        } catch (IOException e) {
            // The caller has gone: there is nobody left to answer.
        }
    }

    private static void throwAwayRest(ServletInputStream in) throws IOException {
        byte[] buffer = new byte[8 * 1024];
        long startNanos = System.nanoTime();
        long left = LINGER_BYTES_MAX;
        while (left > 0 && System.nanoTime() - startNanos < LINGER_NANOS_MAX) {
            int read = in.read(buffer);
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }
}
