package org.khazana.node.transport;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns an operator about what others do, without letting them fill the log: each sentence at most once a minute. */
final class SparingLog {
    private static final Logger LOG = LoggerFactory.getLogger(SparingLog.class);
    private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int SENTENCES_MAX = 200;

    private final Map<String, Long> lastNanos = new LinkedHashMap<>();

    void warn(String sentence) {
        if (isDue(sentence, System.nanoTime())) {
            LOG.warn("{}", sentence);
        }
    }

    private synchronized boolean isDue(String sentence, long nowNanos) {
        Long before = lastNanos.get(sentence);
        if (before != null && nowNanos - before < PAUSE_NANOS) {
            return false;
        }
        if (before == null && lastNanos.size() >= SENTENCES_MAX) {
            lastNanos.remove(lastNanos.keySet().iterator().next());
        }
        lastNanos.put(sentence, nowNanos);
        return true;
    }
}
