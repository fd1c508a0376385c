package org.khazana.node.transport;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.port.PeerSender;
import org.khazana.consensus.wire.MessageCodec;

/**
 * This node's connections to all its peers, for sending. Safe to use from several threads, and never blocks; only
 * {@link #follow} is for one thread.
 */
public final class PeerLinks implements PeerSender, VotePeers, SnapshotPeers, FinalityPeers, AutoCloseable {
    private final LocalPeer local;
    private final PeerTls tls;
    private final TransportLimits limits;
    private final NettyThreads threads;
    private final Map<String, PeerLink> links = new ConcurrentSkipListMap<>();
    private final AtomicLong dropped = new AtomicLong();

    private PeerLinks(LocalPeer local, TransportLimits limits, NettyThreads threads) {
        this.local = local;
        this.tls = new PeerTls(local.certificates());
        this.limits = limits;
        this.threads = threads;
    }

    /** Starts to connect to every peer, and keeps at it. */
    public static PeerLinks open(
            LocalPeer local, Collection<PeerAddress> peers, TransportLimits limits, NettyThreads threads) {
        PeerLinks all = new PeerLinks(local, limits, threads);
        all.follow(peers);
        return all;
    }

    /** From now on these are the peers: connects to new ones and to those that moved, lets go of all others. */
    public void follow(Collection<PeerAddress> peers) {
        Map<String, PeerAddress> wanted = new TreeMap<>();
        peers.forEach(peer -> wanted.put(peer.validator(), peer));
        links.forEach((validator, link) -> {
            if (!link.address().equals(wanted.get(validator)) && links.remove(validator, link)) {
                link.close();
            }
        });
        wanted.forEach((validator, peer) -> {
            if (!links.containsKey(validator)) {
                PeerLink link = new PeerLink(peer, local, tls, limits, threads);
                links.put(validator, link);
                link.open();
            }
        });
    }

    /** {@code peer} has called and can be reached, so it is not kept waiting for the next attempt to connect to it. */
    public void called(MemberId peer) {
        PeerLink link = links.get(peer.validator());
        if (link != null) {
            link.tryNow();
        }
    }

    @Override
    public void send(MemberId to, Message message) {
        sendConsensus(to, new Frame.Raft(MessageCodec.encode(message)));
    }

    @Override
    public void sendVote(MemberId to, Message vote, byte[] signature) {
        sendConsensus(to, new Frame.Vote(signature, MessageCodec.encode(vote)));
    }

    private void sendConsensus(MemberId to, Frame frame) {
        PeerLink link = links.get(to.validator());
        if (link == null || !link.isConnectedTo(to) || !link.send(frame)) {
            dropped.incrementAndGet();
        }
    }

    /** Tells every peer that is connected and not behind with reading; who misses it is told again later. */
    @Override
    public void tellAll(byte[] finality) {
        links.values().forEach(link -> link.send(new Frame.Finality(finality)));
    }

    /** The same for one of them. */
    @Override
    public void tell(MemberId to, byte[] finality) {
        PeerLink link = links.get(to.validator());
        if (link != null && link.isConnectedTo(to)) {
            link.send(new Frame.Finality(finality));
        }
    }

    /** Hands a submission to another validator; {@code answer} is called exactly once, on any thread. */
    public void forward(MemberId to, byte[] envelope, Consumer<ForwardAnswer> answer) {
        PeerLink link = links.get(to.validator());
        if (link == null) {
            answer.accept(new ForwardAnswer.NotConnected());
        } else {
            link.forward(envelope, answer);
        }
    }

    @Override
    public void ask(String validator, SnapshotQuestion question, Consumer<SnapshotAnswer> answer) {
        PeerLink link = links.get(validator);
        if (link == null) {
            answer.accept(new SnapshotAnswer.NotConnected());
        } else {
            link.ask(question, answer);
        }
    }

    @Override
    public List<String> connected() {
        return links.entrySet().stream()
                .filter(link -> link.getValue().isConnected())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the validator is connected with just this data directory. */
    public boolean isConnectedTo(MemberId peer) {
        PeerLink link = links.get(peer.validator());
        return link != null && link.isConnectedTo(peer);
    }

    /** Why each unconnected peer is not connected, as far as known, in order of their ids. */
    public Map<String, String> troubles() {
        Map<String, String> troubles = new TreeMap<>();
        links.forEach((validator, link) -> {
            Optional<String> trouble = link.trouble();
            trouble.ifPresent(sentence -> troubles.put(validator, sentence));
        });
        return troubles;
    }

    /** Consensus messages dropped so far, because the peer was away or slow. */
    public long dropped() {
        return dropped.get();
    }

    @Override
    public void close() {
        links.values().forEach(PeerLink::close);
    }
}
