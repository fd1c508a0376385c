package org.khazana.node.transport;

import java.net.InetSocketAddress;

/** The address for peers cannot be listened on. */
public final class PortTaken extends Exception {
    PortTaken(InetSocketAddress address, Throwable cause) {
        super(
                "cannot listen for peers on " + address.getHostString() + ":" + address.getPort() + " ("
                        + cause.getMessage()
                        + "): another program uses the port, or the host is not this machine's; stop it, or change"
                        + " the peer listener in node.toml",
                cause);
    }
}
