package org.khazana.node.gateway;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Up to which height everything is certified, and who waits for that; any thread. A certificate vouches for all blocks before its own
 * as well. However many wait for one block, it costs one entry, and there are few blocks between the newest and the newest certified one.
 */
public final class CertifiedHeights {
    private final ConcurrentNavigableMap<Long, CompletableFuture<Long>> awaited = new ConcurrentSkipListMap<>();
    private final AtomicLong certifiedHeight;

    /**
     * Nobody waits yet.
     *
     * @param certifiedHeight as known at the start
     */
    public CertifiedHeights(long certifiedHeight) {
        this.certifiedHeight = new AtomicLong(certifiedHeight);
    }

    /** The greatest so far. */
    public long height() {
        return certifiedHeight.get();
    }

    /** Completes once the block of that height is certified, with the height; each caller has a stage of its own. */
    public CompletionStage<Long> await(long height) {
        CompletableFuture<Long> certified = awaited.computeIfAbsent(height, first -> new CompletableFuture<>());
        tellDue(); // it may have been certified before the entry was there
        return certified.copy();
    }

    /** All blocks up to {@code height} are certified. */
    public void reached(long height) {
        certifiedHeight.accumulateAndGet(height, Math::max);
        tellDue();
    }

    private void tellDue() {
        var due = awaited.headMap(certifiedHeight.get(), true);
        due.keySet().forEach(height -> {
            CompletableFuture<Long> told = awaited.remove(height);
            if (told != null) {
                told.complete(height);
            }
        });
    }
}
