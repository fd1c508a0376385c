package org.khazana.api.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinException;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.khazana.api.port.LedgerGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of a node. Every thread, queue, connection and byte in it has a bound. */
public final class ApiServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);

    private static final int THREADS_IDLE = 8;
    private static final int THREAD_IDLE_MILLIS = 60_000;
    private static final int CONNECTION_IDLE_MILLIS = 30_000;
    private static final int HEADER_BYTES_MAX = 8 * 1024;
    private static final int STOP_MILLIS = 3_000;

    private final Javalin javalin;

    private ApiServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /** Starts to listen, with the clock of this machine. */
    public static ApiServer start(LedgerGateway gateway, ApiSettings settings) {
        return start(gateway, settings, InstantSource.system());
    }

    /**
     * Starts to listen.
     *
     * @param clock dates transactions that callers have prepared here
     * @throws CannotListen when the address cannot be had
     */
    public static ApiServer start(LedgerGateway gateway, ApiSettings settings, InstantSource clock) {
        QueuedThreadPool threads = threads(settings);
        List<Route> routes = Routes.of(gateway, settings, clock, threads);
        Javalin javalin = Javalin.create(config -> {
            quiet(config);
            listen(config, settings, threads);
            config.http.prefer405over404 = true;
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.routes.before(ApiServer::addHeaders);
            routes.forEach(route -> add(config, route));
            new ProblemHandlers(routes).addTo(config);
        });
        try {
            return new ApiServer(javalin.start());
        } catch (JavalinException e) {
            javalin.stop();
            throw new CannotListen(settings, e);
        }
    }

    private static void add(JavalinConfig config, Route route) {
        config.routes.addEndpoint(new Endpoint(route.method(), route.path(), route.handler()));
        if (route.method().equals(HandlerType.GET)) {
            // Javalin would answer HEAD with 200 without asking the endpoint; Jetty leaves out the body.
            config.routes.addEndpoint(new Endpoint(HandlerType.HEAD, route.path(), route.handler()));
        }
    }

    private static QueuedThreadPool threads(ApiSettings settings) {
        // Jetty wants a queue without a bound of its own; what can wait in it is one task a connection and one answer a
        // request, and both of these are bounded.
        QueuedThreadPool threads = new QueuedThreadPool(
                settings.threadsMax(), Math.min(THREADS_IDLE, settings.threadsMax()), THREAD_IDLE_MILLIS);
        threads.setName("http");
        return threads;
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    private static void listen(JavalinConfig config, ApiSettings settings, QueuedThreadPool threads) {
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(ApiServer::bound);
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new JettyProblems()));
        config.jetty.modifyServer(server -> {
            server.setHandler(new RequestGate(settings.requestsMax()));
            server.setErrorHandler(new JettyProblems());
            server.addBean(new NetworkConnectionLimit(settings.connectionsMax(), server));
            server.setStopTimeout(STOP_MILLIS);
        });
    }

    private static void bound(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(HEADER_BYTES_MAX);
        http.setHeaderCacheSize(0); // as Jetty would have it, it takes 100 kB for each connection
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, ApiSettings settings) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(CONNECTION_IDLE_MILLIS);
        return connector;
    }

    private static void addHeaders(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.header("X-Content-Type-Options", "nosniff");
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Stops listening; answers under way get a few seconds. */
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            // Answers that were still awaited are cut off; the callers may ask again elsewhere.
            LOG.warn("HTTP requests were still waiting when the server stopped: {}", e.getMessage());
        }
    }
}
