package org.khazana.node.lifecycle;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Optional;
import javax.management.NotificationEmitter;

/**
 * Has the old generation of the serial collector collected while it is small. Left alone, that collector lets it grow up to the largest heap before it
 * looks at it, so a validator would either hold a gigabyte of garbage or, with a small largest heap, end when for once it needs more; see
 * decision 40. With other collectors, which mind that themselves, this does nothing.
 */
public final class OldGeneration {
    private static final String SERIAL_OLD = "Tenured Gen";
    /** Five sixths of what the launcher gives it at first. */
    private static final long COLLECTED_FROM_BYTES = 80L << 20;

    private final MemoryPoolMXBean pool;

    private OldGeneration(MemoryPoolMXBean pool) {
        this.pool = pool;
    }

    /** From now on, for as long as the process lives. */
    public static void keepSmall() {
        find().ifPresent(OldGeneration::watch);
    }

    private static Optional<OldGeneration> find() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getType() == MemoryType.HEAP && pool.getName().equals(SERIAL_OLD))
                .filter(MemoryPoolMXBean::isUsageThresholdSupported)
                .map(OldGeneration::new)
                .findFirst();
    }

    private void watch() {
        pool.setUsageThreshold(COLLECTED_FROM_BYTES);
        ((NotificationEmitter) ManagementFactory.getMemoryMXBean())
                .addNotificationListener(
                        (notification, nothing) -> collect(),
                        notification -> notification.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED),
                        null);
    }

    private void collect() {
        System.gc();
        MemoryUsage alive = pool.getUsage();
        pool.setUsageThreshold(nextThreshold(alive.getUsed(), alive.getMax()));
    }

    /** Half as much again as lives, so that collecting costs a bounded share of what brought so much there. */
    static long nextThreshold(long aliveBytes, long mostBytes) {
        long wanted = Math.max(COLLECTED_FROM_BYTES, aliveBytes + aliveBytes / 2);
        return mostBytes < 0 ? wanted : Math.min(wanted, mostBytes);
    }
}
