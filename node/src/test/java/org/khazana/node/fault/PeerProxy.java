package org.khazana.node.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands where one validator looks for another: takes its connections and passes on what is said, in both directions, as
 * the weather of each allows. It sees only bytes, as the peers speak TLS.
 */
final class PeerProxy implements AutoCloseable {
    private static final int BACKLOG = 50;
    private static final int CONNECT_MILLIS_MAX = 1_000;

    private final ServerSocket listening;
    private final InetSocketAddress target;
    private final AtomicReference<Weather> forth = new AtomicReference<>(Weather.CLEAR);
    private final AtomicReference<Weather> back = new AtomicReference<>(Weather.CLEAR);
    private final Set<Passed> connections = ConcurrentHashMap.newKeySet();

    /** Listens on a free port of loopback. */
    PeerProxy(InetSocketAddress target) {
        this.target = target;
        try {
            this.listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("proxy-acceptor").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket caller = listening.accept();
                Thread.ofVirtual().name("proxy-caller").start(() -> pass(caller));
            } catch (IOException e) {
                // Closed, or a caller that has gone again.
            }
        }
    }

    private void pass(Socket caller) {
        Socket called = new Socket();
        Passed passed = new Passed(caller, called);
        try {
            caller.setTcpNoDelay(true);
            called.setTcpNoDelay(true);
            called.connect(target, CONNECT_MILLIS_MAX);
            connections.add(passed);
            passed.start();
            if (listening.isClosed()) {
                passed.breakOff();
            }
        } catch (IOException e) {
            passed.breakOff(); // nobody listens there: the caller must notice
        }
    }

    /** What the caller says, from now on. */
    void setForth(Weather weather) {
        forth.set(weather);
        breakOffWhatMakesNoSense();
    }

    /** What the called one answers, from now on. */
    void setBack(Weather weather) {
        back.set(weather);
        breakOffWhatMakesNoSense();
    }

    private void breakOffWhatMakesNoSense() {
        if (weatherOf(forth).passage() != Weather.Passage.LOST
                && weatherOf(back).passage() != Weather.Passage.LOST) {
            connections.stream().filter(Passed::hasLost).forEach(Passed::breakOff);
        }
    }

    /** Breaks off every connection there is; new ones are possible at once. */
    void reset() {
        connections.forEach(Passed::breakOff);
    }

    private static Weather weatherOf(AtomicReference<Weather> direction) {
        Weather weather = direction.get();
        return weather == null ? Weather.CLEAR : weather;
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reset();
    }

    /** One connection that is passed on. */
    private final class Passed {
        private final Socket caller;
        private final Socket called;
        private final Pipe forthPipe;
        private final Pipe backPipe;

        Passed(Socket caller, Socket called) {
            this.caller = caller;
            this.called = called;
            this.forthPipe = new Pipe(caller, called, () -> weatherOf(forth), this::breakOff);
            this.backPipe = new Pipe(called, caller, () -> weatherOf(back), this::breakOff);
        }

        void start() {
            forthPipe.start();
            backPipe.start();
        }

        boolean hasLost() {
            return forthPipe.hasLost() || backPipe.hasLost();
        }

        void breakOff() {
            connections.remove(this);
            resetSocket(caller);
            resetSocket(called);
        }

        private static void resetSocket(Socket socket) {
            try {
                if (!socket.isClosed()) {
                    socket.setSoLinger(true, 0); // a reset, not a polite end
                }
            } catch (IOException e) {
                // It was being closed by the other direction at the same time.
            }
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
