package org.khazana.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoAnswerTest {

    @Test
    void anAddressWhereNobodyListensIsToldInPlainWords() throws IOException {
        int port;
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = held.getLocalPort();
        }
        URI node = URI.create("http://127.0.0.1:" + port);

        try (LedgerClient client = LedgerClient.of(node)) {
            assertThatThrownBy(client::cluster)
                    .isInstanceOf(NoAnswer.class)
                    .hasMessage(node + " gives no answer: nobody listens there (connection refused)");
        }
    }

    static Stream<Arguments> reasons() {
        ConnectException unresolved = new ConnectException();
        unresolved.initCause(new UnresolvedAddressException());
        ConnectException wrapped = new ConnectException();
        wrapped.initCause(unresolved);
        return Stream.of(
                Arguments.of(unresolved, "the host ledger.example is not known"),
                Arguments.of(wrapped, "the host ledger.example is not known"),
                Arguments.of(new HttpConnectTimeoutException("x"), "it took too long"),
                Arguments.of(new HttpTimeoutException("x"), "it took too long"),
                Arguments.of(new IOException("reset by peer"), "reset by peer"),
                Arguments.of(new IOException(), "the connection was lost"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void theReasonIsToldInPlainWords(IOException reason, String words) {
        NoAnswer noAnswer = NoAnswer.of(URI.create("http://ledger.example:8101"), reason);

        assertThat(noAnswer).hasMessage("http://ledger.example:8101 gives no answer: " + words);
    }
}
