package org.khazana.api.server;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.khazana.api.problem.Problem;
import org.khazana.api.problem.ProblemType;

/** Problem documents instead of error pages for what Jetty refuses before any of our code is reached. */
final class JettyProblems extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Problem problem = switch (status) {
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "nothing is found under this path");
            case 431, 414 -> Problem.of(ProblemType.HEADERS_TOO_LARGE, "headers and path are too long");
            case 503 -> Problem.of(ProblemType.NOT_READY, "the server is stopping");
            default ->
                status >= 500
                        ? Problem.of(ProblemType.INTERNAL_ERROR, "the request could not be handled")
                        : Problem.of(ProblemType.BAD_HTTP, "the request could not be read");
        };
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        RequestGate.write(response, problem, callback);
        return true;
    }
}
