package org.khazana.node.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.port.FetchedSnapshot;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Holding;
import org.khazana.ledger.state.Payment;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.RtgsKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.node.membership.Roster;
import org.khazana.node.transport.SnapshotAnswer;
import org.khazana.node.transport.SnapshotQuestion;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.simulation.contract.CopiedFolder;
import org.khazana.storage.blocklog.LogOrigin;
import org.khazana.storage.blocklog.LogSettings;
import org.khazana.storage.blocklog.SegmentedBlockLog;
import org.khazana.storage.snapshot.SnapshotPaths;
import org.khazana.storage.snapshot.SnapshotVoucher;
import org.khazana.storage.snapshot.StateExport;
import org.khazana.storage.snapshot.VoucherCodec;
import org.khazana.storage.state.LedgerStore;
import org.khazana.storage.state.PinnedState;

/** What a node asks for when the leader offers it a snapshot, and what it does with the answers. */
final class SnapshotFetchingTest {
    private static final ChainId CHAIN = TestVouchers.CHAIN;
    private static final AssetCode RUPEE = new AssetCode("PKR");
    private static final PartyId OWNER = new PartyId(1);
    private static final MemberId LEADER = new MemberId("v1", 1);
    private static final Configuration CONFIGURATION =
            Configuration.of(new QuorumPolicy(List.of(QuorumClause.majorityOf("all", Set.of(LEADER)))));
    private static final int ACCOUNTS = 45_000;
    private static final long FAST = 1L << 40;

    @TempDir
    private static Path founded;

    @TempDir
    private Path folder;

    private final AtomicLong clock = new AtomicLong();
    private final FakePeers peers = new FakePeers();
    private final List<Long> installedHeights = new ArrayList<>();
    private final SnapshotShelf shelf = new SnapshotShelf();
    private LedgerStore served;
    private LedgerStore own;
    private SegmentedBlockLog log;
    private SnapshotFetching fetching;

    /** Once for all tests, which take copies: it is large enough for a few chunks. */
    @BeforeAll
    static void foundTheStateThatIsServed() {
        List<Change> changes = new ArrayList<>(Tables.appoint(TestVouchers.founders()));
        for (int number = 1; number <= ACCOUNTS; number++) {
            changes.add(Tables.ACCOUNTS.put(new Account(
                    new AccountId(number), OWNER, OWNER, AccountKind.OWN, DebitRule.OWNER, Account.Status.ACTIVE)));
            changes.add(new Position(new AccountId(number), RUPEE, 1).set());
        }
        changes.add(new Holding(OWNER, RUPEE, ACCOUNTS).set());
        changes.add(Tables.PAYMENTS.put(new Payment(new RtgsKey(RUPEE, "ALL"), new AccountId(1), ACCOUNTS)));
        changes.add(Tables.ASSETS.put(Asset.currency(RUPEE, 2).withOutstandingUnits(ACCOUNTS)));
        try (LedgerStore store = LedgerStore.open(founded)) {
            store.found(BlockResults.CHAIN, changes);
        }
    }

    @BeforeEach
    void aServedStateAndANodeWithNothing() throws IOException {
        served = LedgerStore.open(CopiedFolder.of(founded, folder.resolve("served")));
        hold(1);
        own = LedgerStore.open(paths().state());
        own.found(BlockResults.CHAIN, Tables.appoint(TestVouchers.founders()));
        log = SegmentedBlockLog.open(
                folder.resolve("log"), new LogOrigin(block(0), CONFIGURATION), new LogSettings(1 << 14, false));
        fetching = start();
        peers.answering.put("v1", serving());
    }

    @AfterEach
    void close() {
        shelf.close();
        served.close();
        own.close();
        log.close();
    }

    /** Executes an empty block where the state is served, and holds on to the state after it. */
    private void hold(long height) {
        served.apply(TestVouchers.result(height, NetChanges.NONE));
        holdAs(height, CONFIGURATION);
    }

    /** Says that {@code configuration} is in force, whatever the state says. */
    private void holdAs(long height, Configuration configuration) {
        StateExport.Origin origin = new StateExport.Origin(CHAIN, block(height), configuration);
        HeldSnapshot held = new HeldSnapshot(served.pin(), origin, 0);
        assertThat(held.prepare()).isTrue();
        held.vouch(TestVouchers.voucher(served.newestHead()));
        shelf.add(held);
    }

    private static EntryMetadata block(long height) {
        return TestVouchers.block(height);
    }

    private SnapshotPaths paths() {
        return SnapshotPaths.in(folder.resolve("data"));
    }

    private SnapshotFetching start() {
        return new SnapshotFetching(
                new SnapshotFetching.Own(
                        CHAIN, CONFIGURATION, TestVouchers.testimonies(), own, log, paths(), clock::get),
                peers,
                new Throttle(FAST, System::nanoTime),
                Runnable::run,
                new SnapshotFetching.Installing(
                        this::install, Runnable::run, (manifest, voucher) -> installedHeights.add(manifest.height())));
    }

    /** As the replica does it: the state first, then the log. */
    private void install(FetchedSnapshot fetched) {
        if (fetched.last().index() > own.appliedHeight()) {
            fetched.install();
            log.restartAt(fetched.last(), fetched.configuration());
        } else {
            fetched.dismissed();
        }
    }

    private Function<SnapshotQuestion, SnapshotAnswer> serving() {
        return serving(shelf);
    }

    private Function<SnapshotQuestion, SnapshotAnswer> serving(SnapshotShelf held) {
        SnapshotServing serving = new SnapshotServing(
                held, Runnable::run, Runnable::run, new Throttle(FAST, System::nanoTime), clock::get);
        return question -> {
            List<SnapshotAnswer> answers = new ArrayList<>();
            serving.question(question, answers::add);
            return answers.get(0);
        };
    }

    /** Answers so many questions for chunks, then is as good as dead. */
    private static Function<SnapshotQuestion, SnapshotAnswer> dyingAfter(
            int chunks, Function<SnapshotQuestion, SnapshotAnswer> peer) {
        AtomicLong served = new AtomicLong();
        return question -> question instanceof SnapshotQuestion.Chunk && served.incrementAndGet() > chunks
                ? new SnapshotAnswer.Lost()
                : peer.apply(question);
    }

    private void offer(long height) {
        clock.addAndGet(1_000_000_000L);
        fetching.wanted(LEADER, block(height), CONFIGURATION);
    }

    private int chunks() {
        return shelf.newest()
                .orElseThrow()
                .ready()
                .orElseThrow()
                .export()
                .manifest()
                .chunks()
                .size();
    }

    @Test
    void anOfferedStateIsFetchedOnceAndInstalled() {
        assertThat(chunks()).isGreaterThan(4);

        offer(1);

        assertThat(installedHeights).containsExactly(1L);
        assertThat(own.appliedHeight()).isEqualTo(1);
        assertThat(own.view().quantity(new AccountId(ACCOUNTS), RUPEE)).isEqualTo(1);
        assertThat(log.base()).isEqualTo(block(1));
        assertThat(peers.chunksAsked()).isEqualTo(chunks());
        assertThat(paths().installing()).doesNotExist();
        offer(1);
        assertThat(peers.chunksAsked()).isEqualTo(chunks());
    }

    @Test
    void aStateIsRefusedWhoseManifestNamesOthersThanTheStateItself() {
        MemberId other = new MemberId("v9", 1);
        served.apply(TestVouchers.result(2, NetChanges.NONE));
        holdAs(2, CONFIGURATION.withObservers(Set.of(other)));

        offer(2);

        assertThat(installedHeights).isEmpty();
        assertThat(own.appliedHeight()).isZero();
        assertThat(log.base()).isEqualTo(block(0));
    }

    @Test
    void aStateThatTellsOfAChangeOfMembershipFitsAManifestThatNamesIt() {
        Configuration changed = CONFIGURATION.withObservers(Set.of(new MemberId("v9", 1)));
        served.apply(TestVouchers.result(
                2, NetChanges.of(served.view(), List.of(Tables.MEMBERSHIP.put(Roster.membership(changed))))));
        holdAs(2, changed);

        offer(2);

        assertThat(installedHeights).containsExactly(2L);
    }

    @Test
    void aNodeThatIsRestartedHalfWayAsksOnlyForTheRest() {
        peers.answering.put("v1", dyingAfter(2, serving()));
        offer(1);
        assertThat(installedHeights).isEmpty();
        peers.asked.clear();
        peers.answering.put("v1", serving());

        fetching = start();
        offer(1);

        assertThat(installedHeights).containsExactly(1L);
        assertThat(peers.chunksAsked()).isEqualTo(chunks() - 2);
        assertThat(peers.asked).first().isEqualTo("v1 2");
    }

    @Test
    void anotherValidatorWithTheSameStateTakesOverFromOneThatDies() {
        peers.answering.put("v1", dyingAfter(2, serving()));
        peers.answering.put("v2", serving());

        offer(1);

        assertThat(installedHeights).containsExactly(1L);
        assertThat(peers.asked).contains("v2 2").doesNotContain("v2 0", "v2 1", "v2 manifest");
    }

    @Test
    void aFlippedBitCostsOnlyThatTheChunkIsAskedForAgain() {
        AtomicLong flips = new AtomicLong();
        Function<SnapshotQuestion, SnapshotAnswer> right = serving();
        peers.answering.put("v1", question -> {
            SnapshotAnswer answer = right.apply(question);
            if (answer instanceof SnapshotAnswer.Chunk chunk
                    && question.equals(new SnapshotQuestion.Chunk(manifestId(), 1))
                    && flips.incrementAndGet() <= 2) {
                chunk.bytes()[chunk.bytes().length / 3] ^= 16;
            }
            return answer;
        });

        offer(1);

        assertThat(installedHeights).containsExactly(1L);
        assertThat(peers.asked.stream().filter("v1 1"::equals)).hasSize(3);
    }

    @Test
    void aValidatorThatAlwaysSendsWrongChunksIsLeftForAnother() {
        Function<SnapshotQuestion, SnapshotAnswer> right = serving();
        peers.answering.put(
                "v1",
                question -> question instanceof SnapshotQuestion.Chunk
                        ? new SnapshotAnswer.Chunk(new byte[100])
                        : right.apply(question));
        peers.answering.put("v2", right);

        offer(1);

        assertThat(installedHeights).containsExactly(1L);
    }

    @Test
    void aStateThatNobodyHoldsAnyMoreIsGivenUpForANewerOne() {
        peers.answering.put("v1", dyingAfter(2, serving()));
        offer(1);
        shelf.newest().ifPresent(shelf::remove);
        hold(2);
        peers.answering.put("v1", serving());

        offer(2);
        assertThat(installedHeights).isEmpty();
        offer(2);

        assertThat(installedHeights).containsExactly(2L);
        assertThat(own.appliedHeight()).isEqualTo(2);
    }

    @Test
    void whatValidatorsVouchForIsTakenWhateverTheLeaderSaysOfThatBlock() {
        clock.addAndGet(1_000_000_000L);

        fetching.wanted(
                LEADER, new EntryMetadata(block(1).id(), 0, EntryHash.of(new byte[EntryHash.BYTES])), CONFIGURATION);

        assertThat(log.base()).isEqualTo(block(1));
    }

    @Test
    void aStateForWhichNobodyVouchesIsRefusedBeforeAnyOfItIsFetchedAndAnotherValidatorAsked() {
        peers.answering.put("v1", offering(TestVouchers.forged(served.newestHead())));

        offer(1);
        assertThat(peers.asked).containsExactly("v1 manifest");
        assertThat(paths().incoming()).doesNotExist();
        peers.asked.clear();
        peers.answering.put("v2", serving());
        offer(1);

        assertThat(installedHeights).containsExactly(1L);
        assertThat(peers.asked).as("who has lied is asked last").startsWith("v2 manifest", "v2 0");
    }

    @Test
    void aVoucherForAnotherBlockThanTheManifestsIsRefused() {
        Head first = served.newestHead();
        hold(2);
        peers.answering.put("v1", offering(TestVouchers.voucher(first)));

        offer(2);

        assertThat(installedHeights).isEmpty();
        assertThat(peers.chunksAsked()).isZero();
    }

    @Test
    void whoPromisesAFalseStateUnderATrueVoucherIsFoundOutAndAskedLastFromThenOn() {
        LedgerStore lie = liar();
        try (PinnedState rows = lie.pin()) {
            HeldSnapshot forged =
                    new HeldSnapshot(rows, new StateExport.Origin(CHAIN, block(1), CONFIGURATION), clock.get());
            assertThat(forged.prepare()).isTrue();
            forged.vouch(TestVouchers.voucher(served.newestHead()));
            SnapshotShelf shelfOfTheLiar = new SnapshotShelf();
            shelfOfTheLiar.add(forged);
            peers.answering.put("v1", serving(shelfOfTheLiar));
            peers.answering.put("v2", serving());

            offer(1);
            assertThat(installedHeights).isEmpty();
            assertThat(paths().incoming()).doesNotExist();
            offer(1);

            assertThat(installedHeights).containsExactly(1L);
            assertThat(own.view().quantity(new AccountId(1), RUPEE)).isEqualTo(1);
        } finally {
            lie.close();
        }
    }

    @Test
    void aStateWithItsOwnFittingHeadThatNobodySignedIsNeverInstalled() {
        LedgerStore lie = liar();
        try (PinnedState rows = lie.pin()) {
            HeldSnapshot forged =
                    new HeldSnapshot(rows, new StateExport.Origin(CHAIN, block(1), CONFIGURATION), clock.get());
            assertThat(forged.prepare()).isTrue();
            forged.vouch(TestVouchers.forged(lie.newestHead()));
            SnapshotShelf shelfOfTheLiar = new SnapshotShelf();
            shelfOfTheLiar.add(forged);
            peers.answering.put("v1", serving(shelfOfTheLiar));

            offer(1);
            offer(1);

            assertThat(installedHeights).isEmpty();
            assertThat(peers.chunksAsked()).isZero();
        } finally {
            lie.close();
        }
    }

    /** Has come to block 1 with other money: everything adds up, and its head is that of its rows. */
    private LedgerStore liar() {
        try {
            LedgerStore lie = LedgerStore.open(CopiedFolder.of(founded, folder.resolve("lie")));
            lie.apply(TestVouchers.result(
                    1,
                    NetChanges.of(
                            lie.view(),
                            List.of(
                                    new Position(new AccountId(1), RUPEE, 2).set(),
                                    new Position(new AccountId(2), RUPEE, 0).set()))));
            return lie;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Serves what is on the shelf, with another voucher. */
    private Function<SnapshotQuestion, SnapshotAnswer> offering(SnapshotVoucher voucher) {
        Function<SnapshotQuestion, SnapshotAnswer> right = serving();
        return question -> right.apply(question) instanceof SnapshotAnswer.Manifest manifest
                ? new SnapshotAnswer.Manifest(manifest.bytes(), VoucherCodec.encode(voucher))
                : right.apply(question);
    }

    @Test
    void aNodeThatHasGotThereByItselfInstallsNothing() {
        Function<SnapshotQuestion, SnapshotAnswer> right = serving();
        peers.answering.put("v1", question -> {
            if (question instanceof SnapshotQuestion.Chunk && own.appliedHeight() == 0) {
                own.apply(TestVouchers.result(1, NetChanges.NONE));
            }
            return right.apply(question);
        });

        offer(1);
        offer(1);

        assertThat(installedHeights).isEmpty();
        assertThat(paths().incoming()).doesNotExist();
    }

    private Hash manifestId() {
        return shelf.newest().orElseThrow().ready().orElseThrow().id();
    }
}
