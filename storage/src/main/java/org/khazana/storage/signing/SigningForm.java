package org.khazana.storage.signing;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.SigningRecord;
import org.khazana.storage.slots.SlotForm;

/** The bytes of what was signed last: nothing before the first signature, then height and hash of the head. */
final class SigningForm implements SlotForm<Optional<SigningRecord>> {
    private static final long MAGIC = 0x4B48415A5349474EL; // KHAZSIGN
    private static final int BYTES = Long.BYTES + Hash.BYTES;

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
        return "the file of what was signed";
    }

    @Override
    public String advice() {
        return "with its key this validator must sign nothing more, or it could be taken for a liar: restore the data"
                + " folder from the disk's own backup of this validator, or have the validator replaced by one with a"
                + " new signing key";
    }

    @Override
    public byte[] write(Optional<SigningRecord> signed) {
        return signed.map(record -> ByteBuffer.allocate(BYTES)
                        .putLong(record.height())
                        .put(record.head().toBytes())
                        .array())
                .orElseGet(() -> new byte[0]);
    }

    @Override
    public Optional<Optional<SigningRecord>> read(ByteBuffer content) {
        if (!content.hasRemaining()) {
            return Optional.of(Optional.empty());
        }
        if (content.remaining() != BYTES || content.getLong(0) < 0) {
            return Optional.empty();
        }
        long height = content.getLong();
        byte[] hash = new byte[Hash.BYTES];
        content.get(hash);
        return Optional.of(Optional.of(new SigningRecord(height, Hash.of(hash))));
    }
}
