package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.Readmission;
import org.khazana.consensus.message.SnapshotOffer;

/** A follower's side of replication (Raft §5.3, §7): takes what {@link AppendCheck} finds to fit, and says so. */
final class Following {
    private final Member member;

    Following(Member member) {
        this.member = member;
    }

    void onAppendRequest(MemberId from, AppendRequest request, StepEffects effects) {
        AppendCheck check = new AppendCheck(
                member.log(), member.agreedIndex(), member.settings().entryBytesMax());
        AppendCheck.Verdict verdict = check.verdict(request);
        if (verdict instanceof AppendCheck.Verdict.Wrong wrong) {
            Member.protest(from, wrong.why(), effects);
        } else if (followsNobodyElse(from, effects)) {
            member.follow(from, effects);
            AppendResponse response = switch (verdict) {
                case AppendCheck.Verdict.Fits fits -> take(from, request, fits, effects);
                case AppendCheck.Verdict.Lacks lacks -> lacks(request, lacks);
                case AppendCheck.Verdict.Wrong wrong -> throw new IllegalStateException(wrong.why());
            };
            effects.sendWhenWritten(from, response);
        }
    }

    private boolean followsNobodyElse(MemberId from, StepEffects effects) {
        Optional<MemberId> leader = member.role().leader();
        boolean isItself = leader.isEmpty() || leader.get().equals(from);
        if (!isItself) {
            Member.protest(from, "claims to lead term " + member.term() + " of " + leader.get(), effects);
        }
        return isItself;
    }

    /** Takes what is new and goes as far as this very message has proved: neither the answer nor the commit goes further. */
    private AppendResponse take(
            MemberId from, AppendRequest request, AppendCheck.Verdict.Fits fits, StepEffects effects) {
        fits.truncateFrom().ifPresent(index -> member.truncate(index, from, effects));
        for (LogEntry entry : fits.newEntries()) {
            member.append(entry, effects);
        }
        long verifiedIndex = request.verifiedIndex();
        member.commitment().advanceTo(Math.min(request.commitIndex(), verifiedIndex));
        request.readmission().ifPresent(readmission -> becomeWhole(readmission, verifiedIndex, effects));
        return new AppendResponse.Accepted(member.term(), verifiedIndex, member.recovery(), request.round());
    }

    /**
     * A recovering member is whole again once it holds, durably, the leader's log up to where the leader has said. Only in
     * the process that the leader speaks of: since an earlier one, more may have been lost.
     */
    private void becomeWhole(Readmission readmission, long verifiedIndex, StepEffects effects) {
        boolean isHeld = Math.min(verifiedIndex, member.writes().durableIndex()) >= readmission.index();
        if (member.ballot().isRecovering() && readmission.recovery() == member.recovery() && isHeld) {
            member.ballot().recovered();
            effects.event(new RaftEvent.Recovered(readmission.index()));
        }
    }

    private AppendResponse lacks(AppendRequest request, AppendCheck.Verdict.Lacks lacks) {
        return new AppendResponse.Rejected(
                member.term(), request.previous().index(), lacks.hint(), member.recovery(), request.round());
    }

    // ---- snapshots

    /** The leader's log no longer goes back to what this one lacks. */
    void onSnapshotOffer(MemberId from, SnapshotOffer offer, StepEffects effects) {
        if (!followsNobodyElse(from, effects)) {
            return;
        }
        member.follow(from, effects);
        EntryMetadata offered = offer.last();
        if (offered.index() > member.commitment().commitIndex()) {
            if (!member.log().holds(offered.id())) {
                effects.snapshotWanted(new SnapshotWanted(from, offered, offer.configuration()));
            }
        } else if (hasLost(offered)) {
            // The state is newer than the snapshot, only entries were lost: the log can go on from there.
            member.restartLog(offered, offer.configuration(), effects);
        }
        effects.sendWhenWritten(
                from,
                new AppendResponse.Rejected(
                        member.term(),
                        offer.last().index(),
                        member.log().lastPossibleMatch(offer.last().id(), member.agreedIndex()),
                        member.recovery(),
                        offer.round()));
    }

    private boolean hasLost(EntryMetadata agreed) {
        return agreed.index() > member.log().last().index()
                || (agreed.index() > member.agreedIndex() && !member.log().holds(agreed.id()));
    }

    /** The state machine now holds everything up to {@code last}; the log goes on from there, unless it does already. */
    void snapshotInstalled(Input.SnapshotInstalled installed, StepEffects effects) {
        EntryMetadata last = installed.last();
        boolean isAgreed = last.index() <= member.agreedIndex();
        boolean isKnown =
                last.index() <= member.log().base().index() || member.log().holds(last.id());
        Invariant.check(
                isKnown || !isAgreed || last.index() > member.log().last().index(),
                "the snapshot ends with entry %s, but another one is committed here",
                last.id());
        if (!isKnown) {
            member.restartLog(last, installed.configuration(), effects);
        }
        member.commitment().installed(last.index());
        member.offerFromNowOn(last);
    }
}
