package org.khazana.storage.rocksdb;

/** A whole state that stays what it is until it is let go of. Any thread. */
public interface HeldRows extends RowSource, AutoCloseable {

    /** Lets go of it; whoever asks afterwards is told by an exception. */
    @Override
    void close();
}
