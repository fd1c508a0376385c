package org.khazana.storage.slots;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What one kind of file of two slots holds: its bytes, and its words for the operator.
 *
 * @param <T> what is kept, with {@code equals}
 */
public interface SlotForm<T> {

    /** The first eight bytes of every slot. */
    long magic();

    /** Of the content's bytes; a newer one is not read. */
    int formatVersion();

    /** What the file is, such as "the file of term and vote". */
    String what();

    /** What to do about a file that cannot be trusted any more. */
    String advice();

    /** At most 480 bytes, so that a slot is one sector of a disk. */
    byte[] write(T content);

    /** Empty if these bytes mean nothing, which a right check sum does not exclude. */
    Optional<T> read(ByteBuffer content);
}
