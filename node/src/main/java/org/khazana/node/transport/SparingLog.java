package org.khazana.node.transport;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns an operator about what others do, without letting them fill the log: each sentence at most once a minute. */
public final class SparingLog {
    private static final Logger LOG = LoggerFactory.getLogger(SparingLog.class);
    private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int SUBJECTS_MAX = 200;

    private final Map<String, Long> lastNanos = new LinkedHashMap<>();

    /** Warns, unless the very same sentence was logged less than a minute ago. */
    public void warn(String sentence) {
        if (isDue(sentence, System.nanoTime())) {
            LOG.warn("{}", sentence);
        }
    }

    /** Tells of what no correct peer would do, unless {@code subject} was told of less than a minute ago. */
    public void error(String subject, String sentence) {
        if (isDue(subject, System.nanoTime())) {
            LOG.error("{}", sentence);
        }
    }

    private synchronized boolean isDue(String subject, long nowNanos) {
        Long before = lastNanos.get(subject);
        if (before != null && nowNanos - before < PAUSE_NANOS) {
            return false;
        }
        if (before == null && lastNanos.size() >= SUBJECTS_MAX) {
            lastNanos.remove(lastNanos.keySet().iterator().next());
        }
        lastNanos.put(subject, nowNanos);
        return true;
    }
}
