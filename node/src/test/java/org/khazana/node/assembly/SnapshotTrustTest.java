package org.khazana.node.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.client.LedgerClient;
import org.khazana.config.check.CheckedNode;
import org.khazana.consensus.log.LogEntry;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.wire.BlockCodec;
import org.khazana.node.Eventually;
import org.khazana.node.audit.SnapshotReport;
import org.khazana.node.identity.SigningKey;
import org.khazana.node.load.LoadRun;
import org.khazana.node.load.TestMarket;
import org.khazana.storage.blocklog.LogSettings;
import org.khazana.storage.blocklog.SegmentedBlockLog;
import org.khazana.storage.snapshot.KeptSnapshot;
import org.khazana.storage.snapshot.MalformedSnapshot;
import org.khazana.storage.snapshot.SnapshotPaths;
import org.khazana.storage.snapshot.SnapshotVoucher;
import org.khazana.storage.snapshot.StateExport;
import org.khazana.storage.state.LedgerStore;

/** Whole validators that forget blocks: who needs a state takes over a certified one, and finds one whenever it is needed. */
final class SnapshotTrustTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final PartyId INVENTED = new PartyId(999_999);
    private static final String LIAR = "validator-1";

    @TempDir
    private Path folder;

    private final AtomicInteger works = new AtomicInteger();

    @Test
    void aFalseStateThatTheLeaderOffersIsRefusedAndATrueOneTakenOverFromAnother() throws Exception {
        try (InProcessCluster cluster = forgetting(4)) {
            TestMarket market = new TestMarket(cluster.folder());
            startAll(cluster, 1, 2, 3);
            open(cluster, market);
            awaitForgetting(cluster, market);
            stopAll(cluster, 1, 2, 3);
            forgetOnDisk(cluster, 1, 2, 3);
            forgeKeptSnapshot(cluster);
            standLast(cluster, 2, 3);

            startAll(cluster, 1, 2, 3);
            assertThat(cluster.awaitLeader()).isEqualTo(LIAR);
            cluster.start("validator-4");

            awaitSameHeads(cluster, market);
            assertThat(cluster.node("validator-4").gateway().forgottenThrough()).isPositive();
            assertThat(cluster.faults()).isEmpty();
            assertThatThrownBy(() -> verified(cluster))
                    .as("offline the lie shows as well")
                    .isInstanceOfSatisfying(
                            MalformedSnapshot.class,
                            doubted -> assertThat(doubted.doubt()).isEqualTo("CERTIFICATE_WRONG"));
            cluster.stop("validator-4");
            try (LedgerStore store =
                    LedgerStore.open(paths(cluster, "validator-4").state())) {
                assertThat(store.view().get(Tables.PARTIES, INVENTED)).isEmpty();
            }
        }
    }

    /**
     * In the place of what the liar has kept: a state of its newest block, so that it has no other to offer, with a party that nobody
     * registered, with its own head, and with one signature.
     */
    private static void forgeKeptSnapshot(InProcessCluster cluster) throws Exception {
        CheckedNode liar = cluster.checked(LIAR);
        SnapshotPaths paths = paths(cluster, LIAR);
        Chain chain = Chain.of(liar.genesisFile());
        LogEntry last = lastExecuted(liar);
        try (LedgerStore store = LedgerStore.open(cluster.folder().resolve("forged"))) {
            List<Change> changes = new ArrayList<>(FoundingState.changes(liar.genesis()));
            changes.add(Tables.PARTIES.put(Party.active(INVENTED, "nobody")));
            store.found(chain.id(), changes);
            Hash block = Hash.of(last.hash().toBytes());
            for (long height = 1; height <= last.index(); height++) {
                store.apply(new BlockResult(height, block, 0, List.of(), NetChanges.NONE, List.of()));
            }
            Head head = KeptSnapshot.begin(paths, store);
            byte[] key = SigningKey.read(liar.config());
            Certificate certificate = new Certificate(
                    head, List.of(HeadSignature.of(Ed25519.publicKeyOf(key), Ed25519.sign(key, head.signingBytes()))));
            KeptSnapshot.finish(
                    paths,
                    new StateExport.Origin(chain.id(), last.metadata(), chain.founding()),
                    new SnapshotVoucher(
                            BlockCodec.decode(last.payload().bytes()).header(),
                            new Testimony(List.of(), List.of(), certificate)));
        }
    }

    private static LogEntry lastExecuted(CheckedNode stopped) {
        long height;
        try (LedgerStore store =
                LedgerStore.open(SnapshotPaths.in(stopped.config().dataFolder()).state())) {
            height = store.appliedHeight();
        }
        try (SegmentedBlockLog log = logOf(stopped)) {
            return log.read(height, height, Long.MAX_VALUE).getFirst();
        }
    }

    private static SegmentedBlockLog logOf(CheckedNode stopped) {
        return SegmentedBlockLog.open(
                stopped.config().dataFolder().resolve("log"),
                Chain.of(stopped.genesisFile()).logOrigin(),
                LogSettings.PRODUCTION);
    }

    /**
     * Of five validators three decide, and four certify. One lacks blocks that the others have forgotten; then another one is gone, so nothing
     * more is certified; and those that are left are started again, with states that nobody has certified.
     */
    @Test
    void whoIsNeededForACertificateFindsACertifiedStateEvenAfterAllOthersWereStartedAgain() throws Exception {
        try (InProcessCluster cluster = forgetting(5)) {
            TestMarket market = new TestMarket(cluster.folder());
            startAll(cluster, 1, 2, 3, 4);
            open(cluster, market);
            awaitForgetting(cluster, market);
            cluster.stop("validator-4");
            cluster.awaitLeader();
            write(cluster, market, 40);
            long certified = cluster.node("validator-1").gateway().certifiedHeight();
            stopAll(cluster, 1, 2, 3);
            forgetOnDisk(cluster, 1, 2, 3);
            startAll(cluster, 1, 2, 3);
            cluster.awaitLeader();
            assertThat(cluster.node("validator-1").gateway().certifiedHeight()).isEqualTo(certified);

            cluster.start("validator-5");

            awaitSameHeads(cluster, market);
            assertThat(cluster.node("validator-5").gateway().forgottenThrough()).isPositive();
            assertThat(cluster.node("validator-5").gateway().certifiedHeight()).isGreaterThan(certified);
            assertThat(cluster.faults()).isEmpty();
        }
    }

    @Test
    void oneValidatorAloneForgetsBlocksToo() throws Exception {
        try (InProcessCluster cluster = forgetting(1)) {
            TestMarket market = new TestMarket(cluster.folder());
            startAll(cluster, 1);
            open(cluster, market);

            awaitForgetting(cluster, market);

            assertThat(cluster.faults()).isEmpty();
            cluster.stop(LIAR);
            assertThat(verified(cluster)).contains("by 1 of 1 validators");
            forgeKeptSnapshot(cluster);
            // The only founder has signed it, so nobody can tell but by what was certified before.
            assertThat(verified(cluster)).contains("by 1 of 1 validators");
            damageVoucher(cluster);
            assertThatThrownBy(() -> verified(cluster))
                    .isInstanceOfSatisfying(
                            MalformedSnapshot.class,
                            doubted -> assertThat(doubted.doubt()).isEqualTo("SNAPSHOT_MALFORMED"));
        }
    }

    private String verified(InProcessCluster cluster) throws MalformedSnapshot {
        Path work = folder.resolve("work-" + works.incrementAndGet());
        return String.join(
                "\n",
                SnapshotReport.of(
                                paths(cluster, LIAR).kept(),
                                work,
                                cluster.checked(LIAR).genesisFile(),
                                0)
                        .words());
    }

    private static void damageVoucher(InProcessCluster cluster) throws IOException {
        Path file = paths(cluster, LIAR).kept().resolve("voucher");
        byte[] bytes = Files.readAllBytes(file);
        bytes[200] ^= 1;
        Files.write(file, bytes);
    }

    private InProcessCluster forgetting(int validators) throws IOException {
        InProcessCluster cluster = new InProcessCluster(folder.resolve("cluster"), validators);
        cluster.configure("archive = true", "archive = false");
        cluster.configure("blocks-kept = 10000", "blocks-kept = 10");
        cluster.configure("snapshot-every-blocks = 10000", "snapshot-every-blocks = 10");
        return cluster;
    }

    private static void standLast(InProcessCluster cluster, int... numbers) throws IOException {
        for (int number : numbers) {
            Path file = cluster.folder().resolve("validator-" + number).resolve("node.toml");
            String text = Files.readString(file);
            assertThat(text).contains("\"PREFERRED\"");
            Files.writeString(file, text.replace("\"PREFERRED\"", "\"BACKUP\""));
        }
    }

    private static void startAll(InProcessCluster cluster, int... numbers) throws Exception {
        for (int number : numbers) {
            cluster.start("validator-" + number);
        }
        cluster.awaitLeader();
    }

    private static void stopAll(InProcessCluster cluster, int... numbers) {
        for (int number : numbers) {
            cluster.stop("validator-" + number);
        }
    }

    private static void open(InProcessCluster cluster, TestMarket market) {
        try (LedgerClient client = LedgerClient.of(cluster.urls())) {
            market.opening().forEach(envelope -> client.submit(envelope, PATIENCE));
        }
    }

    /** Writes until everybody keeps a snapshot, and so has forgotten blocks that a new validator lacks. */
    private static void awaitForgetting(InProcessCluster cluster, TestMarket market) throws InterruptedException {
        write(cluster, market, 30);
        for (int more = 0; more < 20 && !isKeptByAll(cluster); more++) {
            write(cluster, market, 10);
        }
        assertThat(cluster.faults()).isEmpty();
        assertThat(isKeptByAll(cluster)).isTrue();
    }

    private static boolean isKeptByAll(InProcessCluster cluster) {
        return cluster.running().keySet().stream()
                .allMatch(validator -> Files.exists(paths(cluster, validator).kept()));
    }

    private static SnapshotPaths paths(InProcessCluster cluster, String validator) {
        return SnapshotPaths.in(cluster.checked(validator).config().dataFolder());
    }

    /** The files of a log are so large that these few blocks are all in one of them: nothing is forgotten on disk. So it is done here. */
    private static void forgetOnDisk(InProcessCluster cluster, int... numbers) throws Exception {
        for (int number : numbers) {
            String validator = "validator-" + number;
            long height;
            try (KeptSnapshot kept =
                    KeptSnapshot.openToLook(paths(cluster, validator).kept())) {
                height = kept.origin().last().index();
            }
            Chain chain = Chain.of(cluster.checked(validator).genesisFile());
            try (SegmentedBlockLog log = logOf(cluster.checked(validator))) {
                List<LogEntry> after = log.read(height - 4, log.last().index(), Long.MAX_VALUE);
                log.restartAt(log.metadata(height - 5).orElseThrow(), chain.founding());
                log.append(after);
                log.sync();
            }
        }
    }

    private static void write(InProcessCluster cluster, TestMarket market, int transfers) throws InterruptedException {
        LoadRun.Outcome load = LoadRun.submit(market.transfers(transfers), cluster.urls(), 1, PATIENCE);
        assertThat(load.failed()).isEmpty();
    }

    /** Everybody has executed one more block and holds a certificate of it: so all have come to the same. */
    private static void awaitSameHeads(InProcessCluster cluster, TestMarket market) throws InterruptedException {
        cluster.awaitLeader();
        write(cluster, market, 1);
        long height = cluster.node(LIAR).gateway().cluster().appliedHeight();
        Eventually.holds(
                "certified everywhere",
                PATIENCE,
                () -> cluster.running().values().stream()
                        .allMatch(node -> node.gateway().certifiedHeight() >= height));
    }
}
