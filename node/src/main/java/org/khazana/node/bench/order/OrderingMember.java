package org.khazana.node.bench.order;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.khazana.config.NodeConfig;
import org.khazana.config.check.CheckedNode;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.CoreSettings;
import org.khazana.consensus.raft.ElectionPriority;
import org.khazana.consensus.raft.Identity;
import org.khazana.consensus.raft.RaftCore;
import org.khazana.consensus.raft.RecoveredState;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.consensus.runtime.Clock;
import org.khazana.consensus.runtime.FaultHandler;
import org.khazana.consensus.runtime.RaftReplica;
import org.khazana.consensus.runtime.ReplicaLimits;
import org.khazana.consensus.runtime.ReplicaPorts;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.node.assembly.Chain;
import org.khazana.node.assembly.FoundingState;
import org.khazana.node.assembly.OpenParts;
import org.khazana.node.identity.TlsIdentity;
import org.khazana.node.transport.LocalPeer;
import org.khazana.node.transport.NettyThreads;
import org.khazana.node.transport.PeerAddress;
import org.khazana.node.transport.PeerLinks;
import org.khazana.node.transport.PeerListener;
import org.khazana.node.transport.PortTaken;
import org.khazana.node.transport.TransportLimits;
import org.khazana.storage.blocklog.LogOpening;
import org.khazana.storage.blocklog.LogSettings;
import org.khazana.storage.folder.DataFolder;
import org.khazana.storage.folder.LogAndVote;
import org.khazana.storage.vote.DualSlotVoteFile;

/** One member of a network that only orders: a validator's log, vote file, consensus and transport, put together alone. */
public final class OrderingMember implements AutoCloseable {
    private static final long LOOK_MILLIS = 20;
    private static final long ANSWERS_PATIENCE_SECONDS = 15;

    private final OpenParts parts;
    private final RaftReplica replica;
    private final AtomicReference<ProposingCallers> callers;

    private OrderingMember(OpenParts parts, RaftReplica replica, AtomicReference<ProposingCallers> callers) {
        this.parts = parts;
        this.replica = replica;
        this.callers = callers;
    }

    /**
     * Starts a member on a new data folder.
     *
     * @param onFault must end the process
     * @throws PortTaken if the address for peers is taken
     */
    public static OrderingMember start(CheckedNode checked, FaultHandler onFault) throws PortTaken {
        OpenParts parts = new OpenParts();
        try {
            return open(checked, onFault, parts);
        } catch (RuntimeException | PortTaken e) {
            parts.close();
            throw e;
        }
    }

    private static OrderingMember open(CheckedNode checked, FaultHandler onFault, OpenParts parts) throws PortTaken {
        NodeConfig config = checked.config();
        Chain chain = Chain.of(checked.genesisFile());
        DataFolder folder =
                parts.add(DataFolder.open(config.dataFolder(), chain.id().toString(), config.validator()));
        DualSlotVoteFile vote = parts.add(DualSlotVoteFile.open(folder.voteFile()));
        LogAndVote disk = LogAndVote.open(
                vote, LogOpening.examine(folder.logFolder(), chain.logOrigin(), LogSettings.PRODUCTION), 0);
        parts.add(disk.log());

        MemberId self = new MemberId(config.validator(), folder.directory());
        ValidatorSet founders = FoundingState.validators(chain.genesis());
        LocalPeer local = new LocalPeer(
                self,
                chain.id(),
                checked.genesis().networkName(),
                TlsIdentity.of(config, key -> withTlsKey(founders, key)));
        NettyThreads netty = parts.add(new NettyThreads());
        PeerLinks links = parts.add(PeerLinks.open(
                local,
                config.peers().stream()
                        .map(peer -> new PeerAddress(peer.validator(), peer.host(), peer.port()))
                        .toList(),
                TransportLimits.STANDARD,
                netty));

        AtomicReference<ProposingCallers> callers = new AtomicReference<>();
        SecureRandom random = new SecureRandom();
        RaftReplica replica = parts.add(RaftReplica.start(
                new RaftCore(
                        new Identity(
                                self, ElectionPriority.ORDINARY, random.nextLong(), random.nextLong(1, Long.MAX_VALUE)),
                        CoreSettings.forLocalNetwork(),
                        new OpaqueEntries(),
                        new RecoveredState(vote.load(), disk.log(), 0, Optional.empty())),
                new ReplicaPorts(
                        disk.log(),
                        vote,
                        links,
                        new EmptyMachine(entry -> applied(callers, entry)),
                        (offeredBy, last, configuration) -> {}),
                ReplicaLimits.standard(),
                Clock.ofSystem(),
                onFault));
        parts.add(PeerListener.start(
                local,
                TransportLimits.STANDARD,
                netty,
                new OrderingInbox(replica, links::called),
                new InetSocketAddress(
                        config.peerListener().host(), config.peerListener().port())));
        return new OrderingMember(parts, replica, callers);
    }

    private static Optional<String> withTlsKey(ValidatorSet founders, String key) {
        return founders.validators().stream()
                .filter(founder -> founder.tlsKeySha256().toString().equals(key))
                .map(Validator::id)
                .findFirst();
    }

    private static void applied(AtomicReference<ProposingCallers> callers, LogEntry entry) {
        ProposingCallers proposing = callers.get();
        if (proposing != null) { // callers begin when this member leads
            proposing.applied(entry);
        }
    }

    /**
     * Waits until this member leads.
     *
     * @return false if {@code isOver} said so before
     */
    public boolean awaitLeading(BooleanSupplier isOver) throws InterruptedException {
        while (!isLeading() && !isOver.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return isLeading();
    }

    private boolean isLeading() {
        return replica.status().role() == ReplicaStatus.RoleName.LEADER;
    }

    /**
     * Has callers propose here; this member must lead all the time.
     *
     * @throws IllegalStateException if a proposal was not taken, or not applied within 15 seconds after the time was over
     */
    public OrderingOutcome measure(int concurrency, int warmUpSeconds, int seconds) throws InterruptedException {
        long startNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(warmUpSeconds);
        ProposingCallers proposing = new ProposingCallers(
                concurrency,
                replica::propose,
                new ProposingCallers.Window(startNanos, startNanos + TimeUnit.SECONDS.toNanos(seconds)));
        callers.set(proposing);
        try {
            ProposingCallers.Count count =
                    proposing.begin().get(warmUpSeconds + seconds + ANSWERS_PATIENCE_SECONDS, TimeUnit.SECONDS);
            long proposals = count.micros().count();
            return new OrderingOutcome(
                    replica.status().membership().configuration().voterIds().size(),
                    concurrency,
                    ProposingCallers.PROPOSAL_BYTES,
                    seconds,
                    (double) proposals / seconds,
                    (double) count.entries() / seconds,
                    (double) proposals / Math.max(1, count.entries()),
                    count.micros());
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not all proposals were applied", e);
        }
    }

    @Override
    public void close() {
        parts.close();
    }
}
