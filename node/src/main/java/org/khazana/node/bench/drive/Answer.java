package org.khazana.node.bench.drive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a validator has answered.
 *
 * @param status of HTTP
 * @param body as text; empty where only the status matters
 */
public record Answer(int status, String body) {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    private static final Pattern PROBLEM_NAME = Pattern.compile("\"name\"\\s*:\\s*\"(\\w+)\"");
    private static final Pattern DONE = Pattern.compile("\"result\"\\s*:\\s*\"done\"");

    /** Whether the body of an answer to this kind of request has to be looked at. */
    public static boolean isBodyNeeded(Request.Kind kind, int status) {
        return status != OK || kind == Request.Kind.RECEIPT;
    }

    /** What was asked for has been done. */
    boolean isSuccess(Request.Kind kind) {
        return switch (kind) {
            case COMMITTED, READ -> status == OK;
            case CERTIFIED -> status == OK || isCertificateLate(kind);
            case RECEIPT -> status == OK && DONE.matcher(body).find();
        };
    }

    /** Committed, but not certified while the validator waited for that. */
    boolean isCertificateLate(Request.Kind kind) {
        return kind == Request.Kind.CERTIFIED && status == ACCEPTED;
    }

    /** Nothing was taken, or nobody knows: the same bytes are to be sent again. */
    boolean isWorthRetrying() {
        return status == SERVICE_UNAVAILABLE || status == GATEWAY_TIMEOUT;
    }

    /** The name of the problem, as documented; for an answer that is none, its status. */
    String problem() {
        Matcher name = PROBLEM_NAME.matcher(body);
        return name.find() ? name.group(1) : "HTTP_" + status;
    }
}
