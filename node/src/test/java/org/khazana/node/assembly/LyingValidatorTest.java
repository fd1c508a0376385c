package org.khazana.node.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.client.LedgerClient;
import org.khazana.config.check.CheckedNode;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.finality.DoubleSigning;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.finality.MalformedHead;
import org.khazana.ledger.finality.SignedHead;
import org.khazana.ledger.table.NetChanges;
import org.khazana.node.Eventually;
import org.khazana.node.identity.SigningKey;
import org.khazana.node.identity.TlsIdentity;
import org.khazana.node.load.TestMarket;
import org.khazana.node.transport.LocalPeer;
import org.khazana.node.transport.NettyThreads;
import org.khazana.node.transport.PeerAddress;
import org.khazana.node.transport.PeerLinks;
import org.khazana.node.transport.TransportLimits;
import org.khazana.storage.folder.DataFolder;
import org.khazana.storage.state.LedgerStore;

/** One of four validators lies, or goes wrong: the three others name it, or stop it, and go on. */
final class LyingValidatorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LIAR = "validator-4";

    @TempDir
    private Path folder;

    @Test
    void whoSignsTwoHeadsIsNamedByAllOthersWhoGoOnWithoutIt() throws Exception {
        try (InProcessCluster cluster = started()) {
            TestMarket market = new TestMarket(cluster.folder());
            submit(cluster, market.opening());
            long height = applied(cluster);
            awaitCertified(cluster, height);
            Head truth = cluster.node("validator-1")
                    .gateway()
                    .certificateFrom(height)
                    .orElseThrow()
                    .head();
            CheckedNode liar = cluster.checked(LIAR);
            byte[] key = SigningKey.read(liar.config());
            cluster.stop(LIAR);

            tell(cluster, liar, key, truth, withAnotherState(truth));

            assertThat(cluster.running().values())
                    .hasSize(3)
                    .allSatisfy(node -> assertThat(evidence(node))
                            .singleElement()
                            .satisfies(evidence -> {
                                assertThat(evidence.key()).isEqualTo(Ed25519.publicKeyOf(key));
                                assertThat(evidence.isProved(Ed25519.verifier()))
                                        .isTrue();
                            }));
            cluster.awaitLeader();
            submit(cluster, market.transfers(2));
            awaitCertified(cluster, applied(cluster));
            assertThat(cluster.faults()).isEmpty();
        }
    }

    @Test
    void whoExecutesWronglyStopsAtEachStartAndTheOthersGoOn() throws Exception {
        try (InProcessCluster cluster = started()) {
            TestMarket market = new TestMarket(cluster.folder());
            submit(cluster, market.opening());
            long height = applied(cluster);
            awaitCertified(cluster, height);
            cluster.stop(LIAR);
            cluster.awaitLeader();
            submit(cluster, market.transfers(2));
            awaitCertified(cluster, height + 1);
            executeWrongly(cluster, height + 1);

            cluster.start(LIAR);
            submit(cluster, market.transfers(1));

            Eventually.holds("it stops", PATIENCE, () -> !cluster.faults().isEmpty());
            assertThat(cluster.faults()).allMatch(fault -> fault.contains("have certified another outcome of block"));
            cluster.stop(LIAR);
            int faults = cluster.faults().size();
            cluster.start(LIAR);
            Eventually.holds("it stops again", PATIENCE, () -> cluster.faults().size() > faults);
            cluster.stop(LIAR);
            submit(cluster, market.transfers(1));
            awaitCertified(cluster, applied(cluster));
            assertThat(cluster.running().values())
                    .allSatisfy(node -> assertThat(evidence(node)).isEmpty());
        }
    }

    /** As a node that forgets to carry anything out would, of a block that others have executed. */
    private static void executeWrongly(InProcessCluster cluster, long height) {
        Head right = cluster.node("validator-1")
                .gateway()
                .certificateFrom(height)
                .orElseThrow()
                .head();
        CheckedNode liar = cluster.checked(LIAR);
        try (DataFolder data = DataFolder.open(
                        liar.config().dataFolder(), right.chainId().toString(), LIAR);
                LedgerStore store = LedgerStore.open(data.stateFolder())) {
            for (long next = store.appliedHeight() + 1; next <= height; next++) {
                store.apply(new BlockResult(next, right.blockHash(), 0, List.of(), NetChanges.NONE, List.of()));
            }
        }
    }

    /** In the place of the validator, whose keys it has, it tells all others both, until they have heard. */
    private static void tell(InProcessCluster cluster, CheckedNode liar, byte[] key, Head... heads) throws Exception {
        byte[] message = signed(key, heads);
        MemberId self = new MemberId(LIAR, founder(liar));
        TlsIdentity identity = TlsIdentity.of(
                liar.config(),
                tlsKey -> FoundingState.validators(liar.genesis()).validators().stream()
                        .filter(validator -> validator.tlsKeySha256().toString().equals(tlsKey))
                        .map(validator -> validator.id())
                        .findFirst());
        List<PeerAddress> peers = liar.config().peers().stream()
                .map(peer -> new PeerAddress(peer.validator(), peer.host(), peer.port()))
                .toList();
        try (NettyThreads threads = new NettyThreads();
                PeerLinks links = PeerLinks.open(
                        new LocalPeer(
                                self,
                                Chain.of(liar.genesisFile()).id(),
                                liar.genesis().networkName(),
                                identity),
                        peers,
                        TransportLimits.STANDARD,
                        threads)) {
            Eventually.holds("everybody has evidence", PATIENCE, () -> {
                links.tellAll(message);
                return cluster.running().values().stream()
                        .noneMatch(node -> evidence(node).isEmpty());
            });
        }
    }

    private static long founder(CheckedNode liar) {
        return FoundingState.validators(liar.genesis())
                .validator(LIAR)
                .orElseThrow()
                .directory();
    }

    /** Kind 1, number, and each signed head after its length. */
    private static byte[] signed(byte[] key, Head... heads) {
        PublicKey publicKey = Ed25519.publicKeyOf(key);
        ByteBuffer message =
                ByteBuffer.allocate(2 + heads.length * 276).put((byte) 1).put((byte) heads.length);
        for (Head head : heads) {
            byte[] signed = HeadCodec.encode(
                    new SignedHead(head, HeadSignature.of(publicKey, Ed25519.sign(key, head.signingBytes()))));
            message.putShort((short) signed.length).put(signed);
        }
        return message.array();
    }

    private static Head withAnotherState(Head truth) {
        return new Head(
                truth.chainId(),
                truth.epoch(),
                truth.height(),
                truth.blockHash(),
                Hash.of(new byte[Hash.BYTES]),
                truth.receiptsRoot(),
                truth.previous());
    }

    private static List<DoubleSigning> evidence(Node node) {
        return node.gateway().evidence().stream()
                .map(bytes -> {
                    try {
                        return HeadCodec.decodeDoubleSigning(bytes);
                    } catch (MalformedHead other) {
                        throw new AssertionError(other);
                    }
                })
                .toList();
    }

    private InProcessCluster started() throws Exception {
        InProcessCluster cluster = new InProcessCluster(folder.resolve("cluster"), 4);
        for (String validator : IntStream.rangeClosed(1, 4)
                .mapToObj(number -> "validator-" + number)
                .toList()) {
            cluster.start(validator);
        }
        cluster.awaitLeader();
        return cluster;
    }

    private static void submit(InProcessCluster cluster, List<byte[]> envelopes) {
        try (LedgerClient client = LedgerClient.of(cluster.url("validator-1"))) {
            envelopes.forEach(envelope -> client.submit(envelope, PATIENCE));
        }
    }

    private static long applied(InProcessCluster cluster) {
        return cluster.node("validator-1").gateway().cluster().appliedHeight();
    }

    private static void awaitCertified(InProcessCluster cluster, long height) {
        Eventually.holds(
                "certified up to " + height + " everywhere",
                PATIENCE,
                () -> cluster.running().values().stream()
                        .allMatch(node -> node.gateway().certifiedHeight() >= height));
    }
}
