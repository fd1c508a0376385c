package org.khazana.api.server;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One line of the table of contents.
 *
 * @param path with variable parts in braces
 */
record Route(HandlerType method, String path, Handler endpoint) {

    static Route get(String path, Handler endpoint) {
        return new Route(HandlerType.GET, path, endpoint);
    }

    static Route post(String path, Handler endpoint) {
        return new Route(HandlerType.POST, path, endpoint);
    }
}
