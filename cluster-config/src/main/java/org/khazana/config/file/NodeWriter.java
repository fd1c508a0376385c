package org.khazana.config.file;

import java.nio.file.Path;
import org.khazana.config.NodeConfig;
import org.khazana.config.NodeConfig.Listener;
import org.khazana.config.NodeConfig.PeerAddress;
import org.tomlj.Toml;

/** Writes {@code node.toml} with a comment at each key. */
final class NodeWriter {
    private NodeWriter() {}

    static String toToml(Path folder, NodeConfig config) {
        StringBuilder text = new StringBuilder(head(folder, config));
        if (!config.peers().isEmpty()) {
            text.append("\n# Where the other validators listen for this one: every other one of the genesis, once.");
        }
        config.peers().forEach(peer -> text.append(peer(peer)));
        return text.toString();
    }

    private static String head(Path folder, NodeConfig config) {
        return """
            # Settings of one Khazana node. Paths are relative to this file.

            # Which validator of the genesis this node is.
            validator = %s

            # What all founders agreed on; the same bytes at every node.
            genesis = %s

            # Block log and state. The node makes this folder, and no other node may use it.
            data = %s

            # Ed25519 private key (PEM, PKCS #8) for signing blocks; its public half stands in the genesis.
            signing-key = %s

            # Connections between validators: mutual TLS 1.3.
            [tls]
            # Private key (PEM, PKCS #8) and certificate; the SHA-256 of the certificate's public key stands in the genesis.
            key = %s
            certificate = %s
            # Certificates of all validators.
            trusted = %s

            # Where this node waits for the other validators.
            [peer-listener]
            %s
            # Where this node serves clients. Port 0 takes any free port.
            [http-listener]
            %s
            # The election timeout is at least ten heartbeats; between cities 150 and 1500 suit better. Priority says how soon
            # this node stands when nobody leads: PREFERRED at once, ORDINARY one election timeout later, BACKUP three.
            [timing]
            heartbeat-millis = %d
            election-timeout-millis = %d
            election-priority = %s

            # An archive keeps every block for ever. Any other node forgets blocks of which a snapshot of the state is taken,
            # but for the newest ones; snapshots are taken at every multiple of a height. The last number limits how fast
            # snapshots are handed to validators that lag behind, and how fast one is fetched; between cities 20 suits better.
            [history]
            archive = %b
            blocks-kept = %d
            snapshot-every-blocks = %d
            snapshot-mebibytes-per-second = %d

            # Of how many blocks before the newest, and of how many business dates that are over (their last blocks), it can be proved
            # what the state was.
            [proofs]
            keep-heights = %d
            keep-business-dates = %d
            """.formatted(
                        quoted(config.validator()),
                        relative(folder, config.genesisFile()),
                        relative(folder, config.dataFolder()),
                        relative(folder, config.signingKeyFile()),
                        relative(folder, config.tls().key()),
                        relative(folder, config.tls().certificate()),
                        relative(folder, config.tls().trusted()),
                        listener(config.peerListener()),
                        listener(config.httpListener()),
                        config.timing().heartbeatMillis(),
                        config.timing().electionTimeoutMillis(),
                        quoted(config.timing().electionPriority().name()),
                        config.history().archive(),
                        config.history().blocksKept(),
                        config.history().snapshotEveryBlocks(),
                        config.history().snapshotMebibytesPerSecond(),
                        config.proofs().keepHeights(),
                        config.proofs().keepBusinessDates());
    }

    private static String peer(PeerAddress peer) {
        return "\n[[peers]]\nvalidator = " + quoted(peer.validator()) + "\n"
                + listener(new Listener(peer.host(), peer.port()));
    }

    private static String listener(Listener listener) {
        return "host = " + quoted(listener.host()) + "\nport = " + listener.port() + "\n";
    }

    private static String relative(Path folder, Path file) {
        return quoted(folder.relativize(file.toAbsolutePath().normalize()).toString());
    }

    private static String quoted(String text) {
        return '"' + Toml.tomlEscape(text).toString() + '"';
    }
}
