package org.khazana.simulation.property;

import static org.khazana.simulation.property.Property.DURABLE_BEFORE_SPEAKING;
import static org.khazana.simulation.property.Property.ELECTED_BY_QUORUM;
import static org.khazana.simulation.property.Property.ELECTION_SAFETY;
import static org.khazana.simulation.property.Property.NEVER_BACKWARDS;
import static org.khazana.simulation.property.Property.ONE_VOTE_PER_TERM;
import static org.khazana.simulation.property.Property.PRE_VOTE_CHANGES_NOTHING;
import static org.khazana.simulation.property.PropertyViolation.check;

import java.util.HashMap;
import java.util.Map;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.PreVoteRequest;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.consensus.raft.DurableWrite;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.Outgoing;

/** Who leads a term, and who voted for whom: judged by what was ever durable, which no restart can deny. */
final class ElectionProperties {
    private record Ballot(MemberId voter, Term term) {}

    private final ClusterView view;
    private final Map<Term, MemberId> leaders = new HashMap<>();
    private final Map<Ballot, MemberId> durableVotes = new HashMap<>();
    private final Map<MemberId, HardState> lastDurable = new HashMap<>();

    ElectionProperties(ClusterView view) {
        this.view = view;
    }

    void stepped(Step step) {
        if (step.input() instanceof Input.Received(MemberId from, PreVoteRequest question)) {
            check(
                    step.after().term().equals(step.before().term())
                            && step.effects()
                                    .write()
                                    .flatMap(DurableWrite::hardState)
                                    .isEmpty(),
                    PRE_VOTE_CHANGES_NOTHING,
                    "%s went from term %s to %s when %s asked for a pre-vote for term %s",
                    step.member(),
                    step.before().term(),
                    step.after().term(),
                    from,
                    question.term());
        }
        if (Step.isLeader(step.after())) {
            leads(step);
        }
    }

    private void leads(Step step) {
        Term term = step.after().term();
        MemberId known = leaders.putIfAbsent(term, step.member());
        check(
                known == null || known.equals(step.member()),
                ELECTION_SAFETY,
                "%s and %s both lead term %s",
                known,
                step.member(),
                term);
        if (step.becomesLeader()) {
            Configuration configuration = step.before().membership().configuration();
            check(
                    HandCount.unmetClause(configuration, voter -> hasVotedFor(step.member(), voter, term))
                            .isEmpty(),
                    ELECTED_BY_QUORUM,
                    "%s leads term %s, but too few of %s have voted for it durably",
                    step.member(),
                    term,
                    configuration);
        }
    }

    private boolean hasVotedFor(MemberId candidate, MemberId voter, Term term) {
        return candidate.equals(durableVotes.get(new Ballot(voter, term)));
    }

    void madeDurable(MemberId member) {
        HardState now = view.disk(member).durableVote();
        HardState before = lastDurable.getOrDefault(member, HardState.NONE);
        if (now.equals(before)) {
            return;
        }
        lastDurable.put(member, now);
        check(
                !now.term().isBefore(before.term()),
                NEVER_BACKWARDS,
                "durable term of %s went from %s to %s",
                member,
                before.term(),
                now.term());
        check(
                now.term().isAfter(before.term())
                        || before.votedFor().isEmpty()
                        || before.votedFor().equals(now.votedFor()),
                ONE_VOTE_PER_TERM,
                "%s voted in term %s for %s and then changed it to %s",
                member,
                now.term(),
                before.votedFor(),
                now.votedFor());
        now.votedFor().ifPresent(candidate -> recordVote(new Ballot(member, now.term()), candidate));
    }

    private void recordVote(Ballot ballot, MemberId candidate) {
        MemberId earlier = durableVotes.putIfAbsent(ballot, candidate);
        check(
                earlier == null || earlier.equals(candidate),
                ONE_VOTE_PER_TERM,
                "%s voted in term %s for both %s and %s",
                ballot.voter(),
                ballot.term(),
                earlier,
                candidate);
    }

    void speaks(MemberId member, Outgoing outgoing) {
        if (outgoing.message() instanceof VoteResponse response && response.granted()) {
            MemberId votedFor = durableVotes.get(new Ballot(member, response.term()));
            check(
                    outgoing.to().equals(votedFor),
                    votedFor == null ? DURABLE_BEFORE_SPEAKING : ONE_VOTE_PER_TERM,
                    "%s grants its vote in term %s to %s, but its durable vote is for %s",
                    member,
                    response.term(),
                    outgoing.to(),
                    votedFor);
        }
    }
}
