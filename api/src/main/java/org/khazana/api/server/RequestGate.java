package org.khazana.api.server;

import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.khazana.api.problem.Problem;
import org.khazana.api.problem.ProblemType;

/**
 * Counts the requests in the house, also those whose outcome is awaited without a thread, and turns away more than
 * allowed. Health questions always pass: an overloaded node is not a dead one. Statements of whole registers lie in memory until they are
 * sent, so they have few places of their own.
 */
final class RequestGate extends Handler.Wrapper {
    private static final String HEALTH = "/health/";
    private static final int RETRY_AFTER_SECONDS = 1;

    /** Ends the path of a question for a statement, of up to 60 MB. */
    private static final String STATEMENT = "/register/proof";

    private static final int STATEMENTS_MAX = 2;
    private static final int STATEMENT_RETRY_AFTER_SECONDS = 5;

    private final Semaphore places;
    private final Semaphore statements = new Semaphore(STATEMENTS_MAX);
    private final Problem refusal;
    private final Problem statementRefusal;

    RequestGate(int requestsMax) {
        this.places = new Semaphore(requestsMax);
        this.refusal = Problem.of(ProblemType.OVERLOADED, "too many requests are waiting; nothing was taken")
                .withRetryAfterSeconds(RETRY_AFTER_SECONDS);
        this.statementRefusal = Problem.of(ProblemType.OVERLOADED, "other statements of registers are being sent")
                .withRetryAfterSeconds(STATEMENT_RETRY_AFTER_SECONDS);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (path.startsWith(HEALTH)) {
            return super.handle(request, response, callback);
        }
        if (!hasPlace(places, request)) {
            write(response, refusal, callback);
            return true;
        }
        if (path.endsWith(STATEMENT) && !hasPlace(statements, request)) {
            write(response, statementRefusal, callback);
            return true;
        }
        return super.handle(request, response, callback);
    }

    /** Takes a place until the answer is sent. */
    private static boolean hasPlace(Semaphore places, Request request) {
        boolean isTaken = places.tryAcquire();
        if (isTaken) {
            Request.addCompletionListener(request, failure -> places.release());
        }
        return isTaken;
    }

    static void write(Response response, Problem problem, Callback callback) {
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        problem.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(problem.toBytes()), callback);
    }
}
