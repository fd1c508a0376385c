package org.khazana.node.transport;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutorGroup;
import java.util.concurrent.TimeUnit;

/**
 * The threads of the transport: loops for bytes and TLS, and inspectors that decode and check what peers sent, so that
 * hashing a large block never holds up a heartbeat of another peer. Messages of one connection stay in order.
 */
public final class NettyThreads implements AutoCloseable {
    private static final int LOOPS = 2;
    private static final int INSPECTORS = 2;
    private static final int STOP_SECONDS_MAX = 5;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
            LOOPS, new DefaultThreadFactory("peer-loop", true), NettyThreads.ioHandlerFactory());
    private final EventExecutorGroup inspectors =
            new DefaultEventExecutorGroup(INSPECTORS, new DefaultThreadFactory("peer-inspector", true));

    private final EventExecutorGroup dialer =
            new DefaultEventExecutorGroup(1, new DefaultThreadFactory("peer-dialer", true));

    EventLoopGroup loops() {
        return loops;
    }

    EventExecutorGroup inspectors() {
        return inspectors;
    }

    /** Looks up names of hosts, which may take long, and starts new attempts to connect. */
    EventExecutorGroup dialer() {
        return dialer;
    }

    Class<? extends SocketChannel> socketChannel() {
        return Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    Class<? extends ServerSocketChannel> serverSocketChannel() {
        return Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    private static IoHandlerFactory ioHandlerFactory() {
        return Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    }

    /** Stops all threads, within five seconds. */
    @Override
    public void close() {
        var dialerStopped = dialer.shutdownGracefully(0, STOP_SECONDS_MAX, TimeUnit.SECONDS);
        var loopsStopped = loops.shutdownGracefully(0, STOP_SECONDS_MAX, TimeUnit.SECONDS);
        var inspectorsStopped = inspectors.shutdownGracefully(0, STOP_SECONDS_MAX, TimeUnit.SECONDS);
        dialerStopped.awaitUninterruptibly(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        loopsStopped.awaitUninterruptibly(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        inspectorsStopped.awaitUninterruptibly(STOP_SECONDS_MAX, TimeUnit.SECONDS);
    }
}
