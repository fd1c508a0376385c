package org.khazana.node.transport;

/** Where another validator listens, whichever data directory it has. */
public record PeerAddress(String validator, String host, int port) {
    @Override
    public String toString() {
        return validator + " at " + host + ":" + port;
    }
}
