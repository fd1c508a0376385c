package org.khazana.node.transport;

import org.khazana.consensus.wire.MessageCodec;

/**
 * Bounds and times of peer connections.
 *
 * @param frameBytesMax largest frame, without its length; a peer that announces more is cut off
 * @param queuedBytesMax bytes waiting to be sent to one peer; above it messages are dropped and forwards refused
 * @param forwardsWaitingMax submissions handed to one peer and not yet answered
 * @param inboundConnectionsMax open connections that others made to this node, known or not
 * @param handshakeTimeoutMillis for TLS and the greeting together
 * @param keepAliveMillis a connection that has nothing to say says so this often
 * @param silenceMillis a connection that says nothing for so long is closed
 * @param reconnectMinMillis pause before the first new attempt; doubles with each failure
 * @param reconnectMaxMillis longest pause between attempts
 * @param forwardTimeoutMillis a forwarded submission without an answer for so long counts as lost
 */
public record TransportLimits(
        int frameBytesMax,
        int queuedBytesMax,
        int forwardsWaitingMax,
        int inboundConnectionsMax,
        int handshakeTimeoutMillis,
        int keepAliveMillis,
        int silenceMillis,
        int reconnectMinMillis,
        int reconnectMaxMillis,
        int forwardTimeoutMillis) {
    private static final int MEBIBYTE = 1 << 20;

    /** A frame holds the largest consensus message and its own header. */
    public static final TransportLimits STANDARD = new TransportLimits(
            MessageCodec.MESSAGE_BYTES_MAX + 1024, 16 * MEBIBYTE, 10_000, 64, 5_000, 1_000, 5_000, 50, 1_000, 10_000);
}
