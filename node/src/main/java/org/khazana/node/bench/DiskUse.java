package org.khazana.node.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a disk has done since the machine started, for everybody, as Linux tells it in {@code /proc/diskstats}. The {@code
 * write_bytes} of single processes are of no use: where the page cache works in large pieces, they count a whole piece for
 * each write into it.
 *
 * @param writtenBytes that went to the disk
 * @param flushes by which it was told to keep what it had been given: an fsync takes one
 */
record DiskUse(long writtenBytes, long flushes) {
    private static final Path STATISTICS = Path.of("/proc/diskstats");
    private static final int SECTOR_BYTES = 512;
    // Columns, from 0, of Documentation/admin-guide/iostats.rst; the last two came with Linux 5.5.
    private static final int MAJOR = 0;
    private static final int MINOR = 1;
    private static final int SECTORS_WRITTEN = 9;
    private static final int FLUSHES = 18;

    /** Of the disk on which {@code folder} lies; empty where there is no such disk, or it does not tell. */
    static Optional<DiskUse> of(Path folder) {
        try {
            long device = (long) Files.getAttribute(folder, "unix:dev");
            String major = Long.toString((device >> 8) & 0xfff);
            String minor = Long.toString((device & 0xff) | ((device >> 12) & 0xfff00));
            return Files.readAllLines(STATISTICS).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns ->
                            columns.length > FLUSHES && columns[MAJOR].equals(major) && columns[MINOR].equals(minor))
                    .map(columns -> new DiskUse(
                            Long.parseLong(columns[SECTORS_WRITTEN]) * SECTOR_BYTES, Long.parseLong(columns[FLUSHES])))
                    .findFirst();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notTold) {
            return Optional.empty();
        }
    }
}
