package org.khazana.consensus.raft;

/**
 * Times and bounds of the core, the same on every member.
 *
 * @param tickMillis the core is called at least this often
 * @param heartbeatMillis a leader speaks to every follower at least this often
 * @param electionTimeoutMillis a follower waits between this and twice this for a leader; at least five heartbeats
 * @param entryBytesMax largest payload of one entry
 * @param messageBytesMax payload bytes in one append message (at least one entry always goes)
 * @param inFlightMessagesMax append messages sent to one follower and not yet answered
 * @param inFlightBytesMax payload bytes of those
 * @param uncommittedBytesMax payload bytes that a leader took in its term and that are not committed; above it proposals
 *     are refused
 * @param unappliedBytesMax payload bytes handed to the state machine and not yet applied; above it nothing more is handed
 * @param readsWaitingMax reads that wait for a quorum at a leader; more are refused
 * @param compactionMargin entries kept in the log before a snapshot, so that a member a little behind needs none
 * @param promotionLagMax entries that an observer may be behind when it is to become a voter
 */
public record CoreSettings(
        int tickMillis,
        int heartbeatMillis,
        int electionTimeoutMillis,
        int entryBytesMax,
        int messageBytesMax,
        int inFlightMessagesMax,
        long inFlightBytesMax,
        long uncommittedBytesMax,
        long unappliedBytesMax,
        int readsWaitingMax,
        int compactionMargin,
        int promotionLagMax) {
    private static final int MEBIBYTE = 1 << 20;

    public CoreSettings {
        if (tickMillis < 1 || heartbeatMillis < tickMillis || electionTimeoutMillis < 5 * heartbeatMillis) {
            throw new IllegalArgumentException("want 1 <= tick <= heartbeat and five heartbeats <= election timeout");
        }
        if (readsWaitingMax < 1 || compactionMargin < 0 || promotionLagMax < 0) {
            throw new IllegalArgumentException("want room for a read, and no negative numbers of entries");
        }
        if (entryBytesMax < 1 || messageBytesMax < 1 || inFlightMessagesMax < 1) {
            throw new IllegalArgumentException("bounds must be positive");
        }
        if (inFlightBytesMax < entryBytesMax
                || uncommittedBytesMax < entryBytesMax
                || unappliedBytesMax < entryBytesMax) {
            throw new IllegalArgumentException("every window must hold at least the largest entry");
        }
    }

    /** For members within one data centre or one machine. */
    public static CoreSettings forLocalNetwork() {
        return new CoreSettings(
                10,
                50,
                500,
                2 * MEBIBYTE,
                MEBIBYTE,
                8,
                4L * MEBIBYTE,
                64L * MEBIBYTE,
                64L * MEBIBYTE,
                10_000,
                10_000,
                1_000);
    }
}
