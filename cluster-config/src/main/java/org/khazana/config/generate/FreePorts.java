package org.khazana.config.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody on this machine uses at this moment. They lie below those that systems hand out for outgoing
 * connections (Linux: from 32768), one of which may else take the port of a node while it is down.
 */
final class FreePorts {
    private static final int PORT_MIN = 10_000;
    private static final int PORT_END = 32_768;
    private static final int ATTEMPTS_MAX = 10_000;

    private FreePorts() {}

    /** Different ports, since all are held open until the last is found. */
    static List<Integer> find(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int attempts = 0; held.size() < count; attempts++) {
                if (attempts == ATTEMPTS_MAX) {
                    throw new UncheckedIOException(new IOException("no free port found"));
                }
                listen(ThreadLocalRandom.current().nextInt(PORT_MIN, PORT_END)).ifPresent(held::add);
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            held.forEach(FreePorts::close);
        }
    }

    private static Optional<ServerSocket> listen(int port) {
        try {
            return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException taken) {
            return Optional.empty();
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot release a port", failed);
        }
    }
}
