package org.khazana.storage.vote;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.storage.DataFolderProblem;

/**
 * One copy of term and vote: magic, format version, counter, term, 1 if entries were lost and else 0,
 * directory of whom the vote is for (0 for nobody), length of its validator's id, that id (ASCII), CRC32C, zeros.
 * Fits into one disk sector and has a 4 KiB block to itself.
 *
 * @param counter grows by one with each change
 */
record VoteSlot(long counter, HardState hardState) {
    static final int BYTES = 4096;
    static final int FORMAT_VERSION = 1;
    private static final long MAGIC = 0x4B48415A564F5445L; // KHAZVOTE
    private static final int DIRECTORY_AT = 32;
    private static final int NAME_LENGTH_AT = 40;
    private static final int NAME_AT = 44;
    private static final int NAME_BYTES_MAX = 32;

    ByteBuffer encode() {
        byte[] name = hardState.votedFor().map(MemberId::validator).orElse("").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(MAGIC).putInt(FORMAT_VERSION);
        bytes.putLong(counter).putLong(hardState.term().number());
        bytes.putInt(hardState.isRecovering() ? 1 : 0);
        bytes.putLong(hardState.votedFor().map(MemberId::directory).orElse(0L));
        bytes.putInt(name.length).put(name);
        return bytes.putInt(checkSum(bytes, bytes.position())).rewind();
    }

    /**
     * Reads the slot that starts at {@code at}; empty if it is damaged.
     *
     * @throws DataFolderProblem if a newer Khazana wrote it
     */
    static Optional<VoteSlot> decode(ByteBuffer file, int at) {
        ByteBuffer bytes = file.slice(at, BYTES);
        int nameLength = bytes.getInt(NAME_LENGTH_AT);
        if (bytes.getLong(0) != MAGIC || nameLength < 0 || nameLength > NAME_BYTES_MAX) {
            return Optional.empty();
        }
        int contentBytes = NAME_AT + nameLength;
        if (bytes.getInt(contentBytes) != checkSum(bytes, contentBytes)) {
            return Optional.empty();
        }
        if (bytes.getInt(8) != FORMAT_VERSION) {
            throw new DataFolderProblem("the file of term and vote has format " + bytes.getInt(8)
                    + ", this Khazana knows " + FORMAT_VERSION + "; start the Khazana that wrote it, or a newer one");
        }
        byte[] name = new byte[nameLength];
        bytes.get(NAME_AT, name);
        return content(bytes, new String(name, StandardCharsets.US_ASCII));
    }

    /** Empty if it means nothing, which a right check sum does not exclude. */
    private static Optional<VoteSlot> content(ByteBuffer bytes, String name) {
        long counter = bytes.getLong(12);
        long term = bytes.getLong(20);
        int recovering = bytes.getInt(28);
        long directory = bytes.getLong(DIRECTORY_AT);
        if (counter < 0 || term < 0 || recovering < 0 || recovering > 1) {
            return Optional.empty();
        }
        try {
            Optional<MemberId> votedFor =
                    name.isEmpty() ? Optional.empty() : Optional.of(new MemberId(name, directory));
            return Optional.of(new VoteSlot(counter, new HardState(new Term(term), votedFor, recovering == 1)));
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    static int checkSum(ByteBuffer bytes, int contentBytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate().position(0).limit(contentBytes));
        return (int) sum.getValue();
    }
}
