package org.khazana.storage.vote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.khazana.consensus.log.HardState;
import org.khazana.storage.slots.DualSlotFile;
import org.khazana.storage.slots.SlotDisk;
import org.khazana.storage.slots.SlotImages;

/** A vote file on a disk in memory that loses power: of what was not forced, any sectors survive. */
public final class CrashingVotes {
    private static final VoteForm FORM = new VoteForm();
    private static final int SECTOR_BYTES = 512;

    private final byte[] seen;
    private byte[] kept;
    private long stepsLeft = Long.MAX_VALUE;

    /** The file of a member that never took part. */
    public CrashingVotes() {
        this.seen = DualSlotFile.image(FORM, HardState.NONE).array();
        this.kept = seen.clone();
    }

    /** The file as a process opens it. */
    public DualSlotVoteFile open() {
        try {
            return new DualSlotVoteFile(DualSlotFile.open("in memory", FORM, new Disk()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Power goes after so many more steps. */
    public void cutPowerAfter(long steps) {
        stepsLeft = steps;
    }

    /** Power comes back; unforced sectors survive with a chance of tenths. */
    public void crash(RandomGenerator chance, int keptOfTen) {
        stepsLeft = Long.MAX_VALUE;
        for (int from = 0; from < seen.length; from += SECTOR_BYTES) {
            if (chance.nextInt(10) < keptOfTen) {
                System.arraycopy(seen, from, kept, from, SECTOR_BYTES);
            }
        }
        System.arraycopy(kept, 0, seen, 0, kept.length);
    }

    /**
     * A byte of the one slot or the other decays; never of the second while the first is bad already, as nothing
     * could mend that.
     *
     * @return whether a slot was damaged
     */
    public boolean damageOneSlot(RandomGenerator chance) {
        int slot = chance.nextBoolean() ? SlotImages.SLOT_BYTES : 0;
        if (!SlotImages.areBothGood(FORM, seen)) {
            return false;
        }
        seen[slot + chance.nextInt(40)] ^= 0x10;
        kept = Arrays.copyOf(seen, seen.length);
        return true;
    }

    private final class Disk implements SlotDisk {

        private void step() throws IOException {
            if (stepsLeft-- <= 0) {
                throw new IOException("power was lost");
            }
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
            kept = seen.clone();
        }

        @Override
        public void close() {}
    }
}
