package org.khazana.api.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.khazana.api.json.JsonText;
import org.khazana.api.json.MalformedJson;
import org.khazana.api.json.ProblemJson;
import org.khazana.api.json.RegisterStatementJson;

/** One request to one node, and its answer. */
record Exchange(HttpClient http) {
    /** Room for a block of many thousand transactions, and for the largest register. */
    private static final int RESPONSE_BYTES_MAX = RegisterStatementJson.FILE_BYTES_MAX;

    /** What to ask; {@code body} and {@code contentType} are empty for a GET. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Call(String path, String contentType, byte[] body) {
        static Call get(String path) {
            return new Call(path, "", new byte[0]);
        }

        private HttpRequest to(URI node, Duration timeout) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(node.resolve(path)).timeout(timeout);
            return contentType.isEmpty()
                    ? request.GET().build()
                    : request.header("Content-Type", contentType)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build();
        }
    }

    /**
     * Asks one node.
     *
     * @throws ProblemResponse when it answers with a problem
     * @throws IOException when there is no answer, or none of a node of ours
     */
    <T> T ask(URI node, Call call, Class<T> type, Duration timeout) throws IOException {
        try {
            HttpResponse<InputStream> response =
                    http.send(call.to(node, timeout), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] answer = in.readNBytes(RESPONSE_BYTES_MAX);
                if (response.statusCode() >= 400) {
                    throw new ProblemResponse(JsonText.read(answer, ProblemJson.class));
                }
                return JsonText.read(answer, type);
            }
        } catch (MalformedJson e) {
            throw new IOException("what answers there is no Khazana node: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted while waiting for " + node, e);
        }
    }
}
