package org.khazana.consensus.raft;

/** What a member is at one moment. Each role holds only what is true in it; leaving the role forgets it. */
sealed interface Role permits Follower, PreCandidate, Candidate, Leader {}
