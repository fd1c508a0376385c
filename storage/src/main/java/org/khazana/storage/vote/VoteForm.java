package org.khazana.storage.vote;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.storage.slots.SlotForm;

/**
 * The bytes of term and vote: term, 1 if entries were lost and else 0, directory of whom the vote is for (0 for nobody), that
 * one's validator id (ASCII, up to the end).
 */
public final class VoteForm implements SlotForm<HardState> {
    private static final long MAGIC = 0x4B48415A564F5445L; // KHAZVOTE
    private static final int FIXED_BYTES = 20;

    @Override
    public long magic() {
        return MAGIC;
    }

    @Override
    public int formatVersion() {
        return 1;
    }

    @Override
    public String what() {
        return "the file of term and vote";
    }

    @Override
    public String advice() {
        return "this validator must not vote again with it: restore the data folder from the"
                + " disk's own backup of this validator, or have the validator replaced";
    }

    @Override
    public byte[] write(HardState state) {
        byte[] name = state.votedFor().map(MemberId::validator).orElse("").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(FIXED_BYTES + name.length)
                .putLong(state.term().number())
                .putInt(state.isRecovering() ? 1 : 0)
                .putLong(state.votedFor().map(MemberId::directory).orElse(0L))
                .put(name)
                .array();
    }

    @Override
    public Optional<HardState> read(ByteBuffer content) {
        if (content.remaining() < FIXED_BYTES) {
            return Optional.empty();
        }
        long term = content.getLong();
        int recovering = content.getInt();
        long directory = content.getLong();
        if (term < 0 || recovering < 0 || recovering > 1) {
            return Optional.empty();
        }
        String name = StandardCharsets.US_ASCII.decode(content).toString();
        try {
            Optional<MemberId> votedFor =
                    name.isEmpty() ? Optional.empty() : Optional.of(new MemberId(name, directory));
            return Optional.of(new HardState(new Term(term), votedFor, recovering == 1));
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }
}
