package org.khazana.node.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.client.NoAnswer;
import org.khazana.api.client.ProblemResponse;
import org.khazana.api.json.AccountJson.PositionsJson;
import org.khazana.api.json.JsonText;
import org.khazana.api.json.MalformedJson;
import org.khazana.api.json.ReceiptJson;

/** One validator as a client that does not wait long sees it, so that a frozen validator costs little time. */
final class ValidatorDesk implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final URI url;
    private final LedgerClient client;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    ValidatorDesk(URI url) {
        this.url = url;
        this.client = LedgerClient.of(url);
    }

    /** What became of a submission. */
    sealed interface Answer {
        /** It is in the chain. */
        record Committed(ReceiptJson receipt) implements Answer {}

        /** Refused, and not by the chain. */
        record Refused(String sentence) implements Answer {}

        /** It may have been taken, now or later, or not. */
        record Unknown() implements Answer {}
    }

    Answer submit(byte[] envelope) {
        try {
            return new Answer.Committed(client.submit(envelope, PATIENCE));
        } catch (ProblemResponse e) {
            if (e.receipt().isPresent()) {
                return new Answer.Committed(e.receipt().get());
            }
            boolean mayStillBeTaken = e.status() == 503 || e.status() == 504;
            return mayStillBeTaken
                    ? new Answer.Unknown()
                    : new Answer.Refused(e.status() + " " + e.getMessage() + " from " + url);
        } catch (NoAnswer e) {
            return new Answer.Unknown();
        }
    }

    /** Empty when the validator does not say in time, or says that it cannot know. */
    Optional<PositionsJson> positions(long account, boolean local) {
        HttpRequest question = HttpRequest.newBuilder(url.resolve(
                        "/v1/accounts/" + account + "/positions?consistency=" + (local ? "local" : "linearizable")))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(question, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == OK
                    ? Optional.of(JsonText.read(answer.body(), PositionsJson.class))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (MalformedJson e) {
            throw new IllegalStateException(url + " does not answer as a validator does", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.close();
        http.shutdownNow();
    }
}
