package org.khazana.node.supervision;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.khazana.config.NodeConfig;
import org.khazana.config.check.ClusterFolder;

/**
 * A port that a validator needs and cannot have.
 *
 * @param use {@code peers} or {@code HTTP}
 * @param why what the system says
 */
public record TakenPort(String validator, String use, NodeConfig.Listener listener, Path configFile, String why) {

    /** All ports of the cluster on which nobody can listen now, found by listening for a moment. */
    public static List<TakenPort> among(ClusterFolder cluster) {
        List<TakenPort> taken = new ArrayList<>();
        for (ClusterFolder.NodeFileOf node : cluster.nodeFiles()) {
            NodeConfig config = node.config();
            probe("peers", config.peerListener(), node, taken);
            probe("HTTP", config.httpListener(), node, taken);
        }
        return taken;
    }

    /** What is wrong and what to do about it. */
    public String sentence() {
        return validator + " cannot listen on " + listener.host() + ":" + listener.port() + " for " + use + ": " + why
                + ". Find out who does with: ss -ltnp 'sport = :" + listener.port() + "'; then stop it, or set another "
                + "port in " + configFile
                + (use.equals("peers") ? " and in the other validators' lists of peers." : ".");
    }

    private static void probe(
            String use, NodeConfig.Listener listener, ClusterFolder.NodeFileOf node, List<TakenPort> taken) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as the node does: a connection that is just closing is no obstacle
            socket.bind(new InetSocketAddress(InetAddress.getByName(listener.host()), listener.port()));
        } catch (IOException e) {
            taken.add(new TakenPort(
                    node.config().validator(), use, listener, node.file(), String.valueOf(e.getMessage())));
        }
    }
}
