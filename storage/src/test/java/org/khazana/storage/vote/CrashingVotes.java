package org.khazana.storage.vote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.khazana.consensus.log.HardState;

/** A vote file on a disk in memory that loses power: of what was not forced, any sectors survive. */
public final class CrashingVotes {
    private static final int SECTOR_BYTES = 512;

    private final byte[] seen;
    private byte[] kept;
    private long stepsLeft = Long.MAX_VALUE;

    /** The file of a member that never took part. */
    public CrashingVotes() {
        ByteBuffer slot = new VoteSlot(0, HardState.NONE).encode();
        this.seen = ByteBuffer.allocate(2 * VoteSlot.BYTES)
                .put(slot)
                .put(slot.rewind())
                .array();
        this.kept = seen.clone();
    }

    /** The file as a process opens it. */
    public DualSlotVoteFile open() {
        try {
            return DualSlotVoteFile.open("in memory", new Disk());
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
        int slot = chance.nextBoolean() ? VoteSlot.BYTES : 0;
        ByteBuffer bytes = ByteBuffer.wrap(seen);
        if (VoteSlot.decode(bytes, 0).isEmpty()
                || VoteSlot.decode(bytes, VoteSlot.BYTES).isEmpty()) {
            return false;
        }
        seen[slot + chance.nextInt(40)] ^= 0x10;
        kept = Arrays.copyOf(seen, seen.length);
        return true;
    }

    private final class Disk implements VoteDisk {

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
