package org.khazana.config.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.khazana.config.InvalidConfig;
import org.khazana.config.NodeConfig;
import org.khazana.config.file.Findings;
import org.khazana.config.file.GenesisFile;
import org.khazana.config.file.IoReason;
import org.khazana.config.file.NodeFile;

/**
 * A folder with one genesis and the node files of all its validators, each in a folder of its own, as a test network on
 * one machine has it.
 *
 * @param nodeFiles one for each validator, in the order of the genesis
 */
public record ClusterFolder(Path folder, GenesisFile genesisFile, List<NodeFileOf> nodeFiles) {
    public static final String GENESIS_FILE = "genesis.json";
    public static final String NODE_FILE = "node.toml";

    private static final int FOLDERS_MAX = 1_000;

    public ClusterFolder {
        nodeFiles = List.copyOf(nodeFiles);
    }

    /** One node file of the folder and what it says. */
    public record NodeFileOf(Path file, NodeConfig config) {}

    /** Checks with key files, as of now. */
    public static ClusterFolder check(Path folder) {
        return check(folder, KeyFileCheck.FULL, Instant.now());
    }

    /**
     * Reads everything in the folder that the nodes of a cluster start from.
     *
     * @param now certificates must be valid then
     * @throws InvalidConfig with every mistake of all files
     */
    public static ClusterFolder check(Path folder, KeyFileCheck keyFileCheck, Instant now) {
        Findings inGenesis = new Findings(folder.resolve(GENESIS_FILE));
        Optional<GenesisFile> genesis = GenesisFile.read(inGenesis.file(), inGenesis);
        List<Findings> inAll = new ArrayList<>(List.of(inGenesis));
        List<NodeFileOf> nodes = new ArrayList<>();
        ClusterRules rules = new ClusterRules(inGenesis);
        Findings inFolder = new Findings(folder);
        inAll.add(inFolder);
        for (Path file : nodeFilesIn(inFolder)) {
            Findings inNode = new Findings(file);
            inAll.add(inNode);
            NodeFile.read(file, inNode).ifPresent(config -> {
                genesis.map(read -> KnownValidators.of(read.genesis(), inGenesis))
                        .ifPresent(validators -> CheckedNode.check(config, validators, inNode, keyFileCheck, now));
                rules.add(config, inNode);
                nodes.add(new NodeFileOf(file, config));
            });
        }
        genesis.ifPresent(file -> rules.check(file.genesis()));
        Findings.throwIfAny(inAll);
        return inOrder(folder, genesis.orElseThrow(), nodes);
    }

    private static ClusterFolder inOrder(Path folder, GenesisFile genesis, List<NodeFileOf> nodes) {
        List<NodeFileOf> ordered = genesis.genesis().validators().stream()
                .flatMap(validator ->
                        nodes.stream().filter(node -> node.config().validator().equals(validator.id())))
                .toList();
        return new ClusterFolder(folder, genesis, ordered);
    }

    private static List<Path> nodeFilesIn(Findings inFolder) {
        if (!Files.isDirectory(inFolder.file())) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(inFolder.file())) {
            return children.sorted()
                    .limit(FOLDERS_MAX)
                    .map(child -> child.resolve(NODE_FILE))
                    .filter(Files::exists)
                    .toList();
        } catch (IOException failed) {
            inFolder.addUnreadable("", "cannot be listed: " + IoReason.of(failed), "a readable folder");
            return List.of();
        }
    }
}
