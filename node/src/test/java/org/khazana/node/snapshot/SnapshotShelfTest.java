package org.khazana.node.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.node.transport.SnapshotAnswer;
import org.khazana.node.transport.SnapshotQuestion;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.storage.snapshot.ManifestCodec;
import org.khazana.storage.snapshot.SnapshotManifest;
import org.khazana.storage.snapshot.StateExport;
import org.khazana.storage.state.LedgerStore;
import org.khazana.storage.state.StateGone;

/** Which states can be fetched from a node, and for how long. */
final class SnapshotShelfTest {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    @TempDir
    private Path folder;

    private final AtomicLong clock = new AtomicLong();
    private final SnapshotShelf shelf = new SnapshotShelf();
    private final List<Runnable> preparations = new ArrayList<>();
    private final SnapshotServing serving = new SnapshotServing(
            shelf, Runnable::run, preparations::add, new Throttle(1L << 40, System::nanoTime), clock::get);
    private LedgerStore store;

    @BeforeEach
    void found() {
        store = LedgerStore.open(folder);
        store.found(BlockResults.CHAIN, List.of());
    }

    @AfterEach
    void close() {
        shelf.close();
        store.close();
    }

    private void hold(long height) {
        holdUnvouched(height).vouch(TestVouchers.voucher(store.newestHead()));
        shelf.tidy(clock.get());
    }

    private HeldSnapshot holdUnvouched(long height) {
        store.apply(BlockResults.of(height, List.of(), NetChanges.NONE));
        Configuration alone = Configuration.of(
                new QuorumPolicy(List.of(QuorumClause.majorityOf("all", Set.of(new MemberId("v1", 1))))));
        EntryMetadata last =
                new EntryMetadata(new EntryId(new Term(1), height), 5, EntryHash.of(new byte[EntryHash.BYTES]));
        ChainId chain = new ChainId(Hash.of(new byte[Hash.BYTES]));
        HeldSnapshot held = new HeldSnapshot(store.pin(), new StateExport.Origin(chain, last, alone), clock.get());
        shelf.add(held);
        shelf.tidy(clock.get());
        return held;
    }

    private SnapshotAnswer ask(SnapshotQuestion question) {
        List<SnapshotAnswer> answers = new ArrayList<>();
        serving.question(question, answers::add);
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    private void prepareAll() {
        List.copyOf(preparations).forEach(Runnable::run);
        preparations.clear();
    }

    private SnapshotManifest manifest(long heightMin) throws Exception {
        assertThat(ask(new SnapshotQuestion.Manifest(heightMin))).isInstanceOf(SnapshotAnswer.Later.class);
        prepareAll();
        SnapshotAnswer.Manifest answer = (SnapshotAnswer.Manifest) ask(new SnapshotQuestion.Manifest(heightMin));
        return ManifestCodec.decode(answer.bytes());
    }

    @Test
    void theNewestStateIsPreparedOnceItIsAskedForAndThenServed() throws Exception {
        hold(1);
        hold(2);

        SnapshotManifest manifest = manifest(1);

        assertThat(manifest.height()).isEqualTo(2);
        assertThat(ask(new SnapshotQuestion.Chunk(manifest.id(), 0))).isInstanceOf(SnapshotAnswer.Chunk.class);
        assertThat(ask(new SnapshotQuestion.Chunk(manifest.id(), 1))).isInstanceOf(SnapshotAnswer.Gone.class);
        assertThat(ask(new SnapshotQuestion.Chunk(manifest.id(), -1))).isInstanceOf(SnapshotAnswer.Gone.class);
        assertThat(ask(new SnapshotQuestion.Manifest(3))).isInstanceOf(SnapshotAnswer.Gone.class);
    }

    @Test
    void aStateIsServedAlsoToWhoBeganWithAnotherValidator() throws Exception {
        hold(1);
        Hash id = manifest(1).id();
        shelf.newest().orElseThrow().unprepare();

        assertThat(ask(new SnapshotQuestion.Chunk(id, 0))).isInstanceOf(SnapshotAnswer.Later.class);
        prepareAll();

        assertThat(ask(new SnapshotQuestion.Chunk(id, 0))).isInstanceOf(SnapshotAnswer.Chunk.class);
        assertThat(ask(new SnapshotQuestion.Chunk(Hash.of(new byte[Hash.BYTES]), 0)))
                .isInstanceOf(SnapshotAnswer.Gone.class);
    }

    @Test
    void anOlderStateStaysWhileSomebodyIsAtIt() throws Exception {
        hold(1);
        SnapshotManifest manifest = manifest(1);
        SnapshotQuestion chunk = new SnapshotQuestion.Chunk(manifest.id(), 0);

        for (int height = 2; height <= 4; height++) {
            clock.addAndGet(MINUTE / 2);
            ask(chunk);
            hold(height);
        }
        assertThat(ask(chunk)).isInstanceOf(SnapshotAnswer.Chunk.class);
        hold(5);

        assertThat(ask(chunk)).isNotInstanceOf(SnapshotAnswer.Chunk.class);
    }

    @Test
    void anOlderStateThatNobodyAsksForIsLetGo() throws Exception {
        hold(1);
        SnapshotManifest manifest = manifest(1);
        hold(2);
        hold(3);
        clock.addAndGet(2 * MINUTE);

        shelf.tidy(clock.get());

        assertThat(ask(new SnapshotQuestion.Chunk(manifest.id(), 0))).isNotInstanceOf(SnapshotAnswer.Chunk.class);
        assertThat(manifest(1).height()).isEqualTo(3);
    }

    @Test
    void aStateForWhichNobodyVouchesIsNotHandedOut() throws Exception {
        hold(1);
        HeldSnapshot waiting = holdUnvouched(2);

        assertThat(manifest(1).height()).isEqualTo(1);
        assertThat(ask(new SnapshotQuestion.Manifest(2))).isInstanceOf(SnapshotAnswer.Later.class);
        assertThat(preparations).isEmpty();
        waiting.vouch(TestVouchers.voucher(store.newestHead()));

        assertThat(manifest(2).height()).isEqualTo(2);
    }

    @Test
    void whileNothingIsCertifiedTheCertifiedStatesStayAndOfTheOthersTheOldestAndTheNewest() throws Exception {
        hold(1);
        HeldSnapshot oldest = holdUnvouched(2);
        HeldSnapshot between = holdUnvouched(3);
        for (int height = 4; height <= 9; height++) {
            holdUnvouched(height);
        }

        assertThat(manifest(1).height()).isEqualTo(1);
        assertThatThrownBy(between::prepare).isInstanceOf(StateGone.class);
        oldest.vouch(TestVouchers.voucher(store.newestHead()));
        assertThat(manifest(1).height()).isEqualTo(2);
    }

    @Test
    void aStateWhoseStoreWasExchangedIsGone() throws Exception {
        hold(1);
        SnapshotManifest manifest = manifest(1);

        store.exchange(() -> {});

        assertThat(ask(new SnapshotQuestion.Chunk(manifest.id(), 0))).isInstanceOf(SnapshotAnswer.Gone.class);
    }
}
