package org.khazana.config.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.khazana.config.Genesis;
import org.khazana.config.NodeConfig;
import org.khazana.config.NodeConfig.Listener;
import org.khazana.config.NodeConfig.PeerAddress;
import org.khazana.config.file.Findings;

/** What must hold between the node files of one cluster on one machine. */
final class ClusterRules {
    private final Findings inGenesis;
    private final Map<String, NodeConfig> byValidator = new LinkedHashMap<>();
    private final Map<String, Findings> findingsOf = new HashMap<>();

    ClusterRules(Findings inGenesis) {
        this.inGenesis = inGenesis;
    }

    /** Takes one more node file; the first of each validator counts. */
    void add(NodeConfig config, Findings findings) {
        if (findings.concern("validator")) {
            return;
        }
        NodeConfig first = byValidator.putIfAbsent(config.validator(), config);
        if (first == null) {
            findingsOf.put(config.validator(), findings);
        } else {
            Findings before = findingsOf(config.validator());
            findings.add("validator", "'" + config.validator() + "' is also in " + before.file(), "one node file each");
        }
    }

    void check(Genesis genesis) {
        KnownValidators founders = KnownValidators.of(genesis, inGenesis);
        checkNoneMissing(genesis);
        Map<Integer, String> ports = new HashMap<>();
        Map<Object, String> dataFolders = new HashMap<>();
        for (NodeConfig config : byValidator.values()) {
            Findings findings = findingsOf(config.validator());
            checkFounder(config, founders, findings);
            checkGenesis(config, findings);
            checkPort("peer-listener", config.peerListener(), ports, findings);
            checkPort("http-listener", config.httpListener(), ports, findings);
            checkAddresses(config, findings);
            String other = dataFolders.putIfAbsent(config.dataFolder(), config.validator());
            if (other != null) {
                findings.add("data", config.dataFolder() + " is also that of " + other, "a folder of its own");
            }
        }
    }

    private void checkNoneMissing(Genesis genesis) {
        for (int i = 0; i < genesis.validators().size(); i++) {
            String id = genesis.validators().get(i).id();
            String key = "validators[" + i + "].id";
            if (!inGenesis.concern(key) && !byValidator.containsKey(id)) {
                inGenesis.add(
                        key, "'" + id + "' has no " + ClusterFolder.NODE_FILE + " here", "one for each validator");
            }
        }
    }

    /** All founders are here and nobody else: a node that joined later has a folder elsewhere. */
    private static void checkFounder(NodeConfig config, KnownValidators founders, Findings findings) {
        if (founders.complete() && !founders.ids().contains(config.validator())) {
            findings.add(
                    "validator",
                    "'" + config.validator() + "' is no validator of the genesis",
                    "one of " + String.join(", ", founders.ids()));
        }
    }

    private void checkGenesis(NodeConfig config, Findings findings) {
        if (!findings.concern("genesis")
                && !config.genesisFile()
                        .equals(inGenesis.file().toAbsolutePath().normalize())) {
            findings.add("genesis", "is " + config.genesisFile(), "the genesis of this cluster, " + inGenesis.file());
        }
    }

    private static void checkPort(String key, Listener listener, Map<Integer, String> ports, Findings findings) {
        if (findings.concern(key) || listener.port() == 0) {
            return;
        }
        String other = ports.putIfAbsent(listener.port(), findings.file() + " at " + key);
        if (other != null) {
            findings.add(key + ".port", "is " + listener.port() + ", as in " + other, "a port of its own");
        }
    }

    private void checkAddresses(NodeConfig config, Findings findings) {
        for (int i = 0; i < config.peers().size(); i++) {
            PeerAddress peer = config.peers().get(i);
            String key = "peers[" + i + "].port";
            Optional<Listener> listener = Optional.ofNullable(byValidator.get(peer.validator()))
                    .filter(other -> !findingsOf(other.validator()).concern("peer-listener"))
                    .map(NodeConfig::peerListener);
            if (listener.isPresent() && listener.get().port() != peer.port()) {
                findings.add(
                        key,
                        "is " + peer.port() + ", but " + peer.validator() + " listens on "
                                + listener.get().port(),
                        String.valueOf(listener.get().port()));
            }
        }
    }

    private Findings findingsOf(String validator) {
        return Optional.ofNullable(findingsOf.get(validator)).orElseThrow();
    }
}
