package org.khazana.config.file;

import java.nio.file.Path;
import java.util.List;
import org.khazana.config.NodeConfig;
import org.khazana.config.NodeConfig.ElectionPriority;
import org.khazana.config.NodeConfig.History;
import org.khazana.config.NodeConfig.Listener;
import org.khazana.config.NodeConfig.PeerAddress;
import org.khazana.config.NodeConfig.Proofs;
import org.khazana.config.NodeConfig.Timing;
import org.khazana.config.NodeConfig.TlsFiles;

/** The form of {@code node.toml}, key by key; {@link NodeWriter} is its mirror. */
final class NodeReader {
    private static final int PEERS_MAX = 8;
    private static final int PORT_MAX = 65_535;

    private NodeReader() {}

    static NodeConfig read(Section root, Path folder) {
        NodeConfig config = new NodeConfig(
                root.text("validator", Form.VALIDATOR_ID),
                root.path("genesis", folder),
                root.path("data", folder),
                tlsFiles(root.section("tls"), folder),
                root.path("signing-key", folder),
                // The other nodes are told this port, so it cannot be left to chance.
                listener(root.section("peer-listener"), 1),
                root.has("peers")
                        ? root.sections("peers", 0, PEERS_MAX).stream()
                                .map(NodeReader::peer)
                                .toList()
                        : List.of(),
                listener(root.section("http-listener"), 0),
                root.has("timing") ? timing(root.section("timing")) : Timing.DEFAULT,
                root.has("history") ? history(root.section("history")) : History.DEFAULT,
                root.has("proofs") ? proofs(root.section("proofs")) : Proofs.DEFAULT);
        root.refuseOtherKeys();
        return config;
    }

    private static TlsFiles tlsFiles(Section section, Path folder) {
        TlsFiles files = new TlsFiles(
                section.path("key", folder), section.path("certificate", folder), section.path("trusted", folder));
        section.refuseOtherKeys();
        return files;
    }

    private static Listener listener(Section section, int portMin) {
        Listener listener =
                new Listener(section.text("host", Form.HOST), section.smallNumber("port", portMin, PORT_MAX));
        section.refuseOtherKeys();
        return listener;
    }

    private static PeerAddress peer(Section section) {
        PeerAddress peer = new PeerAddress(
                section.text("validator", Form.VALIDATOR_ID),
                section.text("host", Form.HOST),
                section.smallNumber("port", 1, PORT_MAX));
        section.refuseOtherKeys();
        return peer;
    }

    private static Timing timing(Section section) {
        Timing timing = new Timing(
                section.smallNumber("heartbeat-millis", 10, 10_000),
                section.smallNumber("election-timeout-millis", 100, 100_000),
                section.oneOf("election-priority", ElectionPriority.class));
        section.refuseOtherKeys();
        return timing;
    }

    private static History history(Section section) {
        History history = new History(
                section.bool("archive"),
                section.smallNumber("blocks-kept", 10, 10_000_000),
                section.smallNumber("snapshot-every-blocks", 10, 10_000_000),
                section.smallNumber("snapshot-mebibytes-per-second", 1, 10_000));
        section.refuseOtherKeys();
        return history;
    }

    private static Proofs proofs(Section section) {
        Proofs proofs = new Proofs(
                section.smallNumber("keep-heights", 1, 10_000_000),
                section.smallNumber("keep-business-dates", 0, 100_000));
        section.refuseOtherKeys();
        return proofs;
    }
}
