package org.khazana.node.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.khazana.config.check.ClusterFolder;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.node.supervision.KhazanaProgram;
import org.khazana.node.supervision.LocalCluster;
import org.khazana.node.supervision.LocalNodes;

/** A new network in a folder, with validators as processes of this one. */
final class OwnSite implements Site {
    private static final Duration READY_PATIENCE = Duration.ofMinutes(2);

    private final BenchFolder folder;
    private final ClusterFolder network;
    private final LocalCluster processes;

    private OwnSite(BenchFolder folder, ClusterFolder network, LocalCluster processes) {
        this.folder = folder;
        this.network = network;
        this.processes = processes;
    }

    /**
     * Returns when all are ready. When it fails, or is closed, all have stopped, and the folder is removed unless it is to be
     * kept.
     */
    static OwnSite open(int validators, List<String> javaFlags, BenchFolder folder, Consumer<String> progress)
            throws InterruptedException {
        boolean isOpen = false;
        try {
            ClusterFolder network = folder.found(validators);
            LocalCluster processes =
                    new LocalCluster(LocalNodes.of(network), KhazanaProgram.asOnItsOwn(javaFlags), folder::clear);
            OwnSite site = new OwnSite(folder, network, processes);
            try {
                progress.accept("starting " + validators + " validators in " + folder.path());
                processes.startAll(READY_PATIENCE);
                isOpen = true;
                return site;
            } finally {
                if (!isOpen) {
                    processes.close();
                }
            }
        } finally {
            if (!isOpen) {
                folder.clear();
            }
        }
    }

    @Override
    public Cluster cluster() {
        return new StartedCluster(processes);
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public int validators() {
        return processes.nodes().size();
    }

    @Override
    public ChainId chain() {
        return new ChainId(Domain.GENESIS.hash(network.genesisFile().bytes()));
    }

    @Override
    public Path parties() {
        return network.genesisFile().path().resolveSibling("parties");
    }

    @Override
    public RegisterNames names() {
        return RegisterNames.FIRST;
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(folder.path());
    }

    @Override
    public String fileSystem() {
        return folder.fileSystem();
    }

    @Override
    public void close() {
        try {
            processes.close();
        } finally {
            folder.clear();
        }
    }
}
