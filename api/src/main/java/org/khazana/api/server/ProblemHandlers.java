package org.khazana.api.server;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khazana.api.endpoint.BodyTooLarge;
import org.khazana.api.endpoint.Reply;
import org.khazana.api.json.InvalidRequest;
import org.khazana.api.json.MalformedJson;
import org.khazana.api.problem.Problem;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns everything that ends a request early into a problem document; a stack trace goes to the log, never out. */
final class ProblemHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandlers.class);

    private final List<Route> routes;

    ProblemHandlers(List<Route> routes) {
        this.routes = routes;
    }

    void addTo(JavalinConfig config) {
        config.routes.exception(RequestRefused.class, (refused, ctx) -> Reply.problem(ctx, refused.problem()));
        config.routes.exception(
                InvalidRequest.class, (invalid, ctx) -> Reply.problem(ctx, Problem.of(invalid.mistakes())));
        config.routes.exception(
                MalformedJson.class,
                (malformed, ctx) -> Reply.problem(ctx, Problem.of(ProblemType.MALFORMED_JSON, malformed.sentence())));
        config.routes.exception(BodyTooLarge.class, BodyTooLarge::answer);
        config.routes.exception(
                RejectedExecutionException.class,
                (rejected, ctx) -> Reply.problem(
                        ctx, Problem.of(ProblemType.OUTCOME_UNKNOWN, "too much is waiting; sending again is safe")));
        config.routes.exception(HttpResponseException.class, this::httpResponse);
        config.routes.exception(Exception.class, (failure, ctx) -> internalError(failure, ctx));
        config.router.javaLangErrorHandler(ProblemHandlers::error);
    }

    private void httpResponse(HttpResponseException response, Context ctx) {
        if (response instanceof MethodNotAllowedResponse) {
            Reply.problem(ctx, methodNotAllowed(ctx));
        } else if (response.getStatus() == 404) {
            Reply.problem(ctx, Problem.of(ProblemType.NOT_FOUND, "nothing is found under this path; see /docs"));
        } else {
            internalError(response, ctx);
        }
    }

    private Problem methodNotAllowed(Context ctx) {
        String allowed = routes.stream()
                .filter(route -> matches(route.path(), ctx.path()))
                .map(route -> route.method().name())
                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                .distinct()
                .collect(Collectors.joining(", "));
        return Problem.of(ProblemType.METHOD_NOT_ALLOWED, "allowed here: " + allowed)
                .withHeader("Allow", allowed);
    }

    /** Whether a path fits a pattern whose parts in braces stand for anything. */
    private static boolean matches(String pattern, String path) {
        String[] expected = pattern.split("/", -1);
        String[] actual = path.split("/", -1);
        boolean fits = expected.length == actual.length;
        for (int i = 0; fits && i < expected.length; i++) {
            fits = expected[i].startsWith("{") || expected[i].equals(actual[i]);
        }
        return fits;
    }

    private static void internalError(Exception failure, Context ctx) {
        LOG.error("{} {} failed", ctx.method().name(), ctx.path(), failure);
        Reply.problem(ctx, Problem.of(ProblemType.INTERNAL_ERROR, "the reason is in the log of this node"));
    }

    private static void error(HttpServletResponse response, Error error) {
        LOG.error("a request failed", error);
        Problem problem = Problem.of(ProblemType.INTERNAL_ERROR, "the reason is in the log of this node");
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        try {
            response.getOutputStream().write(problem.toBytes());
        } catch (IOException e) {
            LOG.debug("the caller has gone", e);
        }
    }
}
