package org.khazana.node.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;

/** Damage to the block log of a validator that is not running: what a bad disk does to data that was synced. */
enum DataDamage {
    FLIPPED_BIT("one bit of its block log is flipped") {
        @Override
        void damage(FileChannel log, long usedBytes, Random random) throws IOException {
            long position = random.nextLong(usedBytes);
            ByteBuffer one = ByteBuffer.allocate(1);
            log.read(one, position);
            byte flipped = (byte) (one.get(0) ^ (1 << random.nextInt(8)));
            log.write(ByteBuffer.wrap(new byte[] {flipped}), position);
        }
    },
    TRUNCATED_LOG("its block log is cut short") {
        @Override
        void damage(FileChannel log, long usedBytes, Random random) throws IOException {
            log.truncate(random.nextLong(usedBytes / 2, usedBytes));
        }
    };

    private static final int LOOK_BYTES = 1 << 20;

    private final String sentence;

    DataDamage(String sentence) {
        this.sentence = sentence;
    }

    abstract void damage(FileChannel log, long usedBytes, Random random) throws IOException;

    /** Damages the newest file of the log somewhere within what was written to it. */
    void strike(Path dataFolder, Random random) {
        try (FileChannel log = FileChannel.open(
                newestSegment(dataFolder.resolve("log")), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long usedBytes = usedBytes(log);
            if (usedBytes < 2) {
                throw new IllegalStateException("nothing is in the log of " + dataFolder);
            }
            damage(log, usedBytes, random);
            log.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newestSegment(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".segment"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /** The files are zeroed in advance: up to where they hold something. */
    private static long usedBytes(FileChannel log) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LOOK_BYTES);
        long end = log.size();
        while (end > 0) {
            long from = Math.max(0, end - LOOK_BYTES);
            buffer.clear().limit((int) (end - from));
            int read = log.read(buffer, from);
            for (int i = read - 1; i >= 0; i--) {
                if (buffer.get(i) != 0) {
                    return from + i + 1;
                }
            }
            end = from;
        }
        return 0;
    }

    @Override
    public String toString() {
        return sentence;
    }
}
