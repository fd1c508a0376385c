package org.khazana.config.check;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.khazana.config.Genesis;
import org.khazana.config.InvalidConfig;
import org.khazana.config.NodeConfig;
import org.khazana.config.file.Findings;
import org.khazana.config.file.GenesisFile;
import org.khazana.config.file.NodeFile;

/** A node file that fits its genesis and its key files: what a node may start from. */
public record CheckedNode(NodeConfig config, GenesisFile genesisFile) {

    /**
     * Reads a node file and the files it names.
     *
     * @param now certificates must be valid then
     * @throws InvalidConfig with every mistake of all these files
     */
    public static CheckedNode read(Path nodeFile, Instant now) {
        Findings inNode = new Findings(nodeFile);
        Optional<NodeConfig> config = NodeFile.read(nodeFile, inNode);
        if (config.isEmpty() || inNode.concern("genesis")) {
            Findings.throwIfAny(List.of(inNode));
        }
        Findings inGenesis = new Findings(config.orElseThrow().genesisFile());
        Optional<GenesisFile> genesis = GenesisFile.read(inGenesis.file(), inGenesis);
        genesis.ifPresent(file ->
                check(config.get(), KnownValidators.of(file.genesis(), inGenesis), inNode, KeyFileCheck.FULL, now));
        Findings.throwIfAny(List.of(inNode, inGenesis));
        return new CheckedNode(config.get(), genesis.orElseThrow());
    }

    static void check(
            NodeConfig config, KnownValidators validators, Findings findings, KeyFileCheck keyFileCheck, Instant now) {
        if (validators.complete()) {
            new MembershipRules(config, validators, findings).check();
        }
        if (keyFileCheck == KeyFileCheck.FULL) {
            new KeyFileRules(config, validators, findings, now).check();
        }
    }

    public Genesis genesis() {
        return genesisFile.genesis();
    }
}
