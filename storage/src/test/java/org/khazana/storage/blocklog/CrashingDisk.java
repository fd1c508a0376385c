package org.khazana.storage.blocklog;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A disk in memory that keeps apart what was forced and what was only written. A crash keeps any subset of the unforced
 * sectors, and of the names made, changed or removed since the folder was synced those up to some moment. It counts what
 * it was asked to do, runs full when told to, and loses power amid whatever it is asked for.
 */
final class CrashingDisk implements LogDisk {
    private static final int SECTOR_BYTES = 512;

    private final SortedMap<String, Content> files = new TreeMap<>();
    private final SortedMap<String, Content> keptFiles = new TreeMap<>();
    private final List<Consumer<SortedMap<String, Content>>> unsyncedNames = new ArrayList<>();
    private long bytesLeft = Long.MAX_VALUE;
    private int forces;
    private int writes;
    private long stepsLeft = Long.MAX_VALUE;
    private boolean failsToForce;
    private long readsLeft = Long.MAX_VALUE;

    /** Bytes as a process sees them, and as they would be after a crash that loses all it may lose. */
    private static final class Content {
        private byte[] seen = new byte[0];
        private byte[] kept = new byte[0];

        private void write(byte[] bytes, int position) {
            if (position + bytes.length > seen.length) {
                seen = Arrays.copyOf(seen, position + bytes.length);
            }
            System.arraycopy(bytes, 0, seen, position, bytes.length);
        }

        private void crash(RandomGenerator chance, int keptOfTen) {
            byte[] after = Arrays.copyOf(kept, kept.length);
            for (int from = 0; from < kept.length; from += SECTOR_BYTES) {
                if (chance.nextInt(10) < keptOfTen) {
                    int to = Math.min(kept.length, from + SECTOR_BYTES);
                    System.arraycopy(seen, from, after, from, to - from);
                }
            }
            seen = after.clone();
            kept = after;
        }
    }

    /** The machine loses power: unforced sectors of files of unchanged size survive with a chance of tenths. */
    void crash(RandomGenerator chance, int keptOfTen) {
        stepsLeft = Long.MAX_VALUE;
        int survive = keptOfTen == 0 ? 0 : chance.nextInt(unsyncedNames.size() + 1);
        unsyncedNames.subList(0, survive).forEach(change -> change.accept(keptFiles));
        unsyncedNames.clear();
        files.clear();
        files.putAll(keptFiles);
        files.values().forEach(content -> content.crash(chance, keptOfTen));
    }

    /** Power goes after so many more steps; whatever is asked for then fails. */
    void cutPowerAfter(long steps) {
        stepsLeft = steps;
    }

    private void step() throws IOException {
        if (stepsLeft-- <= 0) {
            throw new IOException("power was lost");
        }
    }

    private void change(Consumer<SortedMap<String, Content>> change) throws IOException {
        step();
        change.accept(files);
        unsyncedNames.add(change);
    }

    /** From now on only so many bytes can be added to files. */
    void leaveRoomFor(long bytes) {
        bytesLeft = bytes;
    }

    /** After so many more reads the disk answers with errors. */
    void failToReadAfter(long reads) {
        readsLeft = reads;
    }

    void failToForce() {
        failsToForce = true;
    }

    int forces() {
        return forces;
    }

    int writes() {
        return writes;
    }

    byte[] bytesOf(String name) {
        return file(name).seen.clone();
    }

    void replace(String name, byte[] bytes) {
        Content content = new Content();
        content.seen = bytes.clone();
        content.kept = bytes.clone();
        files.put(name, content);
        keptFiles.put(name, content);
    }

    /** A file is gone, as by a mistake of somebody. */
    void lose(String name) {
        files.remove(name);
        keptFiles.remove(name);
    }

    /** Changes the bytes under a file that is open. */
    void overwrite(String name, byte[] bytes) {
        file(name).write(bytes, 0);
    }

    /** A disk with the same forced and unforced bytes. */
    CrashingDisk copy() {
        CrashingDisk copy = new CrashingDisk();
        files.forEach((name, content) -> {
            Content twin = new Content();
            twin.seen = content.seen.clone();
            twin.kept = content.kept.clone();
            copy.files.put(name, twin);
            copy.keptFiles.put(name, twin);
        });
        return copy;
    }

    private Content file(String name) {
        Content content = files.get(name);
        if (content == null) {
            throw new AssertionError("no file " + name);
        }
        return content;
    }

    @Override
    public List<String> names() {
        return new ArrayList<>(files.keySet());
    }

    @Override
    public LogFile create(String name) throws IOException {
        Content content = new Content();
        change(names -> names.put(name, content));
        return open(name);
    }

    @Override
    public LogFile open(String name) {
        return new MemoryFile(file(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Content content = file(from);
        change(names -> {
            names.put(to, content);
            names.remove(from);
        });
    }

    @Override
    public void delete(String name) throws IOException {
        file(name);
        change(names -> names.remove(name));
    }

    @Override
    public void syncFolder() throws IOException {
        step();
        forces++;
        unsyncedNames.forEach(change -> change.accept(keptFiles));
        unsyncedNames.clear();
    }

    @Override
    public String toString() {
        return "a disk in memory";
    }

    private final class MemoryFile implements LogFile {
        private final Content content;

        private MemoryFile(Content content) {
            this.content = content;
        }

        @Override
        public long size() {
            return content.seen.length;
        }

        @Override
        public void read(ByteBuffer target, long position) throws IOException {
            if (readsLeft-- <= 0) {
                throw new IOException("Input/output error");
            }
            if (position + target.remaining() > content.seen.length) {
                throw new EOFException("file ends at " + content.seen.length);
            }
            target.put(content.seen, (int) position, target.remaining());
        }

        @Override
        public void write(ByteBuffer source, long position) throws IOException {
            long grows = Math.max(0, position + source.remaining() - content.seen.length);
            if (grows > bytesLeft) {
                throw new IOException("No space left on device");
            }
            step();
            bytesLeft -= grows;
            writes++;
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            content.write(bytes, (int) position);
        }

        @Override
        public void force() throws IOException {
            if (failsToForce) {
                throw new IOException("Input/output error");
            }
            step();
            forces++;
            content.kept = content.seen.clone();
        }

        @Override
        public void seal() {}

        @Override
        public void close() {}
    }
}
