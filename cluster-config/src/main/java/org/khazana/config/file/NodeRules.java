package org.khazana.config.file;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.khazana.config.NodeConfig;
import org.khazana.config.NodeConfig.History;
import org.khazana.config.NodeConfig.Listener;
import org.khazana.config.NodeConfig.PeerAddress;
import org.khazana.config.NodeConfig.Timing;

/** What must hold between the values of one node file, once each of them has the right form. */
final class NodeRules {
    /**
     * Elections are rare only if several heartbeats may be lost before anybody asks for one; ten is the ratio of the
     * proven settings, 50 to 500 ms in one data centre and 150 to 1500 ms between cities.
     */
    private static final int HEARTBEATS_PER_ELECTION_TIMEOUT = 10;

    /** A leader keeps ten times blocks-kept for those that are catching up; half of that is left for the transfer. */
    private static final int SNAPSHOT_BLOCKS_PER_BLOCK_KEPT = 5;

    private final NodeConfig config;
    private final Findings findings;

    NodeRules(NodeConfig config, Findings findings) {
        this.config = config;
        this.findings = findings;
    }

    void check() {
        checkListeners();
        checkTiming();
        checkHistory();
        Set<String> validators = new HashSet<>();
        Set<Listener> addresses = new HashSet<>();
        for (int i = 0; i < config.peers().size(); i++) {
            checkPeer(KeyPath.below("peers", i), config.peers().get(i), validators, addresses);
        }
    }

    private void checkListeners() {
        Listener http = config.httpListener();
        boolean bothRead = !findings.concern("peer-listener", "http-listener");
        if (bothRead && http.port() != 0 && collide(config.peerListener(), http)) {
            findings.add("http-listener.port", "is " + http.port() + ", as peer-listener.port is", "a port of its own");
        }
    }

    private void checkTiming() {
        Timing timing = config.timing();
        int least = HEARTBEATS_PER_ELECTION_TIMEOUT * timing.heartbeatMillis();
        if (!findings.concern("timing") && timing.electionTimeoutMillis() < least) {
            findings.add(
                    "timing.election-timeout-millis",
                    "is " + timing.electionTimeoutMillis() + " with a heartbeat of " + timing.heartbeatMillis(),
                    "at least " + least + ", ten heartbeats");
        }
    }

    /** A leader that forgets everything between two snapshots never lets anybody catch up from the first of them. */
    private void checkHistory() {
        History history = config.history();
        long most = (long) SNAPSHOT_BLOCKS_PER_BLOCK_KEPT * history.blocksKept();
        if (!findings.concern("history") && history.snapshotEveryBlocks() > most) {
            findings.add(
                    "history.snapshot-every-blocks",
                    "is " + history.snapshotEveryBlocks() + " with " + history.blocksKept() + " blocks kept",
                    "at most " + most + ", five times blocks-kept");
        }
    }

    private void checkPeer(String place, PeerAddress peer, Set<String> validators, Set<Listener> addresses) {
        if (findings.concern(place)) {
            return;
        }
        Listener address = new Listener(peer.host(), peer.port());
        if (peer.validator().equals(config.validator())) {
            findings.add(place + ".validator", "'" + peer.validator() + "' is this node itself", "the others only");
        } else if (!validators.add(peer.validator())) {
            findings.add(place + ".validator", "'" + peer.validator() + "' is listed before", "each peer once");
        }
        if (!addresses.add(address)) {
            findings.add(place + ".port", peer.host() + ":" + peer.port() + " is listed before", "each address once");
        } else if (!findings.concern("peer-listener") && address.equals(config.peerListener())) {
            findings.add(
                    place + ".port", peer.host() + ":" + peer.port() + " is this node's own", "the peer's address");
        }
    }

    private static boolean collide(Listener one, Listener other) {
        List<String> everyAddress = List.of("0.0.0.0", "::");
        return one.port() == other.port()
                && (one.host().equals(other.host())
                        || everyAddress.contains(one.host())
                        || everyAddress.contains(other.host()));
    }
}
