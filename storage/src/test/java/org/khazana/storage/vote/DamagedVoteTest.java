package org.khazana.storage.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.storage.DataFolderProblem;

/** A stored vote is never forgotten and never replaced by an older one, whatever happens to one slot. */
class DamagedVoteTest {
    private static final HardState OLD = vote(4, "validator-1");
    private static final HardState STORED = vote(5, "validator-2");

    @TempDir
    private Path folder;

    private byte[] good = new byte[0];

    @BeforeEach
    void storeTwoVotes() throws IOException {
        DualSlotVoteFile.create(file());
        try (DualSlotVoteFile votes = DualSlotVoteFile.open(file())) {
            votes.store(OLD);
            votes.store(STORED);
        }
        good = Files.readAllBytes(file());
    }

    @Test
    void everyFlippedByteLeavesTheStoredVoteAndIsMended() throws IOException {
        for (int at = 0; at < good.length; at += at % VoteSlot.BYTES < 80 ? 1 : 61) {
            byte[] bad = good.clone();
            bad[at] ^= 0x20;
            Files.write(file(), bad);

            try (DualSlotVoteFile votes = DualSlotVoteFile.open(file())) {
                assertThat(votes.load()).as("byte %s", at).isEqualTo(STORED);
            }
            if (at % VoteSlot.BYTES < 40) {
                assertThat(Files.readAllBytes(file())).as("byte %s", at).isEqualTo(good);
            }
        }
    }

    @Test
    void twoBadSlotsAWrongSizeOrNoFileAreRefused() throws IOException {
        byte[] bad = good.clone();
        bad[20] ^= 1;
        bad[VoteSlot.BYTES + 20] ^= 1;
        assertRefused(bad, "both copies");
        assertRefused(Arrays.copyOf(good, good.length - 1), "wrong size");
        assertRefused(new byte[0], "wrong size");
        Files.delete(file());
        assertThatThrownBy(() -> DualSlotVoteFile.open(file()))
                .isInstanceOf(DataFolderProblem.class)
                .hasMessageContaining("missing");
    }

    @Test
    void slotsThatOnlyALostWriteCanExplainAreRefused() throws IOException {
        assertRefused(file(new VoteSlot(7, OLD), new VoteSlot(8, STORED)), "contradict");
        assertRefused(file(new VoteSlot(9, STORED), new VoteSlot(7, OLD)), "contradict");
        assertRefused(file(new VoteSlot(7, STORED), new VoteSlot(7, OLD)), "contradict");
    }

    @Test
    void aCrashAtAnyPointOfAStoreLeavesTheOldOrTheNewVoteAndTheNewOneOnceAcknowledged() throws IOException {
        for (int step = 0; step <= 4; step++) {
            VoteDiskThatStops disk = new VoteDiskThatStops(good, step);
            DualSlotVoteFile votes = DualSlotVoteFile.open("test", disk);
            HardState next = vote(6, "validator-3");
            boolean acknowledged = true;
            try {
                votes.store(next);
            } catch (UncheckedIOException stopped) {
                acknowledged = false;
                assertThatThrownBy(() -> votes.store(next)).hasMessageContaining("after a failure");
            }
            for (boolean unforcedIsKept : new boolean[] {true, false}) {
                for (boolean torn : new boolean[] {true, false}) {
                    byte[] after = disk.afterCrash(unforcedIsKept, torn);
                    HardState found = DualSlotVoteFile.open("test", new VoteDiskThatStops(after, 100))
                            .load();
                    assertThat(found)
                            .as("stopped at step %s", step)
                            .isIn(acknowledged ? new Object[] {next} : new Object[] {STORED, next});
                }
            }
            assertThat(acknowledged).isEqualTo(step == 4);
        }
    }

    @Test
    void aSlotOfAnyBytesIsReadOrNot() {
        for (long seed = 1; seed <= 50_000; seed++) {
            Random chance = new Random(seed);
            ByteBuffer slot =
                    new VoteSlot(chance.nextInt(9), chance.nextBoolean() ? STORED : OLD.recovering()).encode();
            for (int changes = chance.nextInt(1, 4); changes > 0; changes--) {
                slot.put(chance.nextInt(60), (byte) chance.nextInt());
            }
            int contentBytes = 44 + slot.getInt(40);
            if (chance.nextBoolean() && contentBytes >= 0 && contentBytes < 100) {
                slot.putInt(contentBytes, VoteSlot.checkSum(slot, contentBytes));
            }
            try {
                VoteSlot.decode(slot, 0);
            } catch (DataFolderProblem anotherVersion) {
                assertThat(anotherVersion).as("seed %s", seed).hasMessageContaining("this Khazana");
            } catch (RuntimeException failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
    }

    @Test
    void theTermNeverGoesBack() {
        try (DualSlotVoteFile votes = DualSlotVoteFile.open(file())) {
            assertThatThrownBy(() -> votes.store(OLD)).isInstanceOf(IllegalStateException.class);
            assertThat(votes.load()).isEqualTo(STORED);
        }
    }

    private void assertRefused(byte[] bytes, String why) throws IOException {
        Files.write(file(), bytes);
        assertThatThrownBy(() -> DualSlotVoteFile.open(file()))
                .isInstanceOf(DataFolderProblem.class)
                .hasMessageContaining(why);
    }

    private static byte[] file(VoteSlot first, VoteSlot second) {
        return ByteBuffer.allocate(2 * VoteSlot.BYTES)
                .put(first.encode())
                .put(second.encode())
                .array();
    }

    private static HardState vote(long term, String member) {
        return new HardState(new Term(term), Optional.of(new MemberId(member, 1)), false);
    }

    private Path file() {
        return folder.resolve("vote");
    }

    /** Fails at one step (write, force, write, force) and then shows what a crash may have left. */
    private static final class VoteDiskThatStops implements VoteDisk {
        private final byte[] seen;
        private byte[] forced;
        private int stepsLeft;

        private VoteDiskThatStops(byte[] bytes, int stepsLeft) {
            this.seen = bytes.clone();
            this.forced = bytes.clone();
            this.stepsLeft = stepsLeft;
        }

        private void step() throws IOException {
            if (stepsLeft-- <= 0) {
                throw new IOException("stopped");
            }
        }

        private byte[] afterCrash(boolean unforcedIsKept, boolean torn) {
            byte[] after = (unforcedIsKept ? seen : forced).clone();
            if (torn && !Arrays.equals(seen, forced)) {
                int changed = Arrays.mismatch(seen, forced) / VoteSlot.BYTES * VoteSlot.BYTES;
                after[changed + 20] ^= 1;
            }
            return after;
        }

        @Override
        public ByteBuffer readAll() {
            return ByteBuffer.wrap(seen.clone());
        }

        @Override
        public void write(ByteBuffer source, int position) throws IOException {
            step();
            source.get(seen, position, source.remaining());
        }

        @Override
        public void force() throws IOException {
            step();
            forced = seen.clone();
        }

        @Override
        public void close() {}
    }
}
