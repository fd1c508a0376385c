package org.khazana.node.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.khazana.config.NodeConfig;
import org.khazana.config.check.ClusterFolder;

/** All ways between the validators of one network: every one reaches every other one through a proxy of its own. */
final class PeerMesh implements AutoCloseable {
    /** By who calls and who is called. */
    private final Map<Way, PeerProxy> proxies = new TreeMap<>();

    private final List<String> validators;

    /** From one validator to another. */
    record Way(String from, String to) implements Comparable<Way> {
        @Override
        public int compareTo(Way other) {
            int byFrom = from.compareTo(other.from);
            return byFrom != 0 ? byFrom : to.compareTo(other.to);
        }
    }

    private PeerMesh(List<String> validators) {
        this.validators = validators;
    }

    /** Puts proxies between the validators and their addresses into the node files, of a network that is not running. */
    static PeerMesh between(ClusterFolder network) {
        PeerMesh mesh = new PeerMesh(network.nodeFiles().stream()
                .map(node -> node.config().validator())
                .toList());
        for (ClusterFolder.NodeFileOf node : network.nodeFiles()) {
            for (NodeConfig.PeerAddress peer : node.config().peers()) {
                PeerProxy proxy = new PeerProxy(new InetSocketAddress(peer.host(), peer.port()));
                mesh.proxies.put(new Way(node.config().validator(), peer.validator()), proxy);
                redirect(node, peer, proxy.port());
            }
        }
        return mesh;
    }

    private static void redirect(ClusterFolder.NodeFileOf node, NodeConfig.PeerAddress peer, int port) {
        Pattern address = Pattern.compile("(\\[\\[peers]]\\s*validator = \"" + Pattern.quote(peer.validator())
                + "\"\\s*host = )\"[^\"]*\"(\\s*port = )\\d+");
        try {
            Matcher found = address.matcher(Files.readString(node.file()));
            if (!found.find()) {
                throw new IllegalStateException(node.file() + " names no address of " + peer.validator());
            }
            Files.writeString(node.file(), found.replaceFirst("$1\"127.0.0.1\"$2" + port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> validators() {
        return validators;
    }

    /** All that {@code from} says to {@code to}, whoever of them opened the connection. */
    void set(String from, String to, Weather weather) {
        proxy(from, to).setForth(weather);
        proxy(to, from).setBack(weather);
    }

    /** Between every member of the one side and every member of the other, both ways. */
    void setBetween(Collection<String> side, Collection<String> otherSide, Weather weather) {
        for (String one : side) {
            for (String other : otherSide) {
                if (!one.equals(other)) {
                    set(one, other, weather);
                    set(other, one, weather);
                }
            }
        }
    }

    /** Breaks off all connections between two validators. */
    void reset(String one, String other) {
        proxy(one, other).reset();
        proxy(other, one).reset();
    }

    /** From now on everything gets through, and what was held arrives. */
    void heal() {
        proxies.values().forEach(proxy -> {
            proxy.setForth(Weather.CLEAR);
            proxy.setBack(Weather.CLEAR);
        });
    }

    private PeerProxy proxy(String from, String to) {
        return Objects.requireNonNull(proxies.get(new Way(from, to)), () -> "no way from " + from + " to " + to);
    }

    @Override
    public void close() {
        proxies.values().forEach(PeerProxy::close);
    }
}
