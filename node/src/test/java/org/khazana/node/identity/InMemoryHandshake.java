package org.khazana.node.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/** A whole mutual TLS handshake of two identities without any network. */
record InMemoryHandshake(SSLEngine client, SSLEngine server) {
    private static final int ROUNDS_MAX = 100;

    /** Fails with the exception of the side that refuses. */
    static InMemoryHandshake between(TlsIdentity client, TlsIdentity server)
            throws GeneralSecurityException, SSLException {
        InMemoryHandshake handshake = new InMemoryHandshake(engine(client, true), engine(server, false));
        handshake.run();
        return handshake;
    }

    String protocol() {
        return client.getSession().getProtocol();
    }

    X509Certificate certificateOfServer() throws SSLException {
        return (X509Certificate) client.getSession().getPeerCertificates()[0];
    }

    X509Certificate certificateOfClient() throws SSLException {
        return (X509Certificate) server.getSession().getPeerCertificates()[0];
    }

    private void run() throws SSLException {
        ByteBuffer toServer = newBuffer();
        ByteBuffer toClient = newBuffer();
        for (int round = 0; round < ROUNDS_MAX; round++) {
            turn(client, toClient, toServer);
            turn(server, toServer, toClient);
        }
        if (isHandshaking(client) || isHandshaking(server)) {
            throw new IllegalStateException("the handshake did not end");
        }
    }

    private static void turn(SSLEngine engine, ByteBuffer incoming, ByteBuffer outgoing) throws SSLException {
        ByteBuffer plain = newBuffer();
        incoming.flip();
        if (incoming.hasRemaining() || engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) {
            engine.unwrap(incoming, plain);
        }
        incoming.compact();
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
        if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            engine.wrap(ByteBuffer.allocate(0), outgoing);
        }
    }

    private static boolean isHandshaking(SSLEngine engine) {
        return engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
    }

    private static ByteBuffer newBuffer() {
        return ByteBuffer.allocate(1 << 17);
    }

    private static SSLEngine engine(TlsIdentity identity, boolean asClient)
            throws GeneralSecurityException, SSLException {
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(new KeyManager[] {identity.keyManager()}, new TrustManager[] {identity.trustManager()}, null);
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(asClient);
        engine.setNeedClientAuth(!asClient);
        engine.setEnabledProtocols(new String[] {"TLSv1.3"});
        engine.beginHandshake();
        return engine;
    }
}
