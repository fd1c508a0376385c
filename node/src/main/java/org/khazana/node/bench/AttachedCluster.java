package org.khazana.node.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.api.json.ClusterJson;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;

/** Validators that run already, somewhere; they are only asked. */
final class AttachedCluster implements Cluster {
    private final List<BenchNode> nodes;
    private final ClusterJson status;

    private AttachedCluster(List<BenchNode> nodes, ClusterJson status) {
        this.nodes = List.copyOf(nodes);
        this.status = status;
    }

    /**
     * Asks each of them who it is.
     *
     * @param urls of one or more validators of one network
     * @throws BenchFailed if one does not answer, or they are of different networks
     */
    static AttachedCluster at(List<URI> urls) {
        List<BenchNode> nodes = new ArrayList<>();
        Optional<ClusterJson> first = Optional.empty();
        for (URI url : urls) {
            ClusterJson status =
                    Cluster.status(url).orElseThrow(() -> new BenchFailed("no validator of Khazana answers at " + url));
            String chain = first.orElse(status).chainId();
            if (!status.chainId().equals(chain)) {
                throw new BenchFailed("the validators are of different networks: at " + urls.getFirst() + " it is "
                        + chain + ", at " + url + " " + status.chainId());
            }
            first = first.or(() -> Optional.of(status));
            nodes.add(new BenchNode(status.self(), url));
        }
        return new AttachedCluster(nodes, first.orElseThrow());
    }

    ChainId chain() {
        return new ChainId(Hash.fromHex(status.chainId()));
    }

    /** How many there are in the network, as one of them tells, whether or not requests go there. */
    int validators() {
        return status.validators().size();
    }

    @Override
    public List<BenchNode> running() {
        return nodes;
    }

    /** They may be anywhere. */
    @Override
    public Optional<Meter.Reading> reading(BenchNode node) {
        return Optional.empty();
    }

    /** One that does not answer is passed over by the clients. */
    @Override
    public boolean isBroken(Optional<BenchNode> killed) {
        return false;
    }

    @Override
    public void requireUnbroken(Optional<BenchNode> killed) {}

    @Override
    public void beginKill(BenchNode node) {
        throw new UnsupportedOperationException("validators that run already are not killed");
    }

    @Override
    public void restart(BenchNode node) {
        throw new UnsupportedOperationException("validators that run already are not started");
    }
}
