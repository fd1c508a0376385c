package org.khazana.consensus.raft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;

/** A leader's side of replication (Raft §5.3): what each follower is sent, and what its answers prove. */
final class Replication {
    private final Term term;
    private final RaftLog log;
    private final CoreSettings settings;
    private final SortedMap<MemberId, FollowerProgress> followers = new TreeMap<>();
    private long nextRound = 1;

    /** Starts with the guess that every follower has all that is in {@code log} now. */
    Replication(Term term, Set<MemberId> others, RaftLog log, long nowMillis, CoreSettings settings) {
        this.term = term;
        this.log = log;
        this.settings = settings;
        long nextIndex = log.last().index() + 1;
        others.forEach(member -> followers.put(member, new FollowerProgress(member, nextIndex, nowMillis, settings)));
    }

    /** Takes in an answer of this term; empty, or why no correct follower gives such an answer. */
    Optional<String> answered(MemberId from, AppendResponse response, long nowMillis) {
        FollowerProgress follower = progressOf(from);
        if (response.round() >= nextRound) {
            return Optional.of("answers round " + response.round() + ", which was never sent");
        }
        switch (response) {
            case AppendResponse.Accepted accepted -> {
                if (accepted.matchIndex() > log.last().index()) {
                    return Optional.of("accepts entry " + accepted.matchIndex() + ", which does not exist");
                }
                follower.accepted(accepted.matchIndex(), nextRound);
            }
            case AppendResponse.Rejected rejected -> refused(follower, rejected);
        }
        follower.heard(nowMillis);
        return Optional.empty();
    }

    /** The hint only says where to look next; it proves nothing about what the follower holds. */
    private void refused(FollowerProgress follower, AppendResponse.Rejected rejected) {
        if (follower.isAffectedByRefusal(rejected.round(), rejected.rejectedIndex())) {
            long meeting = log.lastPossibleMatch(rejected.hint(), follower.matchIndex())
                    .index();
            follower.probeAt(Math.min(meeting, rejected.rejectedIndex() - 1), nextRound);
        }
    }

    /** Sends every follower what it lacks, as far as its window allows, and a sign of life when one is due. */
    void sendDue(long nowMillis, long commitIndex, StepEffects effects) {
        for (FollowerProgress follower : followers.values()) {
            while (follower.nextIndex() <= log.last().index() && follower.bytesToSendMax() > 0) {
                long bytesMax = Math.min(settings.messageBytesMax(), follower.bytesToSendMax());
                long toIndex = Math.min(log.last().index(), follower.nextIndex() + AppendRequest.ENTRIES_MAX - 1);
                List<LogEntry> entries = log.read(follower.nextIndex(), toIndex, bytesMax);
                send(follower, entries, nowMillis, commitIndex, effects);
            }
            if (follower.needsEmptyAppend(nowMillis, settings.heartbeatMillis(), commitIndex)) {
                send(follower, List.of(), nowMillis, commitIndex, effects);
            }
        }
    }

    private void send(
            FollowerProgress follower, List<LogEntry> entries, long nowMillis, long commitIndex, StepEffects effects) {
        EntryMetadata previous = log.metadata(follower.nextIndex() - 1);
        effects.sendNow(
                follower.member(),
                new AppendRequest(term, previous.id(), previous.hash(), entries, commitIndex, nextRound));
        nextRound++;
        follower.sent(entries, commitIndex, nowMillis);
    }

    long matchIndexOf(MemberId member) {
        return progressOf(member).matchIndex();
    }

    /** The followers heard at {@code sinceMillis} or later. */
    Set<MemberId> heardSince(long sinceMillis) {
        Set<MemberId> heard = new TreeSet<>();
        followers.forEach((member, follower) -> {
            if (follower.heardAtMillis() >= sinceMillis) {
                heard.add(member);
            }
        });
        return heard;
    }

    List<ReplicaStatus.FollowerStatus> status(long nowMillis) {
        List<ReplicaStatus.FollowerStatus> statuses = new ArrayList<>();
        followers.forEach((member, follower) -> statuses.add(new ReplicaStatus.FollowerStatus(
                member, follower.matchIndex(), Math.max(0, nowMillis - follower.heardAtMillis()))));
        return statuses;
    }

    private FollowerProgress progressOf(MemberId member) {
        FollowerProgress progress = followers.get(member);
        if (progress == null) {
            throw new IllegalStateException(member + " is no follower of this leader");
        }
        return progress;
    }
}
