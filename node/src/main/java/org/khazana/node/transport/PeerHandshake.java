package org.khazana.node.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.Optional;
import org.khazana.consensus.membership.MemberId;

/**
 * Makes sure who is on the other side and that it belongs to the same network, before anything else is listened to.
 * Both sides greet as soon as TLS is up and each judges the other, so each operator reads the reason in the own log.
 */
final class PeerHandshake extends SimpleChannelInboundHandler<Frame> {
    private final LocalPeer local;
    private final PeerTls tls;
    private final Listener listener;

    /** Told once how the handshake ended, on the connection's loop. */
    interface Listener {

        /** Everything agrees; the listener replaces {@code context.handler()} by what handles further frames. */
        void agreed(ChannelHandlerContext context, MemberId peer);

        /** It does not; the connection is being closed. The sentence is for the operator. */
        void refused(ChannelHandlerContext context, String sentence);
    }

    PeerHandshake(LocalPeer local, PeerTls tls, Listener listener) {
        this.local = local;
        this.tls = tls;
        this.listener = listener;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent completion && completion.isSuccess()) {
            context.writeAndFlush(FrameCodec.encode(local.hello())).addListener(written -> {
                if (!written.isSuccess()) {
                    refuse(context, TlsFailure.sentence(written.cause()));
                }
            });
        }
        if (event instanceof IdleStateEvent idle && idle.state() == IdleState.READER_IDLE) {
            refuse(context, "it did not greet in time");
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Frame frame) {
        Optional<String> certified = tls.validatorBehind(context.pipeline().get(SslHandler.class));
        if (certified.isEmpty()) {
            refuse(context, "its certificate belongs to no validator that the governors have appointed");
        } else if (!(frame instanceof Frame.Hello hello)) {
            refuse(context, certified.get() + " did not greet first");
        } else {
            problemWith(hello, certified.get())
                    .ifPresentOrElse(problem -> refuse(context, problem), () -> agree(context, hello.member()));
        }
    }

    private void agree(ChannelHandlerContext context, MemberId peer) {
        PeerPipeline.startSignsOfLife(context);
        listener.agreed(context, peer);
    }

    private Optional<String> problemWith(Frame.Hello hello, String certified) {
        if (hello.protocolVersion() != Frame.PROTOCOL_VERSION) {
            return Optional.of(certified + " speaks peer protocol " + hello.protocolVersion() + ", this node speaks "
                    + Frame.PROTOCOL_VERSION + ": run the same version of Khazana on both");
        }
        if (!hello.chainId().equals(local.chainId())) {
            return Optional.of(certified + " belongs to another network ('" + hello.networkName() + "', chain "
                    + hello.chainId() + "; ours is '" + local.networkName() + "', chain " + local.chainId()
                    + "): check genesis.json");
        }
        if (!hello.member().validator().equals(certified)) {
            return Optional.of(certified + " says that it is " + hello.member() + ": check validator in its node.toml");
        }
        return certified.equals(local.self().validator())
                ? Optional.of("another node shows this node's own certificate: check peers and tls in node.toml")
                : Optional.empty();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        refuse(context, TlsFailure.sentence(cause));
    }

    private void refuse(ChannelHandlerContext context, String sentence) {
        listener.refused(context, sentence);
        context.close().addListener(closed -> {});
    }
}
