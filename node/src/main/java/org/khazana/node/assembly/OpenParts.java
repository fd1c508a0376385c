package org.khazana.node.assembly;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was opened so far, closed in reverse order, each part whatever happened to the others. */
public final class OpenParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenParts.class);

    private final Deque<AutoCloseable> newestFirst = new ArrayDeque<>();

    /** Remembers {@code part} and gives it back. */
    public <T extends AutoCloseable> T add(T part) {
        newestFirst.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!newestFirst.isEmpty()) {
            AutoCloseable part = newestFirst.pop();
            try {
                part.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.warn("closing {} failed", part.getClass().getSimpleName(), e);
            }
        }
    }
}
