package org.khazana.node.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.node.Eventually;

final class PeerConnectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int HOUR_MILLIS = 3_600_000;
    private static final MemberId B = new MemberId("b", 1);
    private static final EntryId ENTRY = new EntryId(new Term(3), 7);

    private final TestCertificates certificates = new TestCertificates("a", "b", "c");
    private final NettyThreads threads = new NettyThreads();
    private final LocalPeer a = TestPeer.local("a", TestPeer.CHAIN, certificates.of("a"));
    private final LocalPeer b = TestPeer.local("b", TestPeer.CHAIN, certificates.of("b"));

    @AfterEach
    void stopThreads() {
        threads.close();
    }

    @Test
    void messagesArriveInTheOrderInWhichTheyWereSent() throws Exception {
        RecordingReceiver receiver = RecordingReceiver.silent();
        try (PeerListener listener = TestPeer.listen(b, threads, receiver, 0);
                PeerLinks links = TestPeer.connect(a, threads, "b", listener.port())) {
            awaitConnection(links);

            for (int term = 1; term <= 500; term++) {
                links.send(B, new VoteResponse(new Term(term), true));
            }

            for (int term = 1; term <= 500; term++) {
                assertThat(receiver.messages.poll(10, TimeUnit.SECONDS))
                        .isEqualTo(new VoteResponse(new Term(term), true));
            }
        }
    }

    @Test
    void theEndOfAConnectionIsToldAfterWhatCameOverIt() throws Exception {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        RecordingReceiver receiver = RecordingReceiver.stuckUntil(mayGoOn);
        try (PeerListener listener = TestPeer.listen(b, threads, receiver, 0)) {
            try (PeerLinks links = TestPeer.connect(a, threads, "b", listener.port())) {
                awaitConnection(links);
                links.send(B, new VoteResponse(new Term(1), true));
                links.send(B, new VoteResponse(new Term(2), true));
                receiver.awaitStuck();
            }
            assertThat(receiver.disconnected).isEmpty();
            mayGoOn.countDown();

            assertThat(receiver.disconnected.poll(10, TimeUnit.SECONDS)).isEqualTo(new MemberId("a", 1));
            assertThat(receiver.messages).hasSize(2);
        }
    }

    @Test
    void aPeerThatHasComeBackAlreadyIsNotToldGone() throws Exception {
        RecordingReceiver receiver = RecordingReceiver.silent();
        // the old connection stays away once it is replaced; otherwise the two would replace each other for ever
        TransportLimits once = TestPeer.tryingAgainAfterMillis(HOUR_MILLIS);
        try (PeerListener listener = TestPeer.listen(b, threads, receiver, 0);
                PeerLinks before =
                        PeerLinks.open(a, List.of(new PeerAddress("b", "127.0.0.1", listener.port())), once, threads)) {
            awaitConnection(before);
            before.send(B, new VoteResponse(new Term(1), true));
            assertThat(receiver.messages.poll(10, TimeUnit.SECONDS)).isNotNull();
            try (PeerLinks after = TestPeer.connect(a, threads, "b", listener.port())) {
                awaitConnection(after);
                after.send(B, new VoteResponse(new Term(2), true));
                assertThat(receiver.messages.poll(10, TimeUnit.SECONDS)).isNotNull();

                assertThat(receiver.disconnected).isEmpty();
            }
        }
    }

    @Test
    void aForwardedSubmissionIsAnsweredOnTheSameConnection() throws Exception {
        RecordingReceiver receiver = RecordingReceiver.answering(new ForwardAnswer.Accepted(ENTRY));
        try (PeerListener listener = TestPeer.listen(b, threads, receiver, 0);
                PeerLinks links = TestPeer.connect(a, threads, "b", listener.port())) {
            awaitConnection(links);
            BlockingQueue<ForwardAnswer> answers = new LinkedBlockingQueue<>();

            links.forward(B, new byte[] {1, 2, 3}, answers::add);

            assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(new ForwardAnswer.Accepted(ENTRY));
            assertThat(receiver.submissions.poll()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aQuestionForASnapshotIsAnsweredOnTheSameConnection() throws Exception {
        try (PeerListener listener = TestPeer.listen(b, threads, RecordingReceiver.silent(), 0);
                PeerLinks links = TestPeer.connect(a, threads, "b", listener.port())) {
            awaitConnection(links);
            BlockingQueue<SnapshotAnswer> answers = new LinkedBlockingQueue<>();

            links.ask("b", new SnapshotQuestion.Manifest(1), answers::add);
            links.ask("b", new SnapshotQuestion.Chunk(TestPeer.CHAIN.hash(), 5), answers::add);
            links.ask("c", new SnapshotQuestion.Manifest(1), answers::add);

            assertThat(links.connected()).containsExactly("b");
            assertThat(List.of(
                            answers.poll(10, TimeUnit.SECONDS),
                            answers.poll(10, TimeUnit.SECONDS),
                            answers.poll(10, TimeUnit.SECONDS)))
                    .hasAtLeastOneElementOfType(SnapshotAnswer.Later.class)
                    .hasAtLeastOneElementOfType(SnapshotAnswer.Chunk.class)
                    .hasAtLeastOneElementOfType(SnapshotAnswer.NotConnected.class);
        }
    }

    @Test
    void whoIsNoPeerAnyMoreIsLetGoAndOneWhoMovedIsFoundAgain() throws Exception {
        try (PeerListener before = TestPeer.listen(b, threads, RecordingReceiver.silent(), 0);
                PeerListener after = TestPeer.listen(b, threads, RecordingReceiver.silent(), 0);
                PeerLinks links = TestPeer.connect(a, threads, "b", before.port())) {
            int port = after.port();
            awaitConnection(links);

            links.follow(List.of());
            assertThat(links.isConnectedTo(B)).isFalse();
            assertThat(links.troubles()).isEmpty();

            links.follow(List.of(new PeerAddress("b", "127.0.0.1", port)));
            awaitConnection(links);
        }
    }

    /** Attempts grow rare while a peer is away; who is called by it need not wait for the next. */
    @Test
    void aPeerThatHasCalledIsConnectedToAtOnce() throws Exception {
        int port;
        try (PeerListener before = TestPeer.listen(b, threads, RecordingReceiver.silent(), 0)) {
            port = before.port();
        }
        TransportLimits once = TestPeer.tryingAgainAfterMillis(HOUR_MILLIS);
        try (PeerLinks links = PeerLinks.open(a, List.of(new PeerAddress("b", "127.0.0.1", port)), once, threads)) {
            Eventually.holds(
                    "the first attempt fails",
                    PATIENCE,
                    () -> !links.troubles().isEmpty()
                            && !links.troubles().values().contains(""));
            RecordingReceiver receiver = RecordingReceiver.silent();
            try (PeerListener listener = TestPeer.listen(b, threads, receiver, port)) {
                assertThat(listener.port()).isEqualTo(port);
                Eventually.holds("the next attempt is made", PATIENCE, () -> {
                    links.called(B);
                    return links.isConnectedTo(B);
                });
                assertThat(receiver.connected.poll(10, TimeUnit.SECONDS)).isEqualTo(new MemberId("a", 1));
            }
        }
    }

    @Test
    void theConnectionOfOneWhoIsNoPeerAnyMoreIsClosed() throws Exception {
        RecordingReceiver receiver = RecordingReceiver.silent();
        try (PeerListener listener = TestPeer.listen(b, threads, receiver, 0);
                PeerLinks links = TestPeer.connect(a, threads, "b", listener.port())) {
            awaitConnection(links);
            links.send(B, new VoteResponse(new Term(1), true));
            assertThat(receiver.messages.poll(10, TimeUnit.SECONDS)).isNotNull();

            listener.keepOnly(Set.of("a", "c"));
            assertThat(receiver.disconnected).isEmpty();
            listener.keepOnly(Set.of("c"));

            assertThat(receiver.disconnected.poll(10, TimeUnit.SECONDS)).isEqualTo(new MemberId("a", 1));
        }
    }

    /** Its votes and acknowledgements would be taken for those of the lost memory. */
    @Test
    void aMessageForALostDirectoryDoesNotReachTheOneThatReplacesIt() throws Exception {
        RecordingReceiver receiver = RecordingReceiver.silent();
        try (PeerListener listener = TestPeer.listen(b, threads, receiver, 0);
                PeerLinks links = TestPeer.connect(a, threads, "b", listener.port())) {
            awaitConnection(links);

            links.send(new MemberId("b", 2), new VoteResponse(new Term(1), true));
            links.send(B, new VoteResponse(new Term(2), true));

            assertThat(receiver.messages.poll(10, TimeUnit.SECONDS)).isEqualTo(new VoteResponse(new Term(2), true));
        }
    }

    @Test
    void aForwardWithoutConnectionSaysThatNothingWasSent() {
        try (PeerLinks links = TestPeer.connect(a, threads, "b", 1)) {
            BlockingQueue<ForwardAnswer> answers = new LinkedBlockingQueue<>();

            links.forward(B, new byte[1], answers::add);

            assertThat(answers.poll()).isEqualTo(new ForwardAnswer.NotConnected());
        }
    }

    @Test
    void aForwardWhoseConnectionBreaksIsLostAndTheLinkComesBackWithThePeer() throws Exception {
        RecordingReceiver receiver = RecordingReceiver.silent();
        PeerListener first = TestPeer.listen(b, threads, receiver, 0);
        int port = first.port();
        try (PeerLinks links = TestPeer.connect(a, threads, "b", port)) {
            awaitConnection(links);
            BlockingQueue<ForwardAnswer> answers = new LinkedBlockingQueue<>();
            links.forward(B, new byte[1], answers::add);
            assertThat(receiver.submissions.poll(10, TimeUnit.SECONDS)).hasSize(1);

            first.close();

            assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(new ForwardAnswer.Lost());
            Eventually.holds("the link is down", PATIENCE, () -> !links.isConnectedTo(B));
            assertThat(links.troubles()).containsKey("b");
            try (PeerListener second = TestPeer.listen(b, threads, receiver, port)) {
                awaitConnection(links);
                assertThat(second.port()).isEqualTo(port);
                assertThat(links.troubles()).isEmpty();
            }
        }
    }

    @Test
    void aPeerThatDoesNotKeepUpCostsABoundedNumberOfBytesAndRecovers() throws Exception {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        RecordingReceiver receiver = RecordingReceiver.stuckUntil(mayGoOn);
        try (PeerListener listener = TestPeer.listen(b, threads, receiver, 0);
                PeerLinks links = TestPeer.connect(a, threads, "b", listener.port())) {
            awaitConnection(links);
            byte[] envelope = new byte[1 << 20];
            links.send(B, new VoteResponse(new Term(1), true)); // the receiver is stuck with this one
            BlockingQueue<ForwardAnswer> answers = new LinkedBlockingQueue<>();

            for (int i = 0; i < 90; i++) {
                links.forward(B, envelope, answers::add);
            }

            assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(new ForwardAnswer.Overloaded());
            long droppedBefore = links.dropped();
            links.send(B, new VoteResponse(new Term(2), true));
            assertThat(links.dropped()).isEqualTo(droppedBefore + 1);

            mayGoOn.countDown();
            Eventually.holds("messages pass again", PATIENCE, () -> {
                links.send(B, new VoteResponse(new Term(3), true));
                return receiver.messages.contains(new VoteResponse(new Term(3), true));
            });
        }
    }

    @Test
    void aBusyPortIsNamed() throws Exception {
        try (PeerListener first = TestPeer.listen(a, threads, RecordingReceiver.silent(), 0)) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> TestPeer.listen(b, threads, RecordingReceiver.silent(), first.port())))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining(":" + first.port())
                    .hasMessageContaining("another program uses the port");
        }
    }

    private static void awaitConnection(PeerLinks links) {
        Eventually.holds("connected", PATIENCE, () -> links.isConnectedTo(B));
    }
}
