package org.khazana.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.log.TermAndVote;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.PreVoteRequest;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.consensus.raft.CoreSettings;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.Outgoing;
import org.khazana.consensus.raft.RecoveredState;
import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.cluster.CoreFactory.Origin;
import org.khazana.simulation.property.Property;

/**
 * A check that cannot fail proves nothing: each bug here is planted around the real core, and the simulator must find
 * it within a few seeds and name the right property.
 */
class PlantedBugTest {
    private static final int SEEDS_MAX = 150;

    @Test
    void aVoteForgottenInARestartIsFound() {
        CoreFactory forgetful = SabotagedCore.startingWith(origin -> recovering(
                origin,
                new RecoveredState(
                        new TermAndVote(origin.recovered().termAndVote().term(), Optional.empty()),
                        origin.recovered().log(),
                        origin.recovered().appliedIndex())));

        finds(forgetful, Property.ONE_VOTE_PER_TERM);
    }

    @Test
    void aTermForgottenInARestartIsFound() {
        CoreFactory forgetful = SabotagedCore.startingWith(origin -> recovering(
                origin,
                new RecoveredState(
                        TermAndVote.NONE,
                        origin.recovered().log(),
                        origin.recovered().appliedIndex())));

        finds(forgetful, Property.NEVER_BACKWARDS, Property.ONE_VOTE_PER_TERM, Property.NO_FAULT);
    }

    @Test
    void aVoteOrAcknowledgementSentBeforeItIsDurableIsFound() {
        CoreFactory hasty = SabotagedCore.doing((status, effects) -> {
            List<Outgoing> atOnce = new ArrayList<>(effects.sendNow());
            atOnce.addAll(effects.sendWhenWritten());
            return SabotagedCore.with(effects, atOnce, List.of());
        });

        finds(hasty, Property.DURABLE_BEFORE_SPEAKING);
    }

    @Test
    void aWriteHeldForDurableTooEarlyIsFound() {
        CoreFactory trusting = SabotagedCore.hearing(
                input -> input instanceof Input.Written(long ticket) ? new Input.Written(ticket + 1) : input);

        finds(trusting, Property.DURABLE_BEFORE_SPEAKING, Property.NO_FAULT);
    }

    @Test
    void aRefusedVoteCountedAsGrantedIsFound() {
        CoreFactory greedy = SabotagedCore.hearingMessage(message ->
                message instanceof VoteResponse(Term term, boolean granted) ? new VoteResponse(term, true) : message);

        finds(greedy, Property.ELECTED_BY_QUORUM);
    }

    @Test
    void aGroupLeftOutOfTheQuorumIsFound() {
        CoreFactory careless = SabotagedCore.startingWith(origin -> new Origin(
                origin.self(),
                new QuorumPolicy(List.of(origin.policy().clauses().getFirst())),
                origin.settings(),
                origin.entries(),
                origin.recovered(),
                origin.seed()));

        finds(careless, Property.ELECTED_BY_QUORUM, Property.NO_COMMITTED_LOSS);
    }

    @Test
    void aVoteForALogThatLagsBehindIsFound() {
        EntryId farAhead = new EntryId(new Term(1_000_000), 1_000_000);
        CoreFactory generous = SabotagedCore.hearingMessage(message -> switch (message) {
            case VoteRequest request -> new VoteRequest(request.term(), farAhead);
            case PreVoteRequest request -> new PreVoteRequest(request.term(), farAhead);
            default -> message;
        });

        finds(generous, Property.LEADER_COMPLETENESS);
    }

    @Test
    void aRejectionTakenForAMatchIsFound() {
        CoreFactory hopeful = SabotagedCore.hearingMessage(
                message -> message instanceof AppendResponse.Rejected(Term term, long index, EntryId hint, long round)
                        ? new AppendResponse.Accepted(term, hint.index(), round)
                        : message);

        finds(hopeful, Property.MATCH_IS_DURABLE);
    }

    @Test
    void anAcknowledgementOfTheOwnLastIndexIsFound() {
        CoreFactory boastful = SabotagedCore.doing((status, effects) -> SabotagedCore.with(
                effects,
                effects.sendNow(),
                effects.sendWhenWritten().stream()
                        .map(outgoing ->
                                outgoing.message() instanceof AppendResponse.Accepted(Term term, long match, long round)
                                        ? new Outgoing(
                                                outgoing.to(),
                                                new AppendResponse.Accepted(
                                                        term, status.last().index(), round))
                                        : outgoing)
                        .toList()));

        finds(boastful, Property.MATCH_IS_DURABLE, Property.DURABLE_BEFORE_SPEAKING);
    }

    @Test
    void aProposalTakenTwiceIsFound() {
        CoreFactory doubling = SabotagedCore.hearing(input -> {
            if (input instanceof Input.Propose(long time, List<Payload> proposals)) {
                List<Payload> twice = new ArrayList<>(proposals);
                twice.addAll(proposals);
                return new Input.Propose(time, twice);
            }
            return input;
        });

        finds(doubling, Property.EXACTLY_ONCE, Property.NO_FAULT);
    }

    @Test
    void anEntryNotAppliedIsFound() {
        CoreFactory skipping = SabotagedCore.doing((status, effects) -> SabotagedCore.withCommitted(
                effects,
                effects.committed().stream()
                        .filter(entry -> entry.index() % 20 != 0)
                        .toList()));

        finds(skipping, Property.STATE_MACHINE_SAFETY);
    }

    @Test
    void timeThatGoesBackIsFound() {
        CoreFactory backwards = SabotagedCore.startingWith(origin -> new Origin(
                origin.self(),
                origin.policy(),
                origin.settings(),
                (id, parent, time, proposer, proposals) -> {
                    LogEntry entry = origin.entries().create(id, parent, time, proposer, proposals);
                    long earlier = parent.timeMillis() - (id.index() % 5 == 0 ? 1 : 0);
                    return new LogEntry(entry.id(), earlier, entry.parentHash(), entry.hash(), entry.payload());
                },
                origin.recovered(),
                origin.seed()));

        finds(backwards, Property.TIME_FORWARD, Property.NO_FAULT);
    }

    @Test
    void aWindowWithoutALimitIsFound() {
        CoreFactory unlimited = SabotagedCore.startingWith(origin -> {
            CoreSettings settings = origin.settings();
            return new Origin(
                    origin.self(),
                    origin.policy(),
                    new CoreSettings(
                            settings.tickMillis(),
                            settings.heartbeatMillis(),
                            settings.electionTimeoutMillis(),
                            settings.entryBytesMax(),
                            settings.messageBytesMax(),
                            settings.inFlightMessagesMax(),
                            settings.inFlightBytesMax(),
                            Long.MAX_VALUE,
                            Long.MAX_VALUE),
                    origin.entries(),
                    origin.recovered(),
                    origin.seed());
        });

        finds(unlimited, Property.BOUNDED);
    }

    @Test
    void aMemberThatNeverStandsForElectionIsFound() {
        CoreFactory asleep = origin -> new SabotagedCore(
                CoreFactory.real().start(origin),
                (core, input) -> input,
                (status, effects) -> SabotagedCore.with(effects, List.of(), effects.sendWhenWritten()));

        finds(asleep, Property.LIVENESS);
    }

    @Test
    void aFaultInsideTheCoreIsFound() {
        CoreFactory failing = SabotagedCore.doing((status, effects) -> {
            if (status.commitIndex() == 10) {
                throw new IllegalStateException("planted");
            }
            return effects;
        });

        finds(failing, Property.NO_FAULT);
    }

    private static Origin recovering(Origin origin, RecoveredState recovered) {
        return new Origin(
                origin.self(), origin.policy(), origin.settings(), origin.entries(), recovered, origin.seed());
    }

    private static void finds(CoreFactory bug, Property... expected) {
        for (long seed = 1; seed <= SEEDS_MAX; seed++) {
            try {
                SeededRun.play(seed, bug);
            } catch (RunFailure failure) {
                if (failure.property() == Property.LIVENESS && !Set.of(expected).contains(Property.LIVENESS)) {
                    continue; // many bugs also stop progress in some runs; what counts is the run that goes wrong
                }
                assertThat(failure.property()).as(failure.getMessage()).isIn(Set.of(expected));
                assertThat(failure).hasMessageContaining("-Dseed=" + seed).hasMessageContaining("sequenceDiagram");
                System.out.printf("%s: %s in seed %d%n", expected[0], failure.property(), seed);
                return;
            }
        }
        fail("no run of %d seeds found the planted bug", SEEDS_MAX);
    }
}
