package org.khazana.node.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;

/** One end of a peer connection: either listens or connects. */
final class TestPeer {
    static final TransportLimits LIMITS =
            new TransportLimits(5 << 20, 4 << 20, 100, 8, 3_000, 100, 1_000, 10, 100, 5_000);
    static final ChainId CHAIN = chain(1);

    private TestPeer() {}

    static ChainId chain(int number) {
        byte[] bytes = new byte[Hash.BYTES];
        bytes[0] = (byte) number;
        return new ChainId(Hash.of(bytes));
    }

    static LocalPeer local(String member, ChainId chain, PeerCertificates certificates) {
        return new LocalPeer(new MemberId(member, 1), chain, "test network", certificates);
    }

    static PeerListener listen(LocalPeer local, NettyThreads threads, PeerReceiver receiver, int port)
            throws PortTaken {
        return PeerListener.start(
                local, LIMITS, threads, receiver, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    static PeerLinks connect(LocalPeer local, NettyThreads threads, String to, int port) {
        PeerAddress address = new PeerAddress(to, "127.0.0.1", port);
        return PeerLinks.open(local, List.of(address), LIMITS, threads);
    }

    /** The usual limits, but for the pause after an attempt to connect that failed. */
    static TransportLimits tryingAgainAfterMillis(int pauseMillis) {
        return new TransportLimits(
                LIMITS.frameBytesMax(),
                LIMITS.queuedBytesMax(),
                LIMITS.forwardsWaitingMax(),
                LIMITS.inboundConnectionsMax(),
                LIMITS.handshakeTimeoutMillis(),
                LIMITS.keepAliveMillis(),
                LIMITS.silenceMillis(),
                pauseMillis,
                pauseMillis,
                LIMITS.forwardTimeoutMillis());
    }
}
