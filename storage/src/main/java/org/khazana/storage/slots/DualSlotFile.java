package org.khazana.storage.slots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.khazana.consensus.Invariant;
import org.khazana.storage.DataFolderProblem;

/**
 * Something small that must never be forgotten, in one file, kept twice. A change is written to the first slot and forced, then to
 * the second and forced, and only then may anything leave that depends on it.
 *
 * <p>So after a change was acknowledged both slots hold it, and any one of them may be lost:
 *
 * <ul>
 *   <li>both good and equal: that is it;
 *   <li>first one step ahead of the second: a crash came between; the change was never acted on, and taking it is safe,
 *       because a promise that nobody heard of only keeps its maker from promising anything else;
 *   <li>one unreadable: either it was being written, then the other holds the last change that was acted on; or it
 *       decayed later, then the other holds the same. It decides, and the bad one is written anew;
 *   <li>both unreadable, the second ahead of the first, or more than one step between them: the disk lost what it had
 *       confirmed. What was forgotten could be contradicted, so the file is refused.
 * </ul>
 *
 * <p>Writing the slots in turn, one for each change, would save one sync for each; but then a slot that
 * decayed could not be told from one that was being written, and the survivor might be the older one.
 *
 * @param <T> what is kept
 */
public final class DualSlotFile<T> implements AutoCloseable {
    private final Object name;
    private final SlotLayout<T> layout;
    private final SlotDisk disk;
    private Slot<T> current; // of the one thread that stores
    private boolean failed; // or amid a write; nobody knows then what the disk holds

    private DualSlotFile(Object name, SlotLayout<T> layout, SlotDisk disk, Slot<T> current) {
        this.name = name;
        this.layout = layout;
        this.disk = disk;
        this.current = current;
    }

    /**
     * Makes the file, durably but for its name: the caller syncs the folder.
     *
     * @throws IOException if it exists or cannot be written
     */
    public static <T> void create(Path path, SlotForm<T> form, T content) throws IOException {
        ByteBuffer both = image(form, content);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (both.hasRemaining()) {
                channel.write(both);
            }
            channel.force(true);
        }
    }

    /** The bytes of a new file. */
    public static <T> ByteBuffer image(SlotForm<T> form, T content) {
        ByteBuffer slot = new SlotLayout<>(form).encode(new Slot<>(0, content));
        return ByteBuffer.allocate(2 * SlotLayout.BYTES)
                .put(slot)
                .put(slot.rewind())
                .flip();
    }

    /**
     * Opens a file that was made together with its folder.
     *
     * @throws DataFolderProblem if it is missing or damaged beyond what the second slot can mend
     */
    public static <T> DualSlotFile<T> open(Path path, SlotForm<T> form) {
        if (!Files.exists(path)) {
            throw new DataFolderProblem(form.what() + ", " + path + ", is missing; " + form.advice());
        }
        try {
            return open(path, form, SlotDisk.open(path));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot open " + form.what() + ": " + failure, failure);
        }
    }

    /** The same on any disk, for tests of what disks do. */
    public static <T> DualSlotFile<T> open(Object name, SlotForm<T> form, SlotDisk disk) throws IOException {
        SlotLayout<T> layout = new SlotLayout<>(form);
        ByteBuffer bytes = disk.readAll();
        if (bytes.limit() != 2 * SlotLayout.BYTES) {
            throw new DataFolderProblem(form.what() + ", " + name + ", has a wrong size; " + form.advice());
        }
        Optional<Slot<T>> first = layout.decode(bytes, 0);
        Optional<Slot<T>> second = layout.decode(bytes, SlotLayout.BYTES);
        Slot<T> standing = standing(name, form, first, second);
        DualSlotFile<T> file = new DualSlotFile<>(name, layout, disk, standing);
        // Only the slot that is not right, so that a crash here leaves the good one good.
        if (!first.equals(Optional.of(standing))) {
            file.write(standing, 0);
        }
        if (!second.equals(Optional.of(standing))) {
            file.write(standing, SlotLayout.BYTES);
        }
        return file;
    }

    private static <T> Slot<T> standing(
            Object name, SlotForm<T> form, Optional<Slot<T>> first, Optional<Slot<T>> second) {
        if (first.isPresent() && second.isPresent()) {
            long steps = first.get().counter() - second.get().counter();
            boolean possible = steps == 1 || (steps == 0 && first.equals(second));
            if (!possible) {
                throw new DataFolderProblem("the two copies in " + form.what() + ", " + name
                        + ", contradict each other, so the disk lost a write that it had confirmed; " + form.advice());
            }
            return first.get();
        }
        return first.or(() -> second)
                .orElseThrow(() -> new DataFolderProblem(
                        "both copies in " + form.what() + ", " + name + ", are damaged; " + form.advice()));
    }

    /** What was stored last. */
    public T load() {
        return current.content();
    }

    /** Returns when it is durable. Anything thrown must stop the node. */
    public void store(T content) {
        Invariant.check(
                !failed, "%s, %s, is written to after a failure", layout.form().what(), name);
        Slot<T> changed = new Slot<>(current.counter() + 1, content);
        failed = true;
        try {
            write(changed, 0);
            write(changed, SlotLayout.BYTES);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot write " + layout.form().what() + ", " + name + ": " + failure, failure);
        }
        failed = false;
        current = changed;
    }

    private void write(Slot<T> slot, int position) throws IOException {
        disk.write(layout.encode(slot), position);
        disk.force();
    }

    @Override
    public void close() {
        try {
            disk.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close " + layout.form().what() + ", " + name, failure);
        }
    }
}
