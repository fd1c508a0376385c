package org.khazana.storage.blocklog;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.DurableWrite;
import org.khazana.simulation.disk.MemberStorage;
import org.khazana.simulation.disk.Opening;
import org.khazana.simulation.disk.SimulatedLog;
import org.khazana.simulation.disk.StorageFactory;
import org.khazana.storage.DataFolderProblem;
import org.khazana.storage.folder.LogAndVote;
import org.khazana.storage.vote.CrashingVotes;
import org.khazana.storage.vote.DualSlotVoteFile;

/**
 * The real block log and the real vote file, on disks in memory that lose power at any step. Writes are carried out
 * when they are synced, in groups, as the log writer of a node does.
 */
public final class FilesInMemory implements MemberStorage {
    private static final int STEPS_MAX = 40;

    /** What befalls a file of the log; all but the first at one place of it. */
    private enum LogDamage {
        LOST,
        CUT,
        FLIPPED
    }

    /** Such storage for every member. */
    static final class Factory implements StorageFactory {
        @Override
        public MemberStorage create(MemberId member, Configuration founding) {
            return new FilesInMemory(founding);
        }

        @Override
        public String simulation() {
            return "-pl storage -am test -Dtest=FilesSimulation";
        }
    }

    private final CrashingDisk logDisk = new CrashingDisk();
    private final CrashingVotes votes = new CrashingVotes();
    private final LogOrigin origin;
    private final Deque<DurableWrite> pending = new ArrayDeque<>();
    private @Nullable LogAndVote files; // of the process that runs

    /** The empty storage of a member of a cluster that began with {@code founding}. */
    public FilesInMemory(Configuration founding) {
        this.origin = new LogOrigin(SimulatedLog.GENESIS, founding);
    }

    @Override
    public Opening open() {
        try {
            DualSlotVoteFile vote = votes.open();
            LogAndVote opened = LogAndVote.open(vote, LogOpening.examine(logDisk, origin, TestLog.SETTINGS), 0);
            files = opened;
            return new Opening.Recovered(vote.load(), opened.log());
        } catch (DataFolderProblem problem) {
            return new Opening.Refused(String.valueOf(problem.getMessage()));
        }
    }

    @Override
    public void issue(DurableWrite write) {
        pending.add(write);
    }

    @Override
    public void sync(int writes) {
        for (int carriedOut = 0; carriedOut < writes; carriedOut++) {
            carryOut(pending.remove());
        }
        log().sync();
    }

    private void carryOut(DurableWrite write) {
        LogAndVote running = running();
        write.hardState().ifPresent(running.vote()::store);
        write.restart().ifPresent(restart -> log().restartAt(restart.base(), restart.configuration()));
        write.truncateFrom().ifPresent(log()::truncateFrom);
        if (!write.entries().isEmpty()) {
            log().append(write.entries());
        }
        if (write.compactThrough().isPresent()) {
            log().sync();
            log().compactThrough(write.compactThrough().getAsLong());
        }
    }

    @Override
    public void crash(RandomGenerator chance) {
        if (files != null) {
            dieAmidAnything(chance);
        }
        files = null;
        pending.clear();
        int keptOfTen = chance.nextInt(11);
        logDisk.crash(chance, keptOfTen);
        votes.crash(chance, keptOfTen);
    }

    private void dieAmidAnything(RandomGenerator chance) {
        if (chance.nextBoolean()) {
            logDisk.cutPowerAfter(chance.nextInt(STEPS_MAX));
        }
        if (chance.nextInt(4) == 0) {
            votes.cutPowerAfter(chance.nextInt(8));
        }
        int writes = chance.nextInt(pending.size() + 1);
        try {
            for (int carriedOut = 0; carriedOut < writes; carriedOut++) {
                carryOut(pending.remove());
                if (chance.nextInt(4) == 0) {
                    log().sync();
                }
            }
        } catch (UncheckedIOException powerLost) {
            // Nothing after this step is done, as when a machine stops.
            pending.clear();
        }
    }

    /** Rot, a lost end or a lost file; what one of the two copies in a vote file loses is mended by the other. */
    @Override
    public Optional<String> damage(RandomGenerator chance) {
        if (chance.nextInt(3) == 0) {
            return votes.damageOneSlot(chance) ? Optional.of("one copy in the vote file") : Optional.empty();
        }
        List<String> names = logDisk.names().stream()
                .filter(name -> logDisk.bytesOf(name).length > 0)
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String name = names.get(chance.nextInt(names.size()));
        byte[] bytes = logDisk.bytesOf(name);
        int at = chance.nextInt(bytes.length);
        LogDamage kind = LogDamage.values()[chance.nextInt(LogDamage.values().length)];
        switch (kind) {
            case LOST -> logDisk.lose(name);
            case CUT -> logDisk.replace(name, Arrays.copyOf(bytes, at));
            case FLIPPED -> {
                bytes[at] ^= (byte) (1 << chance.nextInt(8));
                logDisk.replace(name, bytes);
            }
        }
        return Optional.of(name + ", which is " + kind + " (at byte " + at + ")");
    }

    private SegmentedBlockLog log() {
        return running().log();
    }

    private LogAndVote running() {
        if (files == null) {
            throw new IllegalStateException("no process runs");
        }
        return files;
    }
}
