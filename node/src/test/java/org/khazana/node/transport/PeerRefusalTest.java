package org.khazana.node.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.node.Eventually;

/** Whoever should not be here is turned away, with a reason, and the others do not notice. */
final class PeerRefusalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final MemberId B = new MemberId("b", 1);

    private final TestCertificates certificates = new TestCertificates("a", "b", "c");
    private final NettyThreads threads = new NettyThreads();
    private final LocalPeer a = TestPeer.local("a", TestPeer.CHAIN, certificates.of("a"));
    private final LocalPeer b = TestPeer.local("b", TestPeer.CHAIN, certificates.of("b"));

    @AfterEach
    void stopThreads() {
        threads.close();
    }

    @Test
    void aPeerOfAnotherNetworkIsRefusedAndTold() throws Exception {
        LocalPeer other = TestPeer.local("a", TestPeer.chain(2), certificates.of("a"));
        RecordingReceiver receiver = RecordingReceiver.silent();
        try (PeerListener listener = TestPeer.listen(b, threads, receiver, 0);
                PeerLinks links = TestPeer.connect(other, threads, "b", listener.port())) {

            awaitTrouble(links, "b belongs to another network");

            assertThat(links.troubles().get("b")).contains("check genesis.json");
            assertThat(links.isConnectedTo(B)).isFalse();
        }
    }

    @Test
    void aStrangersCertificateIsRefused() throws Exception {
        LocalPeer stranger = TestPeer.local("a", TestPeer.CHAIN, certificates.ofStranger());
        RecordingReceiver receiver = RecordingReceiver.silent();
        try (PeerListener listener = TestPeer.listen(b, threads, receiver, 0);
                PeerLinks links = TestPeer.connect(stranger, threads, "b", listener.port())) {

            awaitTrouble(links, "does not accept our certificate");

            links.send(B, new VoteResponse(new Term(1), true));
            assertThat(receiver.messages.poll(200, TimeUnit.MILLISECONDS)).isNull();
            assertStillServes(listener, receiver);
        }
    }

    @Test
    void aListenerWithAStrangersCertificateIsNotTrusted() throws Exception {
        LocalPeer stranger = TestPeer.local("b", TestPeer.CHAIN, certificates.ofStranger());
        try (PeerListener listener = TestPeer.listen(stranger, threads, RecordingReceiver.silent(), 0);
                PeerLinks links = TestPeer.connect(a, threads, "b", listener.port())) {

            awaitTrouble(links, "its certificate is not in our genesis.json");
        }
    }

    @Test
    void aValidatorAtTheAddressOfAnotherIsNotTakenForIt() throws Exception {
        LocalPeer c = TestPeer.local("c", TestPeer.CHAIN, certificates.of("c"));
        try (PeerListener listener = TestPeer.listen(c, threads, RecordingReceiver.silent(), 0);
                PeerLinks links = TestPeer.connect(a, threads, "b", listener.port())) {

            awaitTrouble(links, "it is c: check peers in node.toml");
        }
    }

    @Test
    void bytesThatAreNoTlsAreHungUpOn() throws Exception {
        RecordingReceiver receiver = RecordingReceiver.silent();
        try (PeerListener listener = TestPeer.listen(b, threads, receiver, 0);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            byte[] noise = new byte[1_000];
            new Random(7).nextBytes(noise);

            socket.getOutputStream().write(noise);

            assertHungUp(socket);
            assertStillServes(listener, receiver);
        }
    }

    @Test
    void aConnectionThatSaysNothingIsHungUpOn() throws Exception {
        try (PeerListener listener = TestPeer.listen(b, threads, RecordingReceiver.silent(), 0);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            assertHungUp(socket);
        }
    }

    @Test
    void aValidatorThatAnnouncesAnOversizedFrameIsHungUpOn() throws Exception {
        assertHungUpAfter(ByteBuffer.allocate(4)
                .putInt(TestPeer.LIMITS.frameBytesMax() + 1)
                .array());
    }

    @Test
    void aValidatorThatSendsAnUnknownFrameIsHungUpOn() throws Exception {
        assertHungUpAfter(new byte[] {0, 0, 0, 2, 99, 1});
    }

    @Test
    void aValidatorThatDoesNotGreetFirstIsHungUpOn() throws Exception {
        assertHungUpAfter(new byte[] {0, 0, 0, 1, 5});
    }

    private void assertHungUpAfter(byte[] bytes) throws Exception {
        RecordingReceiver receiver = RecordingReceiver.silent();
        try (PeerListener listener = TestPeer.listen(b, threads, receiver, 0);
                SSLSocket socket = tlsSocketOfA(listener.port())) {
            OutputStream out = socket.getOutputStream();

            out.write(bytes);
            out.flush();

            assertHungUp(socket);
            assertStillServes(listener, receiver);
        }
    }

    private SSLSocket tlsSocketOfA(int port) throws Exception {
        PeerCertificates own = certificates.of("a");
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(new KeyManager[] {own.keyManager()}, new TrustManager[] {own.trustManager()}, null);
        return (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    }

    private static void assertHungUp(Socket socket) throws Exception {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        try {
            socket.getInputStream().readAllBytes(); // whatever the listener says before it hangs up
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the connection is still open", e);
        } catch (IOException e) {
            return; // hung up without a goodbye
        }
    }

    private void assertStillServes(PeerListener listener, RecordingReceiver receiver) throws Exception {
        try (PeerLinks links = TestPeer.connect(a, threads, "b", listener.port())) {
            Eventually.holds("connected", PATIENCE, () -> links.isConnectedTo(B));
            links.send(B, new VoteResponse(new Term(9), true));
            assertThat(receiver.messages.poll(10, TimeUnit.SECONDS)).isEqualTo(new VoteResponse(new Term(9), true));
        }
    }

    private static void awaitTrouble(PeerLinks links, String words) {
        Eventually.holds(
                words, PATIENCE, () -> links.troubles().getOrDefault("b", "").contains(words));
    }
}
