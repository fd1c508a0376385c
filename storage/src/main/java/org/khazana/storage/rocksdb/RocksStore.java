package org.khazana.storage.rocksdb;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.TableReads;
import org.khazana.storage.DataFolderProblem;
import org.rocksdb.Checkpoint;
import org.rocksdb.FlushOptions;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;
import org.rocksdb.WriteBatch;

/**
 * An open RocksDB with the rows of all tables. One thread writes those of the state, any number read. The owner must see to it that nobody reads
 * during or after {@link #close}: RocksDB is native code and would take the whole process down.
 */
public final class RocksStore implements AutoCloseable {
    private final RocksSettings settings;
    private final RocksDB database;
    private final ReadOptions newest = new ReadOptions();
    private final ErasedStretches erased = new ErasedStretches();

    private RocksStore(RocksSettings settings, RocksDB database) {
        this.settings = settings;
        this.database = database;
    }

    /** Unpacks native code into the folder for temporary files, which may be full, or closed to programs. */
    private static void loadLibrary() {
        try {
            RocksDB.loadLibrary();
        } catch (RuntimeException | UnsatisfiedLinkError failure) {
            String why = failure.getCause() == null ? failure.getMessage() : String.valueOf(failure.getCause());
            throw new DataFolderProblem(
                    "the native library of RocksDB cannot be unpacked or loaded (" + why
                            + "); it needs a temporary folder"
                            + " with 100 MiB of free space from which programs may run: "
                            + System.getProperty("java.io.tmpdir"),
                    failure);
        }
    }

    /**
     * Opens or creates the database in {@code folder}.
     *
     * @throws DataFolderProblem if it holds tables that are not known here, or RocksDB cannot be loaded or open it
     */
    public static RocksStore open(Path folder, List<Table<?, ?>> tables) {
        return open(folder, tables, settings -> {
            Files.createDirectories(folder);
            return RocksDB.open(settings.options(), folder.toString());
        });
    }

    /**
     * Opens the database in {@code folder} for somebody who only looks: nothing there changes, and writing fails.
     *
     * @throws DataFolderProblem if there is none, it holds tables that are not known here, or RocksDB cannot be loaded or open it
     */
    public static RocksStore openToLook(Path folder, List<Table<?, ?>> tables) {
        return open(folder, tables, settings -> {
            settings.options().setCreateIfMissing(false);
            return RocksDB.openReadOnly(settings.options(), folder.toString());
        });
    }

    private interface Opening {
        RocksDB open(RocksSettings settings) throws RocksDBException, IOException;
    }

    private static RocksStore open(Path folder, List<Table<?, ?>> tables, Opening opening) {
        loadLibrary();
        RocksSettings settings = new RocksSettings();
        try {
            return checked(new RocksStore(settings, opening.open(settings)), folder, tables);
        } catch (RocksDBException | IOException failure) {
            settings.close();
            throw new DataFolderProblem(
                    "the ledger state in " + folder + " cannot be opened (" + failure.getMessage()
                            + "); if its files are damaged and this is an archive, remove that folder: it is made anew from the block"
                            + " log; otherwise have the validator replaced",
                    failure);
        } catch (DataFolderProblem problem) {
            settings.close();
            throw problem;
        }
    }

    private static RocksStore checked(RocksStore store, Path folder, List<Table<?, ?>> tables) throws RocksDBException {
        try {
            store.requireKnown(folder, tables);
            return store;
        } catch (RocksDBException | DataFolderProblem problem) {
            store.close();
            throw problem;
        }
    }

    /** Looks for the first row of each table, so its cost does not grow with the rows. */
    private void requireKnown(Path folder, List<Table<?, ?>> tables) throws RocksDBException {
        Set<Byte> known = tables.stream().map(table -> (byte) table.number()).collect(toSet());
        try (RocksIterator rows = database.newIterator()) {
            rows.seekToFirst();
            while (rows.isValid() && RowKeys.isOfSomeTable(rows.key())) {
                byte number = rows.key()[0];
                if (!known.contains(number)) {
                    throw new DataFolderProblem("the ledger state in " + folder + " holds a table number " + number
                            + ", which this Khazana does not know; start the Khazana that wrote it, or a newer one");
                }
                rows.seek(new byte[] {(byte) (number + 1)});
            }
            rows.status();
        }
    }

    /** Reads always the newest state. */
    public TableReads newest() {
        return new RocksReads(database, newest);
    }

    /** The same for the one thread that writes rows of the state; {@code memory} keeps the single rows that are read. */
    public TableReads newest(RowsRead memory) {
        return new RocksReads(database, newest, memory::remember, new LeapingWalk(database, erased));
    }

    /** What stands in one row now, as it is. */
    public Optional<byte[]> row(byte[] key) {
        try {
            return Optional.ofNullable(database.get(newest, key));
        } catch (RocksDBException failure) {
            throw failed("read", failure);
        }
    }

    /** Lets {@code question} read the state of this moment, whatever is written meanwhile. */
    public <T> T atThisMoment(Function<TableReads, T> question) {
        Snapshot snapshot = database.getSnapshot();
        try (ReadOptions options = new ReadOptions().setSnapshot(snapshot)) {
            return question.apply(new RocksReads(database, options));
        } finally {
            database.releaseSnapshot(snapshot);
        }
    }

    /** Writes everything that {@code writing} collects, atomically. Anything thrown must stop the node. */
    public void write(Consumer<? super RowWrites> writing) {
        RocksWrites writes = new RocksWrites(new RocksReads(database, newest));
        writing.accept(writes);
        try (WriteBatch batch = new WriteBatch()) {
            writes.fill(batch);
            database.write(settings.writing(), batch);
        } catch (RocksDBException failure) {
            throw failed("written", failure);
        }
        writes.forEachOfState(erased::wrote);
    }

    /** Holds on to the state of this moment, for reading it whole. */
    public PinnedRows pin() {
        return new PinnedRows(database);
    }

    /**
     * Writes rows as they are, together with how far loading has come.
     *
     * @param mark read again by {@link #loadingMark}; is no part of the state
     */
    public void load(List<Row> rows, long mark) {
        erased.forget();
        try (WriteBatch batch = new WriteBatch()) {
            for (Row row : rows) {
                batch.put(row.key(), row.value());
            }
            batch.put(
                    RowKeys.LOADING_MARK,
                    ByteBuffer.allocate(Long.BYTES).putLong(mark).array());
            database.write(settings.writing(), batch);
        } catch (RocksDBException failure) {
            throw failed("written", failure);
        }
    }

    /** Removes all rows of a table. */
    public void eraseAll(Table<?, ?> table) {
        try {
            database.deleteRange(new byte[] {(byte) table.number()}, new byte[] {(byte) (table.number() + 1)});
        } catch (RocksDBException failure) {
            throw failed("written", failure);
        }
    }

    /** What {@link #load} was told last; 0 before. */
    public long loadingMark() {
        try {
            byte[] mark = database.get(RowKeys.LOADING_MARK);
            return mark == null ? 0 : ByteBuffer.wrap(mark).getLong();
        } catch (RocksDBException failure) {
            throw failed("read", failure);
        }
    }

    /** Brings everything written so far to stable storage. */
    public void flush() {
        try (FlushOptions options = new FlushOptions().setWaitForFlush(true)) {
            database.flush(options);
        } catch (RocksDBException failure) {
            throw failed("flushed", failure);
        }
    }

    /**
     * Makes a database of its own of everything written so far, on stable storage, while others go on writing here. Files that both need are
     * there once only, so it costs little until they part ways.
     *
     * @param folder in a folder that is there, on the same disk; must not be there itself
     */
    public void copyTo(Path folder) {
        try (Checkpoint checkpoint = Checkpoint.create(database)) {
            checkpoint.createCheckpoint(folder.toString());
        } catch (RocksDBException failure) {
            throw failed("copied", failure);
        }
    }

    /** Roughly how many bytes everything takes on disk. */
    public long liveBytes() {
        try {
            return database.getLongProperty("rocksdb.estimate-live-data-size");
        } catch (RocksDBException failure) {
            throw failed("read", failure);
        }
    }

    static UncheckedIOException failed(String what, RocksDBException failure) {
        return new UncheckedIOException(
                new IOException("the ledger state cannot be " + what + ": " + failure.getMessage(), failure));
    }

    /** Closes the database without a flush: its write-ahead log holds the rest. */
    @Override
    public void close() {
        newest.close();
        database.close();
        settings.close();
    }
}
