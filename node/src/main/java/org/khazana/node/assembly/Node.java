package org.khazana.node.assembly;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.khazana.api.server.ApiServer;
import org.khazana.api.server.ApiSettings;
import org.khazana.config.NodeConfig;
import org.khazana.config.check.CheckedNode;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.port.PeerSender;
import org.khazana.consensus.raft.CoreSettings;
import org.khazana.consensus.raft.ElectionPriority;
import org.khazana.consensus.raft.Identity;
import org.khazana.consensus.raft.RaftCore;
import org.khazana.consensus.raft.RecoveredState;
import org.khazana.consensus.runtime.Clock;
import org.khazana.consensus.runtime.FaultHandler;
import org.khazana.consensus.runtime.RaftReplica;
import org.khazana.consensus.runtime.ReplicaLimits;
import org.khazana.consensus.runtime.ReplicaPorts;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.execution.BlockExecutor;
import org.khazana.ledger.proof.TestimonyVerifier;
import org.khazana.node.apply.BlockFactory;
import org.khazana.node.apply.BlockInspection;
import org.khazana.node.apply.BlockMachine;
import org.khazana.node.apply.KnownSignatures;
import org.khazana.node.apply.KnownTransactions;
import org.khazana.node.apply.LoggedProposals;
import org.khazana.node.apply.ProposerCheck;
import org.khazana.node.apply.SignatureCrew;
import org.khazana.node.finality.Finality;
import org.khazana.node.finality.FinalityDesk;
import org.khazana.node.finality.HeadSigner;
import org.khazana.node.finality.NewestCertificate;
import org.khazana.node.finality.VoteCheck;
import org.khazana.node.finality.VoteSigning;
import org.khazana.node.gateway.BlockArchive;
import org.khazana.node.gateway.CertifiedHeights;
import org.khazana.node.gateway.ClusterInbox;
import org.khazana.node.gateway.ClusterView;
import org.khazana.node.gateway.ExecutedHeights;
import org.khazana.node.gateway.LeaderRoute;
import org.khazana.node.gateway.NodeGateway;
import org.khazana.node.gateway.ReadBarrier;
import org.khazana.node.gateway.SubmissionCheck;
import org.khazana.node.gateway.SubmissionDesk;
import org.khazana.node.gateway.VoucherMaker;
import org.khazana.node.gateway.WaitingSubmissions;
import org.khazana.node.identity.SigningKey;
import org.khazana.node.identity.TlsIdentity;
import org.khazana.node.lifecycle.NodeThreads;
import org.khazana.node.membership.AppointedKeys;
import org.khazana.node.membership.MembershipSteward;
import org.khazana.node.membership.MembershipWatch;
import org.khazana.node.membership.PeerDirectory;
import org.khazana.node.snapshot.Snapshots;
import org.khazana.node.transport.LocalPeer;
import org.khazana.node.transport.NettyThreads;
import org.khazana.node.transport.PeerAddress;
import org.khazana.node.transport.PeerLinks;
import org.khazana.node.transport.PeerListener;
import org.khazana.node.transport.PortTaken;
import org.khazana.node.transport.TransportLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running validator. Reads like a table of contents: each part is opened with the parts it needs, and all are closed
 * in reverse order.
 */
public final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    private final OpenParts parts;
    private final PeerListener peerListener;
    private final ApiServer apiServer;
    private final NodeGateway gateway;

    private Node(OpenParts parts, PeerListener peerListener, ApiServer apiServer, NodeGateway gateway) {
        this.parts = parts;
        this.peerListener = peerListener;
        this.apiServer = apiServer;
        this.gateway = gateway;
    }

    /**
     * Starts a validator; returns when it listens. What was opened is closed again when something fails.
     *
     * @param onFault must end the process, or in a test the node
     * @throws PortTaken if the address for peers is taken
     * @throws org.khazana.api.server.CannotListen if the address for HTTP is taken
     * @throws org.khazana.storage.DataFolderProblem if the data folder cannot be used
     */
    public static Node start(CheckedNode checked, FaultHandler onFault) throws PortTaken {
        return start(checked, onFault, UnaryOperator.identity());
    }

    /**
     * The same.
     *
     * @param outgoing what stands between consensus and its peers: nothing, but in tests of what others do about a liar
     */
    static Node start(CheckedNode checked, FaultHandler onFault, UnaryOperator<PeerSender> outgoing) throws PortTaken {
        OpenParts parts = new OpenParts();
        try {
            return open(checked, onFault, outgoing, parts);
        } catch (RuntimeException | PortTaken e) {
            parts.close();
            throw e;
        }
    }

    private static Node open(
            CheckedNode checked, FaultHandler onFault, UnaryOperator<PeerSender> outgoing, OpenParts parts)
            throws PortTaken {
        NodeConfig config = checked.config();
        Chain chain = Chain.of(checked.genesisFile());
        // On disk
        Disk disk = Disk.open(config, chain, parts);
        MemberId self = disk.self();

        // Who takes part
        MembershipWatch membership = new MembershipWatch(disk.store().view(), chain.founding());
        PeerDirectory directory = new PeerDirectory(self.validator(), peersOf(config));

        // Threads, and connections to the peers
        NodeThreads threads = parts.add(new NodeThreads());
        NettyThreads netty = parts.add(new NettyThreads());
        TlsIdentity identity = TlsIdentity.of(config, key -> membership.roster().validatorWithTlsKey(key));
        LocalPeer local = new LocalPeer(self, chain.id(), checked.genesis().networkName(), identity);
        PeerLinks links =
                parts.add(PeerLinks.open(local, directory.peers(membership.roster()), TransportLimits.STANDARD, netty));

        // The ledger: blocks that are committed are executed
        KnownSignatures signatures = new KnownSignatures(Ed25519.verifier());
        KnownTransactions known = new KnownTransactions(chain.id());
        SignatureCrew crew = new SignatureCrew(known, signatures, threads.checkers());
        WaitingSubmissions waiting =
                new WaitingSubmissions(disk.store().appliedHeight(), disk::receipt, threads.answerers());
        ExecutedHeights heights = new ExecutedHeights(disk.store().appliedHeight());
        long certifiedBefore = disk.store().certifiedHeight();
        CertifiedHeights certified = new CertifiedHeights(certifiedBefore);
        NewestCertificate newest = new NewestCertificate(disk.store().certificateFrom(certifiedBefore));

        // What validators sign: headers of blocks, votes, and what blocks came to
        HeadSigner signer = new HeadSigner(SigningKey.read(config));
        AppointedKeys keys = new AppointedKeys(
                () -> membership.roster().appointed().epoch(),
                epoch -> disk.store().read(state -> state.validators(epoch)));
        ProposerCheck proposers = new ProposerCheck(heights::height, keys, signatures);
        VoteSigning voting = new VoteSigning(
                chain.id(),
                self,
                signer,
                links,
                links,
                disk.vote().load().term().number());
        FinalityDesk finality = Finality.open(
                new Finality.Own(
                        chain.id(),
                        self,
                        signer,
                        disk.signed(),
                        disk.store(),
                        disk.log().last().index()),
                new Finality.Sight(keys, new LoggedProposals(disk.log(), proposers), voting::term),
                Ed25519.verifier(),
                links,
                certificate -> {
                    newest.reached(certificate);
                    certified.reached(certificate.head().height());
                },
                threads.finality(),
                onFault);
        BlockMachine machine = new BlockMachine(
                new BlockExecutor(chain.id(), signatures, known),
                crew,
                disk.store(),
                membership,
                finality::executed,
                result -> {
                    waiting.executed(result);
                    heights.executed(result.height());
                });

        // Snapshots: for validators that lag behind, and for this one if it does
        BlockArchive blocks = new BlockArchive(chain.id(), disk.log(), disk.store()::appliedHeight);
        Snapshots snapshots = parts.add(new Snapshots(
                new Snapshots.Own(
                        chain.id(),
                        chain.founding(),
                        new TestimonyVerifier(
                                chain.id(), FoundingState.validators(chain.genesis()), Ed25519.verifier()),
                        disk.store(),
                        disk.log(),
                        disk.snapshots(),
                        config.history()),
                new Snapshots.Certified(certified::await, new VoucherMaker(disk.store(), blocks)),
                threads,
                links,
                machine,
                height -> {
                    membership.jumped(disk.store().view());
                    waiting.jumpedTo(height);
                    heights.executed(height);
                    certified.reached(disk.store().certifiedHeight());
                    finality.jumped();
                },
                onFault));

        // Consensus: which blocks are committed
        RaftReplica replica = parts.add(RaftReplica.start(
                coreOf(
                        self,
                        config,
                        disk,
                        new BlockFactory(chain.id(), signer::sign, newest::forBlock),
                        snapshots.takeAtStart(disk.vote().load())),
                new ReplicaPorts(disk.log(), disk.vote(), outgoing.apply(voting), snapshots.machine(), snapshots),
                ReplicaLimits.standard(),
                Clock.ofSystem(),
                onFault));

        snapshots.started(replica);

        // The ways in: from peers and from clients
        LeaderRoute route = new LeaderRoute(replica::status, replica::propose, links::forward);
        SubmissionCheck check = new SubmissionCheck(
                chain.id(), known, signatures, disk.store(), certified::height, System::currentTimeMillis);
        ClusterInbox inbox = new ClusterInbox(
                new ClusterInbox.Checks(
                        new BlockInspection(chain.id(), proposers, (block, proposal) -> {
                            crew.startOn(block);
                            finality.proposed(proposal);
                        }),
                        new VoteCheck(chain.id(), self, keys, signatures, finality::voted)),
                replica,
                check,
                route,
                threads.checkers(),
                snapshots::question,
                finality::received,
                links::called);
        PeerListener peerListener = parts.add(
                PeerListener.start(local, TransportLimits.STANDARD, netty, inbox, address(config.peerListener())));
        NodeGateway gateway = new NodeGateway(
                chain.id(),
                check,
                new SubmissionDesk(waiting, route, threads.desk(), System::nanoTime),
                threads.checkers(),
                disk.store(),
                new ReadBarrier(replica::readIndex, heights, threads.answerers()),
                blocks,
                certified,
                new ClusterView(
                        local,
                        membership::roster,
                        replica::status,
                        disk.store()::appliedHeight,
                        certified::height,
                        links::troubles));
        ApiServer apiServer = parts.add(ApiServer.start(
                gateway,
                ApiSettings.of(
                        config.httpListener().host(), config.httpListener().port())));

        // Changes of who takes part, when the governors decide on some
        MembershipSteward steward = new MembershipSteward(
                replica::status, replica::changeMembership, disk.store()::appliedHeight, membership::roster);
        threads.lookAfter(() -> {
            links.follow(directory.peers(membership.roster()));
            peerListener.keepOnly(membership.roster().everybodysIds());
            steward.look();
        });
        threads.remind(finality::remind);
        return new Node(parts, peerListener, apiServer, gateway);
    }

    private static RaftCore coreOf(
            MemberId self, NodeConfig config, Disk disk, BlockFactory blocks, Optional<EntryMetadata> snapshot) {
        CoreSettings local = CoreSettings.forLocalNetwork();
        CoreSettings settings = new CoreSettings(
                local.tickMillis(),
                config.timing().heartbeatMillis(),
                config.timing().electionTimeoutMillis(),
                local.entryBytesMax(),
                local.messageBytesMax(),
                local.inFlightMessagesMax(),
                local.inFlightBytesMax(),
                local.uncommittedBytesMax(),
                local.unappliedBytesMax(),
                local.readsWaitingMax(),
                config.history().blocksKept(),
                local.promotionLagMax());
        RecoveredState recovered =
                new RecoveredState(disk.vote().load(), disk.log(), disk.store().appliedHeight(), snapshot);
        SecureRandom random = new SecureRandom();
        return new RaftCore(
                new Identity(self, priorityOf(config), random.nextLong(), random.nextLong(1, Long.MAX_VALUE)),
                settings,
                blocks,
                recovered);
    }

    private static ElectionPriority priorityOf(NodeConfig config) {
        return switch (config.timing().electionPriority()) {
            case PREFERRED -> ElectionPriority.PREFERRED;
            case ORDINARY -> ElectionPriority.ORDINARY;
            case BACKUP -> ElectionPriority.BACKUP;
        };
    }

    private static List<PeerAddress> peersOf(NodeConfig config) {
        return config.peers().stream()
                .map(peer -> new PeerAddress(peer.validator(), peer.host(), peer.port()))
                .toList();
    }

    private static InetSocketAddress address(NodeConfig.Listener listener) {
        return new InetSocketAddress(listener.host(), listener.port());
    }

    /** Where it listens for its peers. */
    public int peerPort() {
        return peerListener.port();
    }

    /** Where its HTTP interface listens. */
    public int httpPort() {
        return apiServer.port();
    }

    /** The way in without HTTP, for tests in the same process. */
    public NodeGateway gateway() {
        return gateway;
    }

    /** Stops taking work, finishes what was begun, and closes all files. */
    @Override
    public void close() {
        LOG.info("stopping");
        parts.close();
        LOG.info("stopped");
    }
}
