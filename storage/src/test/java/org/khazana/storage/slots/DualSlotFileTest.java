package org.khazana.storage.slots;

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
import org.khazana.storage.vote.VoteForm;

/** What was stored is never forgotten and never replaced by something older, whatever happens to one slot. */
class DualSlotFileTest {
    private static final VoteForm FORM = new VoteForm();
    private static final SlotLayout<HardState> LAYOUT = new SlotLayout<>(FORM);
    private static final HardState OLD = vote(4, "validator-1");
    private static final HardState STORED = vote(5, "validator-2");

    @TempDir
    private Path folder;

    private byte[] good = new byte[0];

    @BeforeEach
    void storeTwoVotes() throws IOException {
        DualSlotFile.create(file(), FORM, HardState.NONE);
        try (DualSlotFile<HardState> votes = DualSlotFile.open(file(), FORM)) {
            votes.store(OLD);
            votes.store(STORED);
        }
        good = Files.readAllBytes(file());
    }

    @Test
    void everyFlippedByteLeavesTheStoredVoteAndIsMended() throws IOException {
        for (int at = 0; at < good.length; at += at % SlotLayout.BYTES < 80 ? 1 : 61) {
            byte[] bad = good.clone();
            bad[at] ^= 0x20;
            Files.write(file(), bad);

            try (DualSlotFile<HardState> votes = DualSlotFile.open(file(), FORM)) {
                assertThat(votes.load()).as("byte %s", at).isEqualTo(STORED);
            }
            if (at % SlotLayout.BYTES < 40) {
                assertThat(Files.readAllBytes(file())).as("byte %s", at).isEqualTo(good);
            }
        }
    }

    @Test
    void twoBadSlotsAWrongSizeOrNoFileAreRefused() throws IOException {
        byte[] bad = good.clone();
        bad[20] ^= 1;
        bad[SlotLayout.BYTES + 20] ^= 1;
        assertRefused(bad, "both copies");
        assertRefused(Arrays.copyOf(good, good.length - 1), "wrong size");
        assertRefused(new byte[0], "wrong size");
        Files.delete(file());
        assertThatThrownBy(() -> DualSlotFile.open(file(), FORM))
                .isInstanceOf(DataFolderProblem.class)
                .hasMessageContaining("missing");
    }

    @Test
    void slotsThatOnlyALostWriteCanExplainAreRefused() throws IOException {
        assertRefused(file(new Slot<>(7, OLD), new Slot<>(8, STORED)), "contradict");
        assertRefused(file(new Slot<>(9, STORED), new Slot<>(7, OLD)), "contradict");
        assertRefused(file(new Slot<>(7, STORED), new Slot<>(7, OLD)), "contradict");
    }

    @Test
    void aCrashAtAnyPointOfAStoreLeavesTheOldOrTheNewVoteAndTheNewOneOnceAcknowledged() throws IOException {
        for (int step = 0; step <= 4; step++) {
            DiskThatStops disk = new DiskThatStops(good, step);
            DualSlotFile<HardState> votes = DualSlotFile.open("test", FORM, disk);
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
                    HardState found = DualSlotFile.open("test", FORM, new DiskThatStops(after, 100))
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
                    LAYOUT.encode(new Slot<>(chance.nextInt(9), chance.nextBoolean() ? STORED : OLD.recovering()));
            for (int changes = chance.nextInt(1, 4); changes > 0; changes--) {
                slot.put(chance.nextInt(60), (byte) chance.nextInt());
            }
            int contentBytes = SlotLayout.CONTENT_AT + slot.getInt(SlotLayout.CONTENT_AT - Integer.BYTES);
            if (chance.nextBoolean() && contentBytes >= 0 && contentBytes < 100) {
                slot.putInt(contentBytes, SlotLayout.checkSum(slot, contentBytes));
            }
            try {
                LAYOUT.decode(slot, 0);
            } catch (DataFolderProblem anotherVersion) {
                assertThat(anotherVersion).as("seed %s", seed).hasMessageContaining("this Khazana");
            } catch (RuntimeException failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
    }

    private void assertRefused(byte[] bytes, String why) throws IOException {
        Files.write(file(), bytes);
        assertThatThrownBy(() -> DualSlotFile.open(file(), FORM))
                .isInstanceOf(DataFolderProblem.class)
                .hasMessageContaining(why);
    }

    private static byte[] file(Slot<HardState> first, Slot<HardState> second) {
        return ByteBuffer.allocate(2 * SlotLayout.BYTES)
                .put(LAYOUT.encode(first))
                .put(LAYOUT.encode(second))
                .array();
    }

    private static HardState vote(long term, String member) {
        return new HardState(new Term(term), Optional.of(new MemberId(member, 1)), false);
    }

    private Path file() {
        return folder.resolve("vote");
    }

    /** Fails at one step (write, force, write, force) and then shows what a crash may have left. */
    private static final class DiskThatStops implements SlotDisk {
        private final byte[] seen;
        private byte[] forced;
        private int stepsLeft;

        private DiskThatStops(byte[] bytes, int stepsLeft) {
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
                int changed = Arrays.mismatch(seen, forced) / SlotLayout.BYTES * SlotLayout.BYTES;
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
