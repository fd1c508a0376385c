package org.khazana.api.server;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.function.UnaryOperator;

/**
 * One line of the table of contents.
 *
 * @param path with variable parts in braces
 * @param endpoint what answers
 * @param handler the endpoint, and what stands before it
 */
record Route(HandlerType method, String path, Handler endpoint, Handler handler) {

    static Route get(String path, Handler endpoint) {
        return new Route(HandlerType.GET, path, endpoint, endpoint);
    }

    /** The same route, with something standing before the endpoint. */
    Route behind(UnaryOperator<Handler> guard) {
        return new Route(method, path, endpoint, guard.apply(endpoint));
    }

    static Route post(String path, Handler endpoint) {
        return new Route(HandlerType.POST, path, endpoint, endpoint);
    }
}
