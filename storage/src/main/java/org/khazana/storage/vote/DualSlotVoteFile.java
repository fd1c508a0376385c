package org.khazana.storage.vote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.port.DurableVote;
import org.khazana.storage.DataFolderProblem;

/**
 * Term, vote and whether entries were lost, in one small file, kept twice. A change is written to the first slot and forced, then to the second and
 * forced, and only then may a message leave that depends on it.
 *
 * <p>So after a change was acknowledged both slots hold it, and any one of them may be lost:
 *
 * <ul>
 *   <li>both good and equal: that is it;
 *   <li>first one step ahead of the second: a crash came between; the change was never acted on, and taking it is safe,
 *       because a vote that nobody heard of only keeps this member from voting again in that term;
 *   <li>one unreadable: either it was being written, then the other holds the last change that was acted on; or it
 *       decayed later, then the other holds the same. It decides, and the bad one is written anew;
 *   <li>both unreadable, the second ahead of the first, or more than one step between them: the disk lost what it had
 *       confirmed. A forgotten vote could elect two leaders in one term (Raft §5.2), so the file is refused.
 * </ul>
 *
 * <p>Writing the slots in turn, one for each change, would save one sync for each change of term; but then a slot that
 * decayed could not be told from one that was being written, and the survivor might be the older vote.
 */
public final class DualSlotVoteFile implements DurableVote, AutoCloseable {
    private static final String ADVICE = "this validator must not vote again with it: restore the data folder from the"
            + " disk's own backup of this validator, or have the validator replaced";

    private final Object name;
    private final VoteDisk disk;
    private VoteSlot current; // of the one thread that stores
    private boolean failed; // or amid a write; nobody knows then what the disk holds

    private DualSlotVoteFile(Object name, VoteDisk disk, VoteSlot current) {
        this.name = name;
        this.disk = disk;
        this.current = current;
    }

    /**
     * Makes the file of a member that never took part, durably but for its name: the caller syncs the folder.
     *
     * @throws IOException if it exists or cannot be written
     */
    public static void create(Path path) throws IOException {
        ByteBuffer slot = new VoteSlot(0, HardState.NONE).encode();
        ByteBuffer both = ByteBuffer.allocate(2 * VoteSlot.BYTES)
                .put(slot)
                .put(slot.rewind())
                .flip();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (both.hasRemaining()) {
                channel.write(both);
            }
            channel.force(true);
        }
    }

    /**
     * Opens the file at {@code path}, which {@code DataFolder} made together with the folder.
     *
     * @throws DataFolderProblem if it is missing or damaged beyond what the second slot can mend
     */
    public static DualSlotVoteFile open(Path path) {
        if (!Files.exists(path)) {
            throw new DataFolderProblem("the file of term and vote, " + path + ", is missing; " + ADVICE);
        }
        try {
            return open(path, VoteDisk.open(path));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot open the file of term and vote: " + failure, failure);
        }
    }

    static DualSlotVoteFile open(Object name, VoteDisk disk) throws IOException {
        ByteBuffer bytes = disk.readAll();
        if (bytes.limit() != 2 * VoteSlot.BYTES) {
            throw new DataFolderProblem("the file of term and vote, " + name + ", has a wrong size; " + ADVICE);
        }
        Optional<VoteSlot> first = VoteSlot.decode(bytes, 0);
        Optional<VoteSlot> second = VoteSlot.decode(bytes, VoteSlot.BYTES);
        VoteSlot standing = standing(name, first, second);
        DualSlotVoteFile file = new DualSlotVoteFile(name, disk, standing);
        // Only the slot that is not right, so that a crash here leaves the good one good.
        if (!first.equals(Optional.of(standing))) {
            file.write(standing, 0);
        }
        if (!second.equals(Optional.of(standing))) {
            file.write(standing, VoteSlot.BYTES);
        }
        return file;
    }

    private static VoteSlot standing(Object name, Optional<VoteSlot> first, Optional<VoteSlot> second) {
        if (first.isPresent() && second.isPresent()) {
            long steps = first.get().counter() - second.get().counter();
            boolean possible = steps == 1 || (steps == 0 && first.equals(second));
            if (!possible) {
                throw new DataFolderProblem("the two copies in the file of term and vote, " + name
                        + ", contradict each other, so the disk lost a write that it had confirmed; " + ADVICE);
            }
            return first.get();
        }
        return first.or(() -> second)
                .orElseThrow(() -> new DataFolderProblem(
                        "both copies in the file of term and vote, " + name + ", are damaged; " + ADVICE));
    }

    @Override
    public HardState load() {
        return current.hardState();
    }

    @Override
    public void store(HardState hardState) {
        Invariant.check(!failed, "the file of term and vote, %s, is written to after a failure", name);
        Invariant.check(
                !hardState.term().isBefore(current.hardState().term()),
                "the term went back from %s to %s",
                current.hardState().term(),
                hardState.term());
        VoteSlot changed = new VoteSlot(current.counter() + 1, hardState);
        failed = true;
        try {
            write(changed, 0);
            write(changed, VoteSlot.BYTES);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the file of term and vote, " + name + ": " + failure, failure);
        }
        failed = false;
        current = changed;
    }

    private void write(VoteSlot slot, int position) throws IOException {
        disk.write(slot.encode(), position);
        disk.force();
    }

    @Override
    public void close() {
        try {
            disk.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close the file of term and vote, " + name, failure);
        }
    }
}
