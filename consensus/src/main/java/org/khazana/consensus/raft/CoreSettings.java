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
 * @param uncommittedBytesMax payload bytes in a leader's log beyond the commit index; above it proposals are refused
 * @param unappliedBytesMax payload bytes handed to the state machine and not yet applied; above it nothing more is handed
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
        long unappliedBytesMax) {
    private static final int MEBIBYTE = 1 << 20;

    public CoreSettings {
        if (tickMillis < 1 || heartbeatMillis < tickMillis || electionTimeoutMillis < 5 * heartbeatMillis) {
            throw new IllegalArgumentException("want 1 <= tick <= heartbeat and five heartbeats <= election timeout");
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
        return new CoreSettings(10, 50, 500, 2 * MEBIBYTE, MEBIBYTE, 8, 8L * MEBIBYTE, 64L * MEBIBYTE, 64L * MEBIBYTE);
    }
}
