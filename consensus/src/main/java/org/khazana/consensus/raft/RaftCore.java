package org.khazana.consensus.raft;

import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.port.EntryFactory;

/**
 * One member's part in agreeing on the log (Raft): a function from inputs and time to effects. One thread; the caller
 * carries out the effects in the order of their fields.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class RaftCore {

    /**
     * A member that starts or restarts from what it had made durable.
     *
     * @param seed of the election timeouts; members mix in their own name, so that equal seeds do no harm
     */
    public RaftCore(
            MemberId self,
            QuorumPolicy policy,
            CoreSettings settings,
            EntryFactory entries,
            RecoveredState recovered,
            long seed) {}

    /**
     * Takes one input.
     *
     * @param nowMillis monotonic, of any origin, never going back; the first call sets the election timer
     */
    public Effects step(long nowMillis, Input input) {
        throw new UnsupportedOperationException();
    }

    /** What this member believes now. */
    public ReplicaStatus status(long nowMillis) {
        throw new UnsupportedOperationException();
    }

    /** Whether this member leads, as far as it knows: cheaper than {@link #status}. */
    public boolean isLeader() {
        throw new UnsupportedOperationException();
    }
}
