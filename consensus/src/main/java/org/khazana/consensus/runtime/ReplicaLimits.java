package org.khazana.consensus.runtime;

/**
 * Bounds of everything that can wait in a replica.
 *
 * @param inboxMax messages from peers not yet taken by the loop; more are dropped
 * @param inboxBytesMax payload bytes of those
 * @param proposalsWaitingMax proposals not yet in an entry; more are answered Overloaded
 * @param proposalsWaitingBytesMax bytes of those
 * @param batchMax proposals in one entry
 * @param batchBytesMax bytes of the proposals in one entry; leave room below {@code CoreSettings.entryBytesMax} for what
 *     the entry factory adds
 * @param readsWaitingMax reads not yet asked for; more are answered Overloaded
 * @param writesWaitingMax steps waiting for the log writer; above it the loop takes no messages and no proposals
 * @param unsyncedBatchesMax a leader waits with the next entry while so many writes are not durable, so that batches grow
 * @param unappliedEntriesMax the same while so many entries of its log are not applied there
 * @param batchWorthwhile so many proposals are worth an entry of their own at once; fewer wait while there is any entry that is not
 *     applied: what an entry costs everybody is shared by more proposals then
 */
public record ReplicaLimits(
        int inboxMax,
        long inboxBytesMax,
        int proposalsWaitingMax,
        long proposalsWaitingBytesMax,
        int batchMax,
        int batchBytesMax,
        int readsWaitingMax,
        int writesWaitingMax,
        int unsyncedBatchesMax,
        int unappliedEntriesMax,
        int batchWorthwhile) {
    private static final int MEBIBYTE = 1 << 20;

    public ReplicaLimits {
        if (inboxMax < 1
                || proposalsWaitingMax < 1
                || batchMax < 1
                || readsWaitingMax < 1
                || writesWaitingMax < 1
                || unsyncedBatchesMax < 1
                || unappliedEntriesMax < 1
                || batchWorthwhile < 1) {
            throw new IllegalArgumentException("bounds must be positive");
        }
        if (inboxBytesMax < 1 || batchBytesMax < 1 || proposalsWaitingBytesMax < batchBytesMax) {
            throw new IllegalArgumentException("byte bounds must be positive, and the queue must hold a whole batch");
        }
    }

    /** Fits {@code CoreSettings.forLocalNetwork()}. */
    public static ReplicaLimits standard() {
        return new ReplicaLimits(
                4_096, 64L * MEBIBYTE, 16_384, 32L * MEBIBYTE, 4_096, MEBIBYTE, 16_384, 1_024, 2, 4, 256);
    }
}
