package org.khazana.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.api.port.NodeHealth;
import org.khazana.api.port.SubmissionOutcome;
import org.khazana.api.server.FakeGateway;
import org.khazana.api.server.ServedApi;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.transaction.TransactionId;

class LedgerClientTest {
    private static final TransactionId ID = new TransactionId(FakeGateway.hashOf(5));
    private static final Receipt DONE = new Receipt(ID, 42, 0, 1_000, List.of(), List.of());
    private static final byte[] ENVELOPE = {1, 2, 3};
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ServedApi first;
    private ServedApi second;

    @BeforeEach
    void start() {
        first = new ServedApi();
        second = new ServedApi();
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    @Test
    void readsEverything() {
        try (LedgerClient client = LedgerClient.of(first.uri())) {
            assertThat(client.cluster().validators()).hasSize(2);
            assertThat(client.validators().validators().getLast().directory()).isEqualTo("00000007");
            assertThat(client.account(5001).orElseThrow().controller()).isEqualTo(4);
            assertThat(client.account(99)).isEmpty();
            assertThat(client.positions(5001)
                            .orElseThrow()
                            .positions()
                            .getLast()
                            .quantity())
                    .isEqualTo("1250000.50");
            assertThat(client.asset("PKR").orElseThrow().minorDigits()).isEqualTo(2);
            assertThat(client.programme("MTB 2026").orElseThrow().authorised()).isEqualTo("100000000.00");
            assertThat(client.serial("PK0000000015", "17").orElseThrow().holder())
                    .isEqualTo(5001);
            assertThat(client.restriction(1).orElseThrow().ground()).isEqualTo("COURT");
            assertThat(client.motion(ID.toString())).isEmpty();
            assertThat(client.latestBlock().orElseThrow().height()).isEqualTo(42);
            assertThat(client.block(43)).isEmpty();
            assertThat(client.transaction(ID.toString())).isEmpty();
            assertThat(client.prepare("{\"sender\":5,\"operation\":{\"type\":\"issueTokens\",\"isin\":\"PK0000000015\","
                                    + "\"account\":5001,\"quantity\":\"1\"}}")
                            .requiredSigners())
                    .hasSize(2);
            assertThat(client.ready()).isTrue();
            first.gateway.health = new NodeHealth(false, "starting");
            assertThat(client.ready()).isFalse();
        }
    }

    @Test
    void readsFromAnotherNodeWhenOneIsAway() throws IOException {
        try (LedgerClient client = LedgerClient.of(List.of(nobody(), first.uri()))) {
            assertThat(client.cluster().self()).isEqualTo("validator-1");
        }
    }

    @Test
    void submitsTheSameBytesElsewhereUntilThereIsAnOutcome() throws IOException {
        first.gateway.answer(new SubmissionOutcome.OutcomeUnknown(Optional.of(ID), "the leader vanished"));
        AtomicInteger tries = new AtomicInteger();
        second.gateway.onSubmit = (envelope, wait) -> CompletableFuture.completedFuture(
                tries.incrementAndGet() < 3
                        ? new SubmissionOutcome.NoLeader(1)
                        : new SubmissionOutcome.Committed(DONE));

        try (LedgerClient client = LedgerClient.of(List.of(nobody(), first.uri(), second.uri()))) {
            assertThat(client.submit(ENVELOPE, PATIENCE).height()).isEqualTo(42);
        }

        assertThat(first.gateway.submitted)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(bytes -> assertThat(bytes).isEqualTo(ENVELOPE));
        assertThat(tries).hasValue(3);
    }

    @Test
    void doesNotInsistAfterARefusal() {
        first.gateway.answer(new SubmissionOutcome.Committed(
                new Receipt(ID, 42, 0, 1_000, List.of(Refusal.of(RefusalCode.QUANTITY_INSUFFICIENT)), List.of())));

        try (LedgerClient client = LedgerClient.of(List.of(first.uri(), second.uri()))) {
            ProblemResponse problem =
                    catchThrowableOfType(ProblemResponse.class, () -> client.submit(ENVELOPE, PATIENCE));

            assertThat(problem.status()).isEqualTo(409);
            assertThat(problem.code()).contains(6002);
            assertThat(problem.receipt().orElseThrow().height()).isEqualTo(42);
            assertThat(problem).hasMessageContaining("6002 QUANTITY_INSUFFICIENT");
        }
        assertThat(first.gateway.submitted).hasSize(1);
        assertThat(second.gateway.submitted).isEmpty();
    }

    @Test
    void saysThatTheOutcomeIsUnknownEvenIfALaterNodeTookNothing() {
        first.gateway.answer(new SubmissionOutcome.OutcomeUnknown(Optional.of(ID), "the leader vanished"));
        second.gateway.answer(new SubmissionOutcome.NoLeader(1));

        try (LedgerClient client = LedgerClient.of(List.of(first.uri(), second.uri()))) {
            assertThatThrownBy(() -> client.submit(ENVELOPE, Duration.ofMillis(500)))
                    .isInstanceOf(NoAnswer.class)
                    .hasMessageContaining("is not known");
        }
    }

    @Test
    void saysThatNothingWasTakenWhenNoNodeTookAnything() throws IOException {
        second.gateway.answer(new SubmissionOutcome.NoLeader(1));

        try (LedgerClient client = LedgerClient.of(List.of(nobody(), second.uri()))) {
            assertThatThrownBy(() -> client.submit(ENVELOPE, Duration.ofMillis(500)))
                    .isInstanceOfSatisfying(
                            ProblemResponse.class,
                            problem -> assertThat(problem.status()).isEqualTo(503));
        }
    }

    @Test
    void saysWhichNodeDoesNotAnswer() throws IOException {
        URI nobody = nobody();
        try (LedgerClient client = LedgerClient.of(nobody)) {
            assertThatThrownBy(client::cluster).isInstanceOf(NoAnswer.class).hasMessageContaining(nobody.toString());
        }
    }
}
