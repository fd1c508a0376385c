package org.khazana.node.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.khazana.ledger.transaction.ChainId;

/** A network that runs already, made by {@code khazana cluster init}: its founding parties sign. It stays as it is. */
final class AttachedSite implements Site {
    private static final String PARTIES = "parties";

    private final AttachedCluster cluster;
    private final Path parties;

    private AttachedSite(AttachedCluster cluster, Path parties) {
        this.cluster = cluster;
        this.parties = parties;
    }

    /** @throws BenchFailed if a validator does not answer, they are of different networks, or there are no keys */
    static AttachedSite open(Attachment attachment) {
        Path parties = attachment.network().resolve(PARTIES);
        if (!Files.isDirectory(parties)) {
            throw new BenchFailed(attachment.network() + " is not the folder of a network with the keys of its"
                    + " parties, as khazana cluster init makes it: there is no folder " + PARTIES + " in it");
        }
        return new AttachedSite(AttachedCluster.at(attachment.urls()), parties);
    }

    @Override
    public Cluster cluster() {
        return cluster;
    }

    @Override
    public boolean isOwn() {
        return false;
    }

    @Override
    public int validators() {
        return cluster.validators();
    }

    @Override
    public ChainId chain() {
        return cluster.chain();
    }

    @Override
    public Path parties() {
        return parties;
    }

    /** Others may have measured here before. */
    @Override
    public RegisterNames names() {
        return RegisterNames.drawnFrom(new SecureRandom());
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public String fileSystem() {
        return "unknown disks";
    }

    @Override
    public void close() {}
}
