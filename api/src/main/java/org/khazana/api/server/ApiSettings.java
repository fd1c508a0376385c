package org.khazana.api.server;

/**
 * Where the server listens, and its bounds.
 *
 * @param host address to listen on; loopback unless an operator decides otherwise
 * @param port 0 for any free port
 * @param threadsMax platform threads that work on requests
 * @param connectionsMax open connections; more are not accepted until one closes
 * @param requestsMax requests at work or waiting for their outcome; more are answered with 503
 * @param submissionMillisMax how long a submission waits for its outcome
 * @param readMillisMax how long a linearizable read waits until this node is up to date
 */
public record ApiSettings(
        String host,
        int port,
        int threadsMax,
        int connectionsMax,
        int requestsMax,
        int submissionMillisMax,
        int readMillisMax) {
    /** Selectors and the acceptor take a few threads for themselves. */
    public static final int THREADS_MIN = 8;

    public ApiSettings {
        if (threadsMax < THREADS_MIN
                || connectionsMax < 1
                || requestsMax < 1
                || submissionMillisMax < 1
                || readMillisMax < 1) {
            throw new IllegalArgumentException("bounds of the HTTP server are too small");
        }
    }

    /** Bounds for a node of ordinary size. */
    public static ApiSettings of(String host, int port) {
        return new ApiSettings(host, port, 48, 4_096, 2_048, 10_000, 5_000);
    }

    public ApiSettings withRequestsMax(int requests) {
        return new ApiSettings(host, port, threadsMax, connectionsMax, requests, submissionMillisMax, readMillisMax);
    }

    public ApiSettings withSubmissionMillisMax(int millis) {
        return new ApiSettings(host, port, threadsMax, connectionsMax, requestsMax, millis, readMillisMax);
    }
}
