package org.khazana.storage.blocklog;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One open file. One thread writes; any number may read at the same time. */
interface LogFile extends Closeable {

    long size() throws IOException;

    /** Fills {@code target} to its limit from {@code position} on; an earlier end of the file is an error. */
    void read(ByteBuffer target, long position) throws IOException;

    /** Writes all of {@code source} at {@code position}. */
    void write(ByteBuffer source, long position) throws IOException;

    /** Returns when every byte written before is on stable storage. */
    void force() throws IOException;

    /** Nothing more will be written to it, so that it need not stay open for that. */
    void seal() throws IOException;
}
