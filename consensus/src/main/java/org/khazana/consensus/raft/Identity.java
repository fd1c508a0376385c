package org.khazana.consensus.raft;

import org.khazana.consensus.membership.MemberId;

/**
 * Which member a core is.
 *
 * @param seed of the election timeouts; members mix in their own name, so that equal seeds do no harm
 * @param process names this start of the member: not 0, and never used for another start
 */
public record Identity(MemberId self, ElectionPriority priority, long seed, long process) {
    public Identity {
        if (process == 0) {
            throw new IllegalArgumentException("a process cannot be named 0");
        }
    }
}
