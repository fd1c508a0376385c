package org.khazana.config;

import java.nio.file.Path;
import java.util.List;

/**
 * What one operator decides for one node; the file {@code node.toml}. Relative paths in the file are relative to it;
 * here they are absolute.
 *
 * @param validator id of this node in the genesis
 */
public record NodeConfig(
        String validator,
        Path genesisFile,
        Path dataFolder,
        TlsFiles tls,
        Path signingKeyFile,
        Listener peerListener,
        List<PeerAddress> peers,
        Listener httpListener,
        Timing timing,
        History history,
        Proofs proofs) {
    public NodeConfig {
        peers = List.copyOf(peers);
    }

    /** PEM files: the private key (PKCS #8), the certificate chain, leaf first, and the certificates to trust. */
    public record TlsFiles(Path key, Path certificate, Path trusted) {}

    /**
     * Where this node listens.
     *
     * @param port 1 to 65535; 0 takes any free port
     */
    public record Listener(String host, int port) {}

    /** Where another validator listens for its peers. */
    public record PeerAddress(String validator, String host, int port) {}

    /** How soon this node stands for election; no veto, only a delay of 0, 1 or 3 election timeouts. */
    public enum ElectionPriority {
        PREFERRED,
        ORDINARY,
        BACKUP
    }

    /** Milliseconds; the defaults suit one data centre. */
    public record Timing(int heartbeatMillis, int electionTimeoutMillis, ElectionPriority electionPriority) {
        public static final Timing DEFAULT = new Timing(50, 500, ElectionPriority.PREFERRED);
    }

    /**
     * What this node keeps of the past, and what it hands to validators that lag behind.
     *
     * @param archive whether it keeps every block. Otherwise it forgets those that a snapshot of the state stands for
     * @param blocksKept blocks before the newest snapshot that it keeps all the same, so that a validator a little behind
     *     needs no snapshot
     * @param snapshotEveryBlocks a snapshot is taken at every multiple of this height
     * @param snapshotMebibytesPerSecond how fast snapshots are handed out, and how fast one is fetched
     */
    public record History(boolean archive, int blocksKept, int snapshotEveryBlocks, int snapshotMebibytesPerSecond) {
        public static final History DEFAULT = new History(true, 10_000, 10_000, 200);
    }

    /**
     * Of which moments this node can prove what the state was.
     *
     * @param keepHeights of so many blocks before the newest
     * @param keepBusinessDates and of the last block of so many business dates that are over, the newest ones
     */
    public record Proofs(int keepHeights, int keepBusinessDates) {
        public static final Proofs DEFAULT = new Proofs(1_000, 400);
    }
}
