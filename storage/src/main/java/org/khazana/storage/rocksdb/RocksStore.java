package org.khazana.storage.rocksdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.table.TableWrites;
import org.khazana.storage.DataFolderProblem;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Snapshot;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteBatchWithIndex;

/**
 * An open RocksDB with a column family for each table. One thread writes, any number read. The owner must see to it that nobody reads
 * during or after {@link #close}: RocksDB is native code and would take the whole process down.
 */
public final class RocksStore implements AutoCloseable {
    private static final byte[] LOADING_MARK = "loaded".getBytes(StandardCharsets.US_ASCII);

    private final RocksSettings settings;
    private final RocksDB database;
    private final ColumnFamilies families;
    private final ReadOptions newest = new ReadOptions();

    private RocksStore(RocksSettings settings, RocksDB database, ColumnFamilies families) {
        this.settings = settings;
        this.database = database;
        this.families = families;
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
        loadLibrary();
        RocksSettings settings = new RocksSettings();
        try {
            Files.createDirectories(folder);
            List<String> names = new ArrayList<>();
            names.add(ColumnFamilies.UNUSED);
            tables.forEach(table -> names.add(table.name()));
            requireKnown(folder, names);
            List<ColumnFamilyHandle> handles = new ArrayList<>();
            RocksDB database = RocksDB.open(
                    settings.database(),
                    folder.toString(),
                    names.stream()
                            .map(name -> new ColumnFamilyDescriptor(
                                    name.getBytes(StandardCharsets.UTF_8), settings.column()))
                            .toList(),
                    handles);
            Map<String, ColumnFamilyHandle> byName = new LinkedHashMap<>();
            for (int at = 0; at < names.size(); at++) {
                byName.put(names.get(at), handles.get(at));
            }
            return new RocksStore(settings, database, new ColumnFamilies(byName));
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

    private static void requireKnown(Path folder, List<String> names) throws RocksDBException {
        try (Options options = new Options()) {
            for (byte[] bytes : RocksDB.listColumnFamilies(options, folder.toString())) {
                String name = new String(bytes, StandardCharsets.UTF_8);
                if (!names.contains(name)) {
                    throw new DataFolderProblem("the ledger state in " + folder + " holds '" + name
                            + "', which this Khazana does not know; start the Khazana that wrote it, or a newer one");
                }
            }
        }
    }

    /** Reads always the newest state. */
    public TableReads newest() {
        return new RocksReads(database, families, newest);
    }

    /** Lets {@code question} read the state of this moment, whatever is written meanwhile. */
    public <T> T atThisMoment(Function<TableReads, T> question) {
        Snapshot snapshot = database.getSnapshot();
        try (ReadOptions options = new ReadOptions().setSnapshot(snapshot)) {
            return question.apply(new RocksReads(database, families, options));
        } finally {
            database.releaseSnapshot(snapshot);
        }
    }

    /** Writes everything that {@code writing} collects, atomically. Anything thrown must stop the node. */
    public void write(Consumer<TableWrites> writing) {
        try (WriteBatchWithIndex batch = new WriteBatchWithIndex(true)) {
            writing.accept(new RocksWrites(database, families, newest, batch));
            database.write(settings.writing(), batch);
        } catch (RocksDBException failure) {
            throw failed("written", failure);
        }
    }

    /** Holds on to the state of this moment, for reading it whole. */
    public PinnedRows pin() {
        return new PinnedRows(database, families);
    }

    /**
     * Writes rows as they are, together with how far loading has come.
     *
     * @param mark read again by {@link #loadingMark}; is no part of the state
     * @throws IllegalArgumentException if a row is of a column that is not known here
     */
    public void load(List<Row> rows, long mark) {
        try (WriteBatch batch = new WriteBatch()) {
            for (Row row : rows) {
                batch.put(families.of(row.column()), row.key(), row.value());
            }
            batch.put(
                    families.of(ColumnFamilies.UNUSED),
                    LOADING_MARK,
                    ByteBuffer.allocate(Long.BYTES).putLong(mark).array());
            database.write(settings.writing(), batch);
        } catch (RocksDBException failure) {
            throw failed("written", failure);
        }
    }

    /** What {@link #load} was told last; 0 before. */
    public long loadingMark() {
        try {
            byte[] mark = database.get(families.of(ColumnFamilies.UNUSED), LOADING_MARK);
            return mark == null ? 0 : ByteBuffer.wrap(mark).getLong();
        } catch (RocksDBException failure) {
            throw failed("read", failure);
        }
    }

    /** Brings everything written so far to stable storage. */
    public void flush() {
        try (FlushOptions options = new FlushOptions().setWaitForFlush(true)) {
            database.flush(options, families.all());
        } catch (RocksDBException failure) {
            throw failed("flushed", failure);
        }
    }

    /** Roughly how many bytes everything takes on disk. */
    public long liveBytes() {
        try {
            return database.getAggregatedLongProperty("rocksdb.estimate-live-data-size");
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
        families.all().forEach(ColumnFamilyHandle::close);
        newest.close();
        database.close();
        settings.close();
    }
}
