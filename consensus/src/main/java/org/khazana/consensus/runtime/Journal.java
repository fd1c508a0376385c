package org.khazana.consensus.runtime;

import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.raft.RaftEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator what happens, in sentences. What a peer or a disk could make happen all the time is told at most once
 * in a while, with a count of the rest. One thread.
 */
final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final long REPEAT_MILLIS = 10_000;
    private static final long DISK_SLOW_MILLIS = 500;

    private final RepeatLimit protests = new RepeatLimit(REPEAT_MILLIS);
    private final RepeatLimit drops = new RepeatLimit(REPEAT_MILLIS);
    private final RepeatLimit stalls = new RepeatLimit(REPEAT_MILLIS);

    void event(RaftEvent event, long nowMillis) {
        switch (event) {
            case RaftEvent.PreVoteStarted started ->
                LOG.debug("hears no leader; asks whether it would win term {}", started.term());
            case RaftEvent.ElectionStarted started -> LOG.info("stands for election in term {}", started.term());
            case RaftEvent.BecameLeader became ->
                LOG.info(
                        "leads term {}, which opens with entry {}",
                        became.term(),
                        became.opening().index());
            case RaftEvent.FollowsLeader follows -> LOG.info("follows {} in term {}", follows.leader(), follows.term());
            case RaftEvent.SteppedDown down -> LOG.warn("stops leading term {}: {}", down.term(), why(down.reason()));
            case RaftEvent.Truncated truncated ->
                LOG.info(
                        "cuts its log from entry {} on: never committed, and the leader has others",
                        truncated.fromIndex());
            case RaftEvent.MembershipChanged changed ->
                LOG.info(
                        "membership from entry {} on: {}",
                        changed.placed().index(),
                        describe(changed.placed().configuration()));
            case RaftEvent.HandingOver handing -> LOG.info("hands term {} over to {}", handing.term(), handing.to());
            case RaftEvent.HandoverGivenUp given ->
                LOG.warn("{} did not take over in time; goes on leading term {}", given.to(), given.term());
            case RaftEvent.Recovered recovered ->
                LOG.info(
                        "has got back everything it had lost, up to entry {}, and votes and counts again",
                        recovered.throughIndex());
            case RaftEvent.FollowerRecovers follower ->
                LOG.warn(
                        "{} has lost entries that it had acknowledged; it does not count until it has them again, up to entry {}",
                        follower.follower(),
                        follower.throughIndex());
            case RaftEvent.FollowerForgot forgot ->
                LOG.error(
                        "{} denies entry {} although it had acknowledged everything up to {}: its disk was set back or exchanged. It "
                                + "does not count any more; stop it, and replace it by a change of membership",
                        forgot.follower(),
                        forgot.deniedIndex(),
                        forgot.acknowledgedIndex());
            case RaftEvent.SnapshotReplacedLog replaced ->
                LOG.info("its log goes on after entry {}, which a snapshot stands for", replaced.last());
            case RaftEvent.Protested protested -> {
                if (protests.allows(nowMillis)) {
                    LOG.warn(
                            "ignores a message of {}: {} ({} more like it before)",
                            protested.from(),
                            protested.why(),
                            protests.takeSuppressed());
                }
            }
        }
    }

    private static String describe(Configuration configuration) {
        return "voters " + configuration.voters().members()
                + configuration
                        .outgoing()
                        .map(old -> ", together with the outgoing " + old.members())
                        .orElse("")
                + (configuration.observers().isEmpty() ? "" : ", observers " + configuration.observers());
    }

    private static String why(RaftEvent.Reason reason) {
        return switch (reason) {
            case HIGHER_TERM_SEEN -> "another term has begun";
            case QUORUM_NOT_HEARD -> "too few others have answered for two election timeouts";
            case NO_VOTER -> "it is no voter";
        };
    }

    void dropped(long messages, long nowMillis) {
        if (messages > 0 && drops.allows(nowMillis)) {
            LOG.warn("drops messages of peers, {} just now: they come faster than they can be handled", messages);
        }
    }

    /** @param busyMillis for how long the disk has been at one group of writes */
    void diskBusy(long busyMillis, long nowMillis) {
        if (busyMillis >= DISK_SLOW_MILLIS && stalls.allows(nowMillis)) {
            LOG.warn("the disk has not finished a write for {} ms; nothing is acknowledged until it does", busyMillis);
        }
    }
}
