package org.khazana.node.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The proxy does to bytes what the weather says, each direction for itself. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class PeerProxyTest {
    /** Long enough that bytes which may pass have passed, on a busy machine too. */
    private static final int SILENCE_MILLIS = 300;

    private static final int PATIENCE_MILLIS = 20_000;

    private ServerSocket listening;
    private PeerProxy proxy;
    private Socket caller;
    private Socket called;

    @BeforeEach
    void connect() throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        proxy = new PeerProxy((InetSocketAddress) listening.getLocalSocketAddress());
        caller = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        called = listening.accept();
        say(caller, 1);
        hear(called, 1);
    }

    @AfterEach
    void close() throws IOException {
        caller.close();
        called.close();
        proxy.close();
        listening.close();
    }

    @Test
    void whatIsHeldComesWhenThePassageOpensAgain() throws IOException {
        proxy.setForth(Weather.HELD);
        say(caller, 2);

        hearNothing(called);
        say(called, 3);
        hear(caller, 3);

        proxy.setForth(Weather.CLEAR);
        hear(called, 2);
    }

    @Test
    void whatIsLostNeverComesAndTheConnectionBreaksWhenThePassageOpensAgain() throws IOException {
        proxy.setBack(Weather.LOST);
        say(called, 2);

        hearNothing(caller);
        say(caller, 3);
        hear(called, 3);

        proxy.setBack(Weather.CLEAR);
        assertThatThrownBy(() -> hear(caller, 2)).isInstanceOf(SocketException.class);
    }

    @Test
    void aConnectionThatLostNothingOutlivesTheLoss() throws IOException {
        proxy.setForth(Weather.LOST);
        proxy.setForth(Weather.CLEAR);

        say(caller, 2);
        hear(called, 2);
    }

    @Test
    void whatIsLateComesLate() throws IOException {
        proxy.setForth(Weather.slow(200));
        long startNanos = System.nanoTime();
        say(caller, 2);

        hear(called, 2);

        assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aNarrowWayTakesItsTime() throws IOException {
        proxy.setForth(Weather.narrow(100_000));
        long startNanos = System.nanoTime();
        caller.getOutputStream().write(new byte[50_000]);

        called.setSoTimeout(PATIENCE_MILLIS);
        assertThat(called.getInputStream().readNBytes(50_000)).hasSize(50_000);

        // The last chunk need not wait for its own time.
        assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aResetIsFeltOnBothSides() {
        proxy.reset();

        assertThatThrownBy(() -> hear(called, 1)).isInstanceOf(SocketException.class);
        assertThatThrownBy(() -> hear(caller, 1)).isInstanceOf(SocketException.class);
    }

    @Test
    void theEndOfOneSideIsTheEndOfTheOther() throws IOException {
        called.close();

        caller.setSoTimeout(PATIENCE_MILLIS);
        assertThatThrownBy(() -> hear(caller, 1)).isInstanceOf(SocketException.class);
    }

    private static void say(Socket socket, int word) throws IOException {
        socket.getOutputStream().write(word);
    }

    private static void hear(Socket socket, int word) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        assertThat(socket.getInputStream().read()).isEqualTo(word);
    }

    private static void hearNothing(Socket socket) throws IOException {
        socket.setSoTimeout(SILENCE_MILLIS);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
    }
}
