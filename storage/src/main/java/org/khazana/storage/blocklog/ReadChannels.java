package org.khazana.storage.blocklog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Channels to read files through, of which only so many are open at a time, however long the log is: the one that was
 * not used for longest is closed for another. Who reads through it at that moment asks again.
 */
final class ReadChannels {
    private final int openMax;
    private final Map<Path, FileChannel> open = new LinkedHashMap<>(16, 0.75f, true); // under the lock of this object

    ReadChannels(int openMax) {
        this.openMax = openMax;
    }

    synchronized FileChannel channel(Path path) throws IOException {
        FileChannel known = open.get(path);
        if (known != null && known.isOpen()) {
            return known;
        }
        FileChannel opened = FileChannel.open(path, StandardOpenOption.READ);
        open.put(path, opened);
        if (open.size() > openMax) {
            Path oldest = open.keySet().iterator().next();
            close(oldest);
        }
        return opened;
    }

    synchronized void close(Path path) throws IOException {
        FileChannel closed = open.remove(path);
        if (closed != null) {
            closed.close();
        }
    }

    synchronized int openCount() {
        return open.size();
    }
}
