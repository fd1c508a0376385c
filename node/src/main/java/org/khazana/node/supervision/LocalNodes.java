package org.khazana.node.supervision;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.khazana.config.NodeConfig;
import org.khazana.config.check.ClusterFolder;

/** The validators of a cluster folder, as they can be run and reached on this machine. */
public final class LocalNodes {
    private static final String LOG_FILE = "node.log";

    private LocalNodes() {}

    /** In the order of the genesis. Each validator's log goes beside its {@code node.toml}. */
    public static List<ValidatorNode> of(ClusterFolder cluster) {
        return cluster.nodeFiles().stream()
                .map(node -> of(node.file(), node.config()))
                .toList();
    }

    private static ValidatorNode of(Path file, NodeConfig config) {
        return new ValidatorNode(
                config.validator(),
                file.toAbsolutePath(),
                file.toAbsolutePath().resolveSibling(LOG_FILE),
                urlOf(config.httpListener()));
    }

    /** An address that means "all of this machine" is reached over loopback. */
    private static URI urlOf(NodeConfig.Listener listener) {
        String host = switch (listener.host()) {
            case "0.0.0.0", "::", "[::]" -> "127.0.0.1";
            default -> listener.host();
        };
        boolean isBareIpv6 = host.contains(":") && !host.startsWith("[");
        return URI.create("http://" + (isBareIpv6 ? "[" + host + "]" : host) + ":" + listener.port());
    }
}
