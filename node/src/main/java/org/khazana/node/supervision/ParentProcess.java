package org.khazana.node.supervision;

import java.util.concurrent.CompletableFuture;

/** The process that started this validator, seen from the validator, so that it does not outlive a parent that was killed. */
public final class ParentProcess {

    private ParentProcess() {}

    /**
     * Completes when the process with this id has ended; at once when there is none. The id is given by the parent, not
     * looked up here: a parent that dies early would leave the adoptive parent to be watched instead.
     */
    public static CompletableFuture<Void> ended(long pid) {
        return ProcessHandle.of(pid)
                .map(parent -> parent.onExit().<Void>thenApply(gone -> null))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
