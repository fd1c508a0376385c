package org.khazana.config.generate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What somebody wants a new cluster to look like.
 *
 * @param validators how many, 1 to 9
 * @param folder where to write; made when absent, refused when not empty
 * @param peerPortBase port of the first validator for its peers, the others follow; 0 picks free ports
 * @param httpPortBase the same for clients
 * @param extraKeys existing keys to be known from the start, beside those made here
 * @param createdAt time of the genesis
 */
public record ClusterRequest(
        int validators,
        Path folder,
        String networkName,
        int peerPortBase,
        int httpPortBase,
        List<ExtraKey> extraKeys,
        Instant createdAt) {
    public static final int DEFAULT_PEER_PORT_BASE = 7101;
    public static final int DEFAULT_HTTP_PORT_BASE = 8101;

    public ClusterRequest {
        extraKeys = List.copyOf(extraKeys);
    }

    /** A public key (PEM file) of a founding party, whose private half is elsewhere. */
    public record ExtraKey(long party, Path publicKeyFile) {}
}
