package org.khazana.node.assembly;

import java.security.SecureRandom;
import org.khazana.config.Genesis;
import org.khazana.config.NodeConfig;
import org.khazana.config.check.ClusterFolder;
import org.khazana.config.generate.ClusterGenerator;
import org.khazana.config.generate.ClusterRequest;
import org.khazana.storage.folder.DataFolder;

/** Founds a network on one machine: its files, and for each validator the unused data folder that the genesis names. */
public final class NewNetwork {
    private NewNetwork() {}

    /**
     * Writes everything that the validators start from.
     *
     * @throws org.khazana.config.InvalidConfig with every mistake of the request
     * @throws org.khazana.storage.DataFolderProblem if a data folder cannot be made
     */
    public static ClusterFolder found(ClusterRequest request) {
        ClusterFolder network = new ClusterGenerator(new SecureRandom()).generate(request);
        String chainId = Chain.of(network.genesisFile()).id().toString();
        for (ClusterFolder.NodeFileOf node : network.nodeFiles()) {
            NodeConfig config = node.config();
            DataFolder.format(
                    config.dataFolder(), chainId, config.validator(), directoryOf(config.validator(), network));
        }
        return network;
    }

    private static long directoryOf(String validator, ClusterFolder network) {
        return network.genesisFile().genesis().validators().stream()
                .filter(each -> each.id().equals(validator))
                .mapToLong(Genesis.Validator::directory)
                .findFirst()
                .orElseThrow();
    }
}
