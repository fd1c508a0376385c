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
 * allowed. Health questions always pass: an overloaded node is not a dead one.
 */
final class RequestGate extends Handler.Wrapper {
    private static final String HEALTH = "/health/";
    private static final int RETRY_AFTER_SECONDS = 1;

    private final Semaphore places;
    private final Problem refusal;

    RequestGate(int requestsMax) {
        this.places = new Semaphore(requestsMax);
        this.refusal = Problem.of(ProblemType.OVERLOADED, "too many requests are waiting; nothing was taken")
                .withRetryAfterSeconds(RETRY_AFTER_SECONDS);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (Request.getPathInContext(request).startsWith(HEALTH)) {
            return super.handle(request, response, callback);
        }
        if (!places.tryAcquire()) {
            write(response, refusal, callback);
            return true;
        }
        Request.addCompletionListener(request, failure -> places.release());
        return super.handle(request, response, callback);
    }

    static void write(Response response, Problem problem, Callback callback) {
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        problem.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(problem.toBytes()), callback);
    }
}
