package org.khazana.node.gateway;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.khazana.api.port.SubmissionOutcome;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.node.transport.ForwardAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after submissions until they are executed here or their time is over. Handing the same transaction over again is
 * always safe, since the ledger executes it once; so whenever a leader may have forgotten one, it goes to the next.
 */
public final class SubmissionDesk {
    /** How long a submission is looked after; then its outcome is unknown. */
    static final Duration PATIENCE = Duration.ofSeconds(9);
    /** How long without any leader before the callers are told; an election takes about one second. */
    static final Duration LEADER_PATIENCE = Duration.ofMillis(2_500);

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionDesk.class);
    private static final long ROUND_MILLIS = 50;
    private static final int RETRY_AFTER_SECONDS = 1;

    private final WaitingSubmissions waiting;
    private final LeaderRoute route;
    private final ScheduledExecutorService desk;
    private final LongSupplier nowNanos;
    private final AtomicLong leaderSeenNanos;

    /**
     * Begins to look after submissions.
     *
     * @param desk one thread
     * @param nowNanos a clock that never goes back, with any zero, like {@link System#nanoTime}
     */
    public SubmissionDesk(
            WaitingSubmissions waiting, LeaderRoute route, ScheduledExecutorService desk, LongSupplier nowNanos) {
        this.waiting = waiting;
        this.route = route;
        this.desk = desk;
        this.nowNanos = nowNanos;
        this.leaderSeenNanos = new AtomicLong(nowNanos.getAsLong());
        var ignored = desk.scheduleWithFixedDelay(
                () -> makeRound(nowNanos.getAsLong()), ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Takes on a transaction, or joins those who wait for it already; empty when too much waits. */
    Optional<Submission> take(TransactionId id, byte[] envelope) {
        Submission fresh = new Submission(id, envelope, nowNanos.getAsLong() + PATIENCE.toNanos());
        Optional<Submission> kept = waiting.addOrFind(fresh);
        if (kept.isPresent() && kept.get() == fresh) {
            begin(fresh);
        }
        return kept;
    }

    boolean isWaitingFor(TransactionId id) {
        return waiting.contains(id);
    }

    private void begin(Submission submission) {
        // It may have been executed between the caller's look into the store and its place among the waiting.
        if (!waiting.endIfExecuted(submission)) {
            handOver(submission);
        }
    }

    private void handOver(Submission submission) {
        submission.enter(new Submission.Stage.Asked());
        route.handOver(submission.envelope(), answer -> onDesk(() -> answered(submission, answer)));
    }

    private void answered(Submission submission, ForwardAnswer answer) {
        switch (answer) {
            case ForwardAnswer.Accepted taken -> {
                submission.markMaybeTaken();
                submission.enter(new Submission.Stage.Taken(taken.entry()));
                waiting.tellAccepted(submission);
            }
            case ForwardAnswer.Refused refused ->
                waiting.end(submission, new SubmissionOutcome.Refused(codeOf(refused.code()), refused.detail()));
            case ForwardAnswer.Overloaded full
            when !submission.isMaybeTaken() ->
                waiting.end(submission, new SubmissionOutcome.Overloaded(RETRY_AFTER_SECONDS));
            case ForwardAnswer.Lost lost -> {
                submission.markMaybeTaken();
                submission.enter(new Submission.Stage.Seeking());
            }
            case ForwardAnswer.Overloaded full -> submission.enter(new Submission.Stage.Seeking());
            case ForwardAnswer.NotLeader elsewhere -> submission.enter(new Submission.Stage.Seeking());
            case ForwardAnswer.NotConnected away -> submission.enter(new Submission.Stage.Seeking());
        }
    }

    private void makeRound(long roundNanos) {
        try {
            ReplicaStatus status = route.status();
            if (status.leader().isPresent()) {
                leaderSeenNanos.set(roundNanos);
            }
            boolean leaderMissing = roundNanos - leaderSeenNanos.get() > LEADER_PATIENCE.toNanos();
            for (Submission submission : waiting.all()) {
                lookAfter(submission, status, roundNanos, leaderMissing);
            }
        } catch (RuntimeException e) {
            LOG.error("a round over the waiting submissions failed; the next one follows", e);
        }
    }

    private void lookAfter(Submission submission, ReplicaStatus status, long roundNanos, boolean leaderMissing) {
        if (leaderMissing || submission.isOverdue(roundNanos)) {
            waiting.end(submission, withoutResult(submission, leaderMissing));
            return;
        }
        switch (submission.stage()) {
            case Submission.Stage.Seeking seeking -> handOver(submission);
            case Submission.Stage.Asked asked -> {}
            case Submission.Stage.Taken taken -> {
                if (isForgotten(taken, status)) {
                    handOver(submission);
                }
            }
        }
    }

    /** Another entry was executed in its place, or another leader rules, who may never have had it. */
    private boolean isForgotten(Submission.Stage.Taken taken, ReplicaStatus status) {
        return waiting.executedHeight() >= taken.entry().index()
                || (status.leader().isPresent()
                        && status.term().isAfter(taken.entry().term()));
    }

    private static SubmissionOutcome withoutResult(Submission submission, boolean leaderMissing) {
        if (submission.isMaybeTaken()) {
            String why = leaderMissing ? "the leader was lost" : "no result within " + PATIENCE.toSeconds() + " s";
            return new SubmissionOutcome.OutcomeUnknown(Optional.of(submission.id()), why);
        }
        return new SubmissionOutcome.NoLeader(RETRY_AFTER_SECONDS);
    }

    private static RefusalCode codeOf(int number) {
        return RefusalCode.of(number).orElse(RefusalCode.MALFORMED);
    }

    private void onDesk(Runnable step) {
        try {
            desk.execute(step);
        } catch (RejectedExecutionException e) {
            LOG.debug("the node is stopping; an answer of the leader is not looked at");
        }
    }
}
