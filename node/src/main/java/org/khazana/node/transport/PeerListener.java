package org.khazana.node.transport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.khazana.consensus.membership.MemberId;

/** Accepts the connections of the peers and hands what they send to the receiver. */
public final class PeerListener implements AutoCloseable {
    private static final int STOP_MILLIS_MAX = 3_000;

    private final LocalPeer local;
    private final PeerTls tls;
    private final TransportLimits limits;
    private final NettyThreads threads;
    private final PeerReceiver receiver;
    private final SparingLog log = new SparingLog();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Map<MemberId, Channel> byPeer = new ConcurrentHashMap<>();
    private final Channel listening;

    private PeerListener(
            LocalPeer local,
            TransportLimits limits,
            NettyThreads threads,
            PeerReceiver receiver,
            InetSocketAddress address)
            throws PortTaken {
        this.local = local;
        this.tls = new PeerTls(local.certificates());
        this.limits = limits;
        this.threads = threads;
        this.receiver = receiver;
        this.listening = bind(address);
    }

    /** Listens on {@code host} and {@code port}; port 0 takes any free one. */
    public static PeerListener start(
            LocalPeer local,
            TransportLimits limits,
            NettyThreads threads,
            PeerReceiver receiver,
            InetSocketAddress address)
            throws PortTaken {
        return new PeerListener(local, limits, threads, receiver, address);
    }

    /** The port listened on. */
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    private Channel bind(InetSocketAddress address) throws PortTaken {
        ChannelFuture bound = new ServerBootstrap()
                .group(threads.loops())
                .channel(threads.serverSocketChannel())
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(limits.queuedBytesMax() / 2, limits.queuedBytesMax()))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        admit(channel);
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new PortTaken(address, bound.cause());
        }
        return bound.channel();
    }

    private void admit(SocketChannel channel) {
        if (connections.size() >= limits.inboundConnectionsMax()) {
            log.warn("refused a peer connection from " + hostOf(channel) + ": " + limits.inboundConnectionsMax()
                    + " are open already");
            channel.close().addListener(done -> {});
            return;
        }
        connections.add(channel);
        PeerPipeline.build(channel, tls.server(), limits, new PeerHandshake(local, tls, new Greeting()));
    }

    private static String hostOf(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress remote ? remote.getHostString() : "somewhere";
    }

    /** Closes the connections of all others; whether they may come again is up to the certificates. */
    public void keepOnly(Set<String> validators) {
        byPeer.forEach((peer, channel) -> {
            if (!validators.contains(peer.validator())) {
                channel.close().addListener(done -> {});
            }
        });
    }

    /** Closes every connection and stops listening, within three seconds. */
    @Override
    public void close() {
        listening.close().awaitUninterruptibly(STOP_MILLIS_MAX);
        connections.close().awaitUninterruptibly(STOP_MILLIS_MAX);
    }

    private final class Greeting implements PeerHandshake.Listener {
        @Override
        public void agreed(ChannelHandlerContext context, MemberId peer) {
            Channel channel = context.channel();
            EventExecutor inspector = threads.inspectors().next();
            InboundFrames frames = new InboundFrames(peer, receiver, inspector, log);
            context.pipeline().replace(context.handler(), "frames", frames);
            Channel before = byPeer.put(peer, channel);
            inspector.execute(() -> receiver.connected(peer));
            if (before != null) {
                before.close().addListener(done -> {}); // the peer has come back before the old connection was missed
            }
            channel.closeFuture().addListener(gone -> {
                if (byPeer.remove(peer, channel) && !inspector.isShuttingDown()) {
                    inspector.execute(() -> receiver.disconnected(peer)); // after all that came over it
                }
            });
        }

        @Override
        public void refused(ChannelHandlerContext context, String sentence) {
            log.warn("refused a peer connection from " + hostOf(context.channel()) + ": " + sentence);
        }
    }
}
