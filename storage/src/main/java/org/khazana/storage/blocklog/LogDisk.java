package org.khazana.storage.blocklog;

import java.io.IOException;
import java.util.List;

/** One folder of files as the log needs it. Tests put a disk behind it that forgets unsynced writes or runs full. */
interface LogDisk {

    /** Names of all files, sorted. */
    List<String> names() throws IOException;

    /** Makes an empty file, which must not exist. */
    LogFile create(String name) throws IOException;

    LogFile open(String name) throws IOException;

    void rename(String from, String to) throws IOException;

    void delete(String name) throws IOException;

    /** Returns when every name made, changed or removed before is on stable storage. */
    void syncFolder() throws IOException;
}
