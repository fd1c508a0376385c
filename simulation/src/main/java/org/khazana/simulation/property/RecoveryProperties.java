package org.khazana.simulation.property;

import static org.khazana.simulation.property.Property.RECOVERING_NOT_COUNTED;
import static org.khazana.simulation.property.Property.RECOVERING_SILENT;
import static org.khazana.simulation.property.Property.WHOLE_AGAIN;
import static org.khazana.simulation.property.PropertyViolation.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.PreVoteResponse;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.consensus.raft.DurableWrite;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.Outgoing;

/** Who has lost synced entries neither votes nor counts, until it holds again whatever it had acknowledged. */
final class RecoveryProperties {
    private record Listener(MemberId member, Term term) {}

    private record Acknowledged(long index, EntryHash hash) {}

    private final ClusterView view;
    private final CommittedLog committed;
    private final Map<Listener, Acknowledged> byWhole = new HashMap<>();
    private final Map<Listener, Acknowledged> byRecovering = new HashMap<>();
    private final Map<MemberId, HardState> lastDurable = new HashMap<>();
    /** Members whose process has written, durably or not, that they are whole. */
    private final Set<MemberId> wroteWhole = new HashSet<>();

    RecoveryProperties(ClusterView view, CommittedLog committed) {
        this.view = view;
        this.committed = committed;
    }

    void speaks(MemberId member, Outgoing outgoing) {
        boolean votes = (outgoing.message() instanceof VoteResponse vote && vote.granted())
                || (outgoing.message() instanceof PreVoteResponse preVote && preVote.granted());
        check(
                !votes || !view.isSetAside(member),
                RECOVERING_SILENT,
                "%s, which recovers, says to %s: %s",
                member,
                outgoing.to(),
                outgoing.message());
        if (outgoing.message() instanceof AppendResponse.Accepted accepted) {
            acknowledges(member, accepted);
        }
    }

    private void acknowledges(MemberId member, AppendResponse.Accepted accepted) {
        Listener listener = new Listener(member, accepted.term());
        EntryHash hash = view.disk(member)
                .durable()
                .known(accepted.matchIndex())
                .map(EntryMetadata::hash)
                .orElse(committed.hash(0));
        Acknowledged now = new Acknowledged(accepted.matchIndex(), hash);
        if (accepted.isRecovering()) {
            byRecovering.merge(listener, now, RecoveryProperties::later);
        } else {
            byWhole.merge(listener, now, RecoveryProperties::later);
            Acknowledged earlier = byRecovering.remove(listener);
            if (earlier != null) {
                byWhole.merge(listener, earlier, RecoveryProperties::later);
            }
        }
    }

    private static Acknowledged later(Acknowledged one, Acknowledged other) {
        return one.index() >= other.index() ? one : other;
    }

    /**
     * What a recovering process acknowledged counts only once that process is whole, durably; not while it, or a later one,
     * still recovers.
     */
    void started(MemberId member) {
        wroteWhole.remove(member);
        if (view.disk(member).durableVote().isRecovering()) {
            byRecovering.keySet().removeIf(listener -> listener.member().equals(member));
        }
    }

    void stepped(Step step) {
        boolean leads = Step.isLeader(step.after());
        check(
                !leads || !view.isSetAside(step.member()),
                RECOVERING_SILENT,
                "%s leads term %s while it recovers",
                step.member(),
                step.after().term());
        boolean commits = step.after().commitIndex() > step.before().commitIndex();
        if (leads && commits && !(step.input() instanceof Input.SnapshotInstalled)) {
            counts(step);
        }
    }

    private void counts(Step step) {
        MemberId leader = step.member();
        Term term = step.after().term();
        long index = step.after().commitIndex();
        check(
                HandCount.configurationMet(step, member -> hasAcknowledged(member, leader, term, index))
                        .isPresent(),
                RECOVERING_NOT_COUNTED,
                "%s commits %s in term %s, but too few of %s that were whole have acknowledged it",
                leader,
                index,
                term,
                step.after().membership().configuration());
    }

    private boolean hasAcknowledged(MemberId member, MemberId leader, Term term, long index) {
        if (member.equals(leader)) {
            return view.disk(leader).durable().lastIndex() >= index;
        }
        Acknowledged highest = byWhole.get(new Listener(member, term));
        return highest != null && highest.index() >= index;
    }

    /** Before a vote is written, or that a member is whole. */
    void writing(MemberId member, DurableWrite write) {
        if (write.hardState().filter(stored -> !stored.isRecovering()).isPresent()) {
            wroteWhole.add(member);
        }
    }

    /** A crash may leave a vote of a member that had just become whole, and take entries of it again. */
    void madeDurable(MemberId member) {
        HardState now = view.disk(member).durableVote();
        HardState before = lastDurable.getOrDefault(member, HardState.NONE);
        if (now.equals(before)) {
            return;
        }
        lastDurable.put(member, now);
        boolean newVote = now.votedFor().isPresent()
                && !(now.votedFor().equals(before.votedFor()) && now.term().equals(before.term()));
        check(
                !newVote || !before.isRecovering() || wroteWhole.contains(member),
                RECOVERING_SILENT,
                "%s, which recovers, votes for %s in term %s",
                member,
                now.votedFor(),
                now.term());
        if (before.isRecovering() && !now.isRecovering()) {
            becomesWhole(member);
            countWhatWasAcknowledged(member);
        }
    }

    private void countWhatWasAcknowledged(MemberId member) {
        byRecovering.entrySet().removeIf(entry -> {
            boolean isOfMember = entry.getKey().member().equals(member);
            if (isOfMember) {
                byWhole.merge(entry.getKey(), entry.getValue(), RecoveryProperties::later);
            }
            return isOfMember;
        });
    }

    private void becomesWhole(MemberId member) {
        byWhole.forEach((listener, acknowledged) -> {
            long index = acknowledged.index();
            boolean isAgreed = listener.member().equals(member)
                    && index <= committed.lastIndex()
                    && committed.hash(index).equals(acknowledged.hash());
            check(
                    !isAgreed || view.disk(member).durable().holds(index, acknowledged.hash()),
                    WHOLE_AGAIN,
                    "%s is taken for whole, but lacks entry %s, which it had acknowledged in term %s and which is committed",
                    member,
                    index,
                    listener.term());
        });
    }
}
