package org.khazana.node.supervision;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a node over HTTP whether it is ready to serve. */
final class ReadinessProbe implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Whether the node at {@code url} says that it is ready; false also when nothing answers there. */
    boolean isReady(URI url) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(url.resolve("/health/ready"))
                .timeout(PATIENCE)
                .build();
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false; // not listening yet, or not any more: the process itself tells which
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
