package org.khazana.storage.blocklog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;

/** The good part of a log that is looked at and not opened for writing. To be closed. */
public final class KeptBlocks implements AutoCloseable {
    private final LogContents contents;
    private final EntryMetadata last;

    KeptBlocks(LogContents contents, EntryMetadata last) {
        this.contents = contents;
        this.last = last;
    }

    /** The entry before the first. */
    public EntryMetadata base() {
        return contents.base();
    }

    public EntryMetadata last() {
        return last;
    }

    /**
     * Entries in order.
     *
     * @param bytesMax of payloads together; the first entry is given whatever its size
     * @throws UncheckedIOException if the disk fails or what it holds cannot be read
     */
    public List<LogEntry> read(long fromIndex, long toIndex, long bytesMax) {
        try {
            return contents.read(fromIndex, toIndex, bytesMax);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the block log: " + failure, failure);
        }
    }

    @Override
    public void close() {
        try {
            contents.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close the block log: " + failure, failure);
        }
    }
}
