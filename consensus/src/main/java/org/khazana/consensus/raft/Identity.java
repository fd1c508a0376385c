package org.khazana.consensus.raft;

import org.khazana.consensus.membership.MemberId;

/**
 * Which member a core is.
 *
 * @param seed of the election timeouts; members mix in their own name, so that equal seeds do no harm
 */
public record Identity(MemberId self, ElectionPriority priority, long seed) {}
