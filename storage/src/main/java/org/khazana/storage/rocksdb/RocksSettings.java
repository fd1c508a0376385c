package org.khazana.storage.rocksdb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksObject;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteOptions;

/**
 * How RocksDB is run. Its write-ahead log is on and never synced: after a crash of the process the state is complete,
 * after a power failure it is the state of some earlier height, and the block log replays the rest. For that each block
 * is one batch, and recovery stops at the first unreadable record of the write-ahead log.
 */
final class RocksSettings implements AutoCloseable {
    private static final long MEBIBYTE = 1 << 20;
    private static final int BLOOM_BITS_PER_KEY = 10;
    private static final int CACHE_PARTS_BITS = 2;
    private static final int LEVELS = 7; // as many as RocksDB has if nothing is said
    private static final int UNCOMPRESSED_LEVELS = 2;

    /** Blocks that were read. In few parts: each must hold many. */
    private final Cache cache = new LRUCache(32 * MEBIBYTE, CACHE_PARTS_BITS);

    /** Of nearly every row that is not there, such as receipts of transactions that are new, no file is read. */
    private final BloomFilter filter = new BloomFilter(BLOOM_BITS_PER_KEY);

    private final Options options = new Options()
            .setCreateIfMissing(true)
            .setParanoidChecks(true)
            .setWalRecoveryMode(WALRecoveryMode.PointInTimeRecovery)
            .setMaxTotalWalSize(128 * MEBIBYTE)
            .setMaxBackgroundJobs(2) // one for what is new, one for what is merged
            .setMaxOpenFiles(512)
            .setKeepLogFileNum(3)
            .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
            .setWriteBufferSize(24 * MEBIBYTE) // two of them; with half as much, merging took a tenth of the processors
            .setCompressionPerLevel(compressions())
            // Filters and indexes are not among what is cached: one filter is larger than it pays to read again.
            .setTableFormatConfig(
                    new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(filter));
    private final WriteOptions writing = new WriteOptions().setSync(false);

    /** What is new is merged soon again, so only what has come further down is worth compressing. */
    private static List<CompressionType> compressions() {
        List<CompressionType> compressions =
                new ArrayList<>(Collections.nCopies(LEVELS, CompressionType.LZ4_COMPRESSION));
        Collections.fill(compressions.subList(0, UNCOMPRESSED_LEVELS), CompressionType.NO_COMPRESSION);
        return compressions;
    }

    Options options() {
        return options;
    }

    WriteOptions writing() {
        return writing;
    }

    /** Only after the database is closed. */
    @Override
    public void close() {
        List.<RocksObject>of(writing, options, filter, cache).forEach(RocksObject::close);
    }
}
