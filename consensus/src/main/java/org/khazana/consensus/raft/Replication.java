package org.khazana.consensus.raft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.Readmission;
import org.khazana.consensus.message.SnapshotOffer;

/** A leader's side of replication (Raft §5.3): what each follower is sent, and what its answers prove. */
final class Replication {
    private final EntryId opening;
    private final RaftLog log;
    private final CoreSettings settings;
    private final SortedMap<MemberId, FollowerProgress> followers = new TreeMap<>();
    private long nextRound = 1;

    /** @param opening the leader's first entry, about to be appended to {@code log} */
    Replication(EntryId opening, RaftLog log, CoreSettings settings) {
        this.opening = opening;
        this.log = log;
        this.settings = settings;
    }

    /** Replicates to these members from now on, guessing of new ones that they have all that is in the log. */
    void setFollowers(SortedSet<MemberId> members, long nowMillis) {
        followers.keySet().retainAll(members);
        long nextIndex = log.last().index() + 1;
        members.forEach(member ->
                followers.computeIfAbsent(member, id -> new FollowerProgress(id, nextIndex, nowMillis, settings)));
    }

    boolean knows(MemberId member) {
        return followers.containsKey(member);
    }

    // ---- answers

    /** Takes in an answer of this term from a follower that it knows. */
    void answered(MemberId from, AppendResponse response, long nowMillis, StepEffects effects) {
        FollowerProgress follower = progressOf(from);
        if (response.round() >= nextRound) {
            protest(from, "answers round " + response.round() + ", which was never sent", effects);
            return;
        }
        if (response instanceof AppendResponse.Accepted accepted
                && accepted.matchIndex() > log.last().index()) {
            protest(from, "accepts entry " + accepted.matchIndex() + ", which does not exist", effects);
            return;
        }
        if (response.isRecovering() ? follower.isLossOver(response.round()) : isFromBeforeTheLoss(follower, response)) {
            return;
        }
        watchForLoss(follower, response, effects);
        switch (response) {
            case AppendResponse.Accepted accepted -> follower.accepted(accepted.matchIndex(), nextRound);
            case AppendResponse.Rejected rejected -> refused(follower, rejected);
        }
        follower.heard(response.round(), nowMillis);
    }

    private static boolean isFromBeforeTheLoss(FollowerProgress follower, AppendResponse response) {
        return follower.refill()
                .filter(refill -> response.round() < refill.sinceRound())
                .isPresent();
    }

    /** A follower that has lost what it had acknowledged must count for nothing, whether it knows of its loss or not. */
    private void watchForLoss(FollowerProgress follower, AppendResponse response, StepEffects effects) {
        boolean forgets = response instanceof AppendResponse.Rejected rejected
                && follower.forgets(rejected.round(), rejected.rejectedIndex())
                && !holdsWhatItRefuses(rejected);
        boolean isKnown = follower.refill()
                .filter(refill -> refill.recovery() == response.recovery())
                .isPresent();
        if (response.isRecovering() && !isKnown) {
            Refill refill = new Refill(response.recovery(), log.last().index(), nextRound);
            follower.lost(refill);
            effects.event(new RaftEvent.FollowerRecovers(follower.member(), refill.targetIndex()));
        } else if (!response.isRecovering() && follower.refill().isPresent()) {
            follower.whole(nextRound);
        } else if (forgets && !follower.isDistrusted()) {
            follower.distrust();
            AppendResponse.Rejected denial = (AppendResponse.Rejected) response;
            effects.event(
                    new RaftEvent.FollowerForgot(follower.member(), denial.rejectedIndex(), follower.matchIndex()));
        }
    }

    /** So it answers when it is offered a snapshot of what it has got meanwhile. */
    private boolean holdsWhatItRefuses(AppendResponse.Rejected rejected) {
        return rejected.hint().index() == rejected.rejectedIndex() && log.holds(rejected.hint());
    }

    /** The hint only says where to look next; it proves nothing about what the follower holds. */
    private void refused(FollowerProgress follower, AppendResponse.Rejected rejected) {
        if (!follower.isAffectedByRefusal(rejected.round(), rejected.rejectedIndex())) {
            return;
        }
        EntryId hint = rejected.hint();
        if (follower.needsSnapshot()) {
            if (log.holds(hint)) {
                follower.probeAt(hint.index(), nextRound);
            }
            return;
        }
        EntryId base = log.base().id();
        boolean mayMeet = hint.index() >= base.index() && !base.term().isAfter(hint.term());
        long meeting = mayMeet
                ? Math.min(log.lastPossibleMatch(hint, follower.matchIndex()).index(), rejected.rejectedIndex() - 1)
                : base.index() - 1;
        if (meeting < base.index()) {
            follower.offerSnapshot(nextRound);
        } else {
            follower.probeAt(meeting, nextRound);
        }
    }

    private static void protest(MemberId from, String why, StepEffects effects) {
        effects.event(new RaftEvent.Protested(from, why));
    }

    // ---- sending

    /** Has every follower asked in this step, so that its answer shows that it still follows. */
    void askAll() {
        followers.values().forEach(FollowerProgress::ask);
    }

    /** The round that the next message will carry. */
    long nextRound() {
        return nextRound;
    }

    /**
     * Sends every follower what it lacks, as far as its window allows, and a sign of life when one is due.
     *
     * @param snapshot the newest one that followers may fetch
     */
    void sendDue(long nowMillis, long commitIndex, Optional<SnapshotMark> snapshot, StepEffects effects) {
        for (FollowerProgress follower : followers.values()) {
            if (!follower.needsSnapshot() && follower.nextIndex() <= log.base().index()) {
                follower.offerSnapshot(nextRound);
            }
            sendEntries(follower, nowMillis, commitIndex, effects);
            if (follower.needsEmptyMessage(nowMillis, settings.heartbeatMillis(), commitIndex)) {
                if (follower.needsSnapshot() && snapshot.isPresent()) {
                    offer(follower, snapshot.get(), nowMillis, commitIndex, effects);
                } else {
                    send(follower, List.of(), nowMillis, commitIndex, effects);
                }
            }
        }
    }

    private void sendEntries(FollowerProgress follower, long nowMillis, long commitIndex, StepEffects effects) {
        while (follower.nextIndex() <= log.last().index() && follower.bytesToSendMax() > 0) {
            long bytesMax = Math.min(settings.messageBytesMax(), follower.bytesToSendMax());
            long toIndex = Math.min(log.last().index(), follower.nextIndex() + AppendRequest.ENTRIES_MAX - 1);
            List<LogEntry> entries = log.read(follower.nextIndex(), toIndex, bytesMax);
            send(follower, entries, nowMillis, commitIndex, effects);
        }
    }

    private void send(
            FollowerProgress follower, List<LogEntry> entries, long nowMillis, long commitIndex, StepEffects effects) {
        EntryMetadata previous = log.metadata(Math.max(log.base().index(), follower.nextIndex() - 1));
        Optional<Readmission> readmission =
                follower.refill().flatMap(refill -> refill.readmission(opening.index(), commitIndex));
        effects.sendNow(
                follower.member(),
                new AppendRequest(
                        opening.term(), previous.id(), previous.hash(), entries, commitIndex, readmission, nextRound));
        nextRound++;
        follower.sent(entries, commitIndex, nowMillis);
    }

    private void offer(
            FollowerProgress follower, SnapshotMark snapshot, long nowMillis, long commitIndex, StepEffects effects) {
        effects.sendNow(
                follower.member(),
                new SnapshotOffer(opening.term(), snapshot.last(), snapshot.configuration(), nextRound));
        nextRound++;
        follower.sent(List.of(), commitIndex, nowMillis);
    }

    // ---- what is known of the followers

    /** How far {@code member} counts towards a quorum; 0 for one that is not replicated to. */
    long countedIndexOf(MemberId member) {
        FollowerProgress follower = followers.get(member);
        return follower == null ? 0 : follower.countedIndex();
    }

    /** The newest round answered by {@code member}, if it counts. */
    long answeredRoundOf(MemberId member) {
        FollowerProgress follower = followers.get(member);
        return follower == null || !follower.counts() ? 0 : follower.answeredRound();
    }

    /**
     * Whether {@code member} counts, has acknowledged something to this leader, was heard at {@code sinceMillis} or later and
     * lacks at most {@code lagMax} entries.
     */
    boolean isFit(MemberId member, long sinceMillis, long lagMax) {
        FollowerProgress follower = followers.get(member);
        return follower != null
                && follower.countedIndex() > 0
                && follower.heardAtMillis() >= sinceMillis
                && follower.countedIndex() + lagMax >= log.last().index();
    }

    /** The followers that count and were heard at {@code sinceMillis} or later. */
    Set<MemberId> heardSince(long sinceMillis) {
        Set<MemberId> heard = new TreeSet<>();
        followers.forEach((member, follower) -> {
            if (follower.counts() && follower.heardAtMillis() >= sinceMillis) {
                heard.add(member);
            }
        });
        return heard;
    }

    /** The lowest match index of the followers heard at {@code sinceMillis} or later; that of the log's end if none was. */
    long slowestMatchIndex(long sinceMillis) {
        return followers.values().stream()
                .filter(follower -> follower.heardAtMillis() >= sinceMillis)
                .mapToLong(FollowerProgress::matchIndex)
                .min()
                .orElse(log.last().index());
    }

    List<ReplicaStatus.FollowerStatus> status(long nowMillis) {
        List<ReplicaStatus.FollowerStatus> statuses = new ArrayList<>();
        followers.forEach((member, follower) -> statuses.add(new ReplicaStatus.FollowerStatus(
                member, follower.matchIndex(), Math.max(0, nowMillis - follower.heardAtMillis()), follower.counts())));
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
