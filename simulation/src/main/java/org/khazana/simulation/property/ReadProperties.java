package org.khazana.simulation.property;

import static org.khazana.simulation.property.Property.READ_BY_QUORUM;
import static org.khazana.simulation.property.PropertyViolation.check;

import java.util.HashMap;
import java.util.Map;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.ReadId;
import org.khazana.consensus.message.ReadIndexRequest;
import org.khazana.consensus.message.ReadIndexResponse;
import org.khazana.consensus.message.SnapshotOffer;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.Outgoing;
import org.khazana.consensus.raft.ReadOutcome;

/** A leader answers a read only when a quorum of voters has answered what was sent after the read had come. */
final class ReadProperties {

    /** What one leader has sent and heard in its term. */
    private static final class Rounds {
        private final Term term;
        private final Map<ReadId, Long> sentBefore = new HashMap<>();
        private final Map<MemberId, Long> answered = new HashMap<>();
        private long sent;

        private Rounds(Term term) {
            this.term = term;
        }
    }

    private final Map<MemberId, Rounds> leaders = new HashMap<>();

    void stepped(Step step) {
        if (!Step.isLeader(step.after())) {
            leaders.remove(step.member());
            return;
        }
        Rounds rounds = leaders.get(step.member());
        if (rounds == null || !rounds.term.equals(step.after().term())) {
            rounds = new Rounds(step.after().term());
            leaders.put(step.member(), rounds);
        }
        takeIn(rounds, step.input());
        for (Outgoing outgoing : step.effects().sendNow()) {
            switch (outgoing.message()) {
                case AppendRequest request -> rounds.sent = Math.max(rounds.sent, request.round());
                case SnapshotOffer offer -> rounds.sent = Math.max(rounds.sent, offer.round());
                case ReadIndexResponse response -> answers(step, rounds, response.id());
                default -> {}
            }
        }
        for (ReadOutcome outcome : step.effects().reads()) {
            if (outcome instanceof ReadOutcome.Ready ready) {
                answers(step, rounds, ready.id());
            }
        }
    }

    private static void takeIn(Rounds rounds, Input input) {
        if (input instanceof Input.Read(ReadId id)) {
            rounds.sentBefore.putIfAbsent(id, rounds.sent);
        } else if (input instanceof Input.Received(MemberId from, var message)) {
            if (message instanceof ReadIndexRequest request) {
                rounds.sentBefore.putIfAbsent(request.id(), rounds.sent);
            } else if (message instanceof AppendResponse response
                    && response.term().equals(rounds.term)) {
                rounds.answered.merge(from, response.round(), Math::max);
            }
        }
    }

    private static void answers(Step step, Rounds rounds, ReadId id) {
        long before = rounds.sentBefore.getOrDefault(id, Long.MAX_VALUE);
        check(
                HandCount.configurationMet(
                                step,
                                member -> member.equals(step.member())
                                        || rounds.answered.getOrDefault(member, 0L) > before)
                        .isPresent(),
                READ_BY_QUORUM,
                "%s answers a read that came after round %s; answered were %s",
                step.member(),
                before,
                rounds.answered);
    }
}
