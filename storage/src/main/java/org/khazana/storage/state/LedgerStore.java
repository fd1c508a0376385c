package org.khazana.storage.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.proof.AppointmentStep;
import org.khazana.ledger.proof.ReceiptTree;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.statetree.StateGroup;
import org.khazana.ledger.statetree.StateGroupProof;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.storage.DataFolderProblem;
import org.khazana.storage.rocksdb.RocksStore;
import org.khazana.storage.rocksdb.RowsRead;
import org.khazana.storage.schema.OwnKey;
import org.khazana.storage.schema.OwnTables;
import org.khazana.storage.schema.StoreTables;
import org.khazana.storage.schema.StoreTables.Figure;
import org.khazana.storage.schema.StoredDates;
import org.khazana.storage.schema.StoredHeads;
import org.khazana.storage.schema.StoredSteps;

/**
 * The ledger's state on disk, moved from height to height by whole blocks: all changes, receipts and the new height of
 * a block are one atomic write, which is not synced. After a power failure the state may be that of an earlier block,
 * never a part of one; the block log replays the rest. Founding, applying, exchanging and {@link #view} are for one
 * thread.
 */
public final class LedgerStore implements AutoCloseable {
    private final Path folder;
    private final TreesKept kept;
    private final AtomicReference<RocksStore> rocks;
    private final AtomicLong appliedHeight;
    private final AtomicReference<TreeOfState> tree;
    private final RowsRead readForBlock = new RowsRead();
    // Readers share it, closing has it alone: reading a closed database would end the process.
    private final ReadWriteLock closing = new ReentrantReadWriteLock();
    private final Set<PinnedState> pins = ConcurrentHashMap.newKeySet();
    private boolean closed; // under the lock

    private LedgerStore(Path folder, TreesKept kept, RocksStore rocks) {
        this.folder = folder;
        this.kept = kept;
        this.rocks = new AtomicReference<>(rocks);
        this.appliedHeight = new AtomicLong(new StoredView(rocks.newest()).height());
        this.tree = new AtomicReference<>(TreeOfState.open(rocks, kept));
    }

    /** As {@link #open(Path, TreesKept)}, with {@link TreesKept#DEFAULT}. */
    public static LedgerStore open(Path folder) {
        return open(folder, TreesKept.DEFAULT);
    }

    /**
     * Opens the state in {@code folder}, or makes an empty one that waits to be founded.
     *
     * @throws DataFolderProblem if it is of a newer format or cannot be opened
     */
    public static LedgerStore open(Path folder, TreesKept kept) {
        return new LedgerStore(folder, kept, openRocks(folder));
    }

    private static RocksStore openRocks(Path folder) {
        RocksStore rocks = RocksStore.open(folder, StoreTables.all());
        long version = StoreTables.figure(Figure.FORMAT_VERSION, rocks.newest()).orElse(StoreTables.FORMAT_VERSION);
        if (version != StoreTables.FORMAT_VERSION) {
            rocks.close();
            throw new DataFolderProblem("the ledger state in " + folder + " has format " + version
                    + ", this Khazana knows format " + StoreTables.FORMAT_VERSION
                    + "; start the Khazana that wrote it");
        }
        return rocks;
    }

    private RocksStore rocks() {
        return Objects.requireNonNull(rocks.get());
    }

    /** Whether the state of the genesis was written. */
    public boolean isFounded() {
        return StoreTables.figure(Figure.APPLIED_HEIGHT, rocks().newest()).isPresent();
    }

    /** Writes the state of the genesis, height 0; once only. */
    public void found(ChainId chainId, List<Change> changes) {
        Invariant.check(!isFounded(), "the ledger state is founded a second time");
        NetChanges founding = NetChanges.of(rocks().newest(), changes);
        TreeStep step = tree().step(0, founding);
        Head head = Head.founding(chainId, step.rootHash());
        rocks().write(writes -> {
            StateWriting writing = new StateWriting(writes);
            step.changed().writeTo(writes);
            tree().write(step, head, readForBlock, writes);
            writing.keep(head);
            writing.setFigure(Figure.APPLIED_HEIGHT, 0);
            writing.setFigure(Figure.FORMAT_VERSION, StoreTables.FORMAT_VERSION);
        });
        tree().took(step);
        rocks().flush();
    }

    /** Height of the last applied block; 0 after founding. Any thread. */
    public long appliedHeight() {
        return appliedHeight.get();
    }

    /**
     * Writes the result of block {@code appliedHeight() + 1}, all of it or nothing. Anything thrown must stop the node.
     *
     * @return the head of the block: what a validator signs
     */
    public Head apply(BlockResult result) {
        Invariant.check(isFounded(), "block %s is applied before the founding", result.height());
        Invariant.check(
                result.height() == appliedHeight() + 1,
                "block %s is applied after block %s",
                result.height(),
                appliedHeight());
        TreeStep step = tree().step(result.height(), result.changes());
        ReceiptTree receipts = ReceiptTree.over(result.receipts());
        Head head = newestHead().next(result.epoch(), result.blockHash(), step.rootHash(), receipts.root());
        rocks().write(writes -> {
            StateWriting writing = new StateWriting(writes);
            step.changed().writeTo(writes);
            tree().write(step, head, readForBlock, writes);
            writing.keep(head);
            result.receipts().forEach(writing::keep);
            writes.write(OwnTables.RECEIPT_LEAVES, result.height(), receipts.leafBytes());
            writing.setFigure(Figure.APPLIED_HEIGHT, result.height());
        });
        readForBlock.forget();
        tree().took(step);
        appliedHeight.set(result.height());
        return head;
    }

    private TreeOfState tree() {
        return Objects.requireNonNull(tree.get());
    }

    /** The head of the newest block; for the one thread that applies blocks. */
    public Head newestHead() {
        return StoreTables.newestHead(rocks().newest())
                .orElseThrow(() -> new IllegalStateException("the ledger state has no head"));
    }

    /** The head of a height, if that block was executed here or the head is known of which it is the past; any thread. */
    public Optional<Head> head(long height) {
        return whileOpen(() -> StoredHeads.head(height, rocks().newest()));
    }

    /** The lowest head that is known, of that height or above; all above it are known too; any thread. */
    public Optional<Head> firstHeadFrom(long height) {
        return whileOpen(() -> StoredHeads.firstHeadFrom(height, rocks().newest()));
    }

    /** Keeps a head that the one above it, which is known, names; any thread. */
    public void keep(Head past) {
        Invariant.check(
                head(past.height() + 1)
                        .filter(above -> above.previous().equals(past.hash()))
                        .isPresent(),
                "%s is of no history that is known here",
                past);
        whileOpen(() -> {
            rocks().write(writes -> StoredHeads.write(past, writes));
            return true;
        });
    }

    /** The tree over the receipts of a block, if it was executed here; any thread. */
    public Optional<ReceiptTree> receipts(long height) {
        return whileOpen(
                () -> rocks().newest().get(OwnTables.RECEIPT_LEAVES, height).map(ReceiptTree::ofLeafBytes));
    }

    /**
     * Proves which records of a group there were after a block, all of them; any thread.
     *
     * @return empty if the tree of that height is not here, or not any more
     * @throws GroupTooLarge if there are more than a proof can hold
     */
    public Optional<StateGroupProof> groupAt(long height, StateGroup group) {
        return whileOpen(() -> rocks().atThisMoment(reads ->
                tree().root(height, reads).flatMap(root -> new EarlierGroup(root, reads).proof(group))));
    }

    /** The last block of a business date, in days since 1970, if that is over and its tree is kept; any thread. */
    public OptionalLong lastBlockOf(long businessDate) {
        return whileOpen(() -> StoredDates.lastBlock(businessDate, rocks().newest()));
    }

    /** Keeps a certificate, which must be one of a head of this very chain; any thread. */
    public void keep(Certificate certificate) {
        whileOpen(() -> {
            rocks().write(writes -> StoredHeads.write(certificate, writes));
            return true;
        });
    }

    /** Keeps a certificate, and what it proves: that these are the next validators; both or neither; any thread. */
    public void keep(AppointmentStep step) {
        whileOpen(() -> {
            rocks().write(writes -> {
                StoredHeads.write(step.certificate(), writes);
                StoredSteps.write(step, writes);
            });
            return true;
        });
    }

    /** What is kept of how validators followed one another, from the lowest height on, at most so many; any thread. */
    public List<AppointmentStep> steps(int countMax) {
        return whileOpen(() -> StoredSteps.first(countMax, rocks().newest()));
    }

    /**
     * Proves what stood under a key after a block, or that nothing did; any thread.
     *
     * @return empty if the tree of that height is not here, or not any more
     */
    public <K extends Comparable<K>, V> Optional<StateProof> recordAt(long height, Table<K, V> table, K key) {
        return whileOpen(() -> rocks().atThisMoment(reads ->
                tree().root(height, reads).flatMap(root -> new EarlierState(root, reads).proof(table, key))));
    }

    /** The first certificate of that height or a greater one, which vouches for that height too; any thread. */
    public Optional<Certificate> certificateFrom(long height) {
        return whileOpen(() -> StoredHeads.certificateFrom(height, rocks().newest()));
    }

    /** Up to where everything is certified, as far as this node knows; 0 at first; any thread. */
    public long certifiedHeight() {
        return whileOpen(() -> StoredHeads.certifiedHeight(rocks().newest()));
    }

    /** Keeps what proves that somebody lied, or that this node has gone wrong; any thread. */
    public void keepEvidence(byte[] name, byte[] evidence) {
        whileOpen(() -> {
            rocks().write(writes -> writes.write(OwnTables.EVIDENCE, OwnKey.of(name), evidence));
            rocks().flush();
            return true;
        });
    }

    /** All evidence that was kept, in order of the names; any thread. */
    public List<byte[]> evidence() {
        List<byte[]> found = new ArrayList<>();
        return whileOpen(() -> {
            rocks().newest().scan(OwnTables.EVIDENCE, OwnKey.of(new byte[0]), (name, evidence) -> found.add(evidence));
            return found;
        });
    }

    /** Always the newest state; for the one thread that applies blocks. */
    public LedgerView view() {
        return new StoredView(rocks().newest());
    }

    /** The same, for executing the next block: what is read here need not be read again when the block is applied. */
    public LedgerView viewForBlock() {
        return new StoredView(rocks().newest(readForBlock));
    }

    /**
     * Lets {@code question} look at the state as it stands now, unmoved by blocks applied meanwhile; any thread.
     *
     * @throws StateGone once the store is closed
     */
    public <T> T read(Function<LedgerSnapshot, T> question) {
        return whileOpen(() -> rocks().atThisMoment(reads -> question.apply(new StoredView(reads))));
    }

    /** Holds on to the state of this moment; for the one thread that applies blocks. To be closed. */
    public PinnedState pin() {
        return whileOpen(() -> {
            PinnedState pin = new PinnedState(this, rocks().pin(), appliedHeight());
            pins.add(pin);
            return pin;
        });
    }

    /** Returns when everything applied before is on stable storage; any thread. */
    public void flush() {
        whileOpen(() -> {
            rocks().flush();
            return true;
        });
    }

    /** Makes a copy of the state as it stands now, on stable storage, in a folder that is not there yet; any thread. */
    public void copyTo(Path copy) {
        whileOpen(() -> {
            rocks().copyTo(copy);
            return true;
        });
    }

    /** Roughly how many bytes the state takes on disk; any thread. */
    public long liveBytes() {
        return whileOpen(() -> rocks().liveBytes());
    }

    /** Keeps the database open while {@code reading} looks at it. */
    <T> T whileOpen(Supplier<T> reading) {
        closing.readLock().lock();
        try {
            if (closed) {
                throw new StateGone("the ledger state is closed");
            }
            return reading.get();
        } finally {
            closing.readLock().unlock();
        }
    }

    void unpin(PinnedState pin) {
        pins.remove(pin);
    }

    /**
     * Waits for readers, closes the present state, lets {@code exchange} put another one into its folder, and goes on with
     * that; whoever reads meanwhile waits. States pinned before are gone. Anything thrown must stop the node.
     */
    public void exchange(Runnable exchange) {
        closing.writeLock().lock();
        try {
            Invariant.check(!closed, "a closed ledger state is exchanged");
            closed = true;
            closePins();
            rocks().close();
            readForBlock.forget();
            exchange.run();
            rocks.set(openRocks(folder));
            appliedHeight.set(new StoredView(rocks().newest()).height());
            tree.set(TreeOfState.open(rocks(), kept));
            closed = false;
        } finally {
            closing.writeLock().unlock();
        }
    }

    private void closePins() {
        pins.forEach(PinnedState::release);
        pins.clear();
    }

    /** Waits for readers, brings everything to stable storage and closes. The writing thread must have stopped. */
    @Override
    public void close() {
        closing.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                closePins();
                rocks().flush();
                rocks().close();
            }
        } finally {
            closing.writeLock().unlock();
        }
    }
}
