package org.khazana.node.bench.drive;

import java.util.Iterator;
import java.util.Optional;

/**
 * Says when which request is to be sent, and judges what is answered. Requests begin at a {@link Pace}; what a validator
 * could not take, or did not tell the outcome of, is sent again, byte for byte, and its latency counts from when it was
 * first meant to begin. Used by one thread, whose clock never goes back.
 */
public final class Drive {
    private static final long MILLI = 1_000_000;
    private static final long RETRY_PAUSE_NANOS = 5 * MILLI;
    /** A validator tells the outcome, or that it does not know it, well before this. */
    private static final long ANSWERS_PATIENCE_NANOS = 15_000 * MILLI;

    private final Pace pace;
    private final Iterator<Request> requests;
    private final long startNanos;
    private final Tally tally = new Tally();
    private final Minutes minutes;
    private final Later<Attempt> retries = new Later<>(RETRY_PAUSE_NANOS);
    /** Requests that have begun and are not over. */
    private int underWay;

    private boolean isWindowOver;
    private long windowEndNanos;

    /** Nothing is sent before {@code startNanos}. */
    public Drive(Pace pace, Iterator<Request> requests, long startNanos) {
        this.pace = pace;
        this.requests = requests;
        this.startNanos = startNanos;
        this.minutes = new Minutes(startNanos, pace.endNanos());
    }

    /** What is to be sent now; whoever asks must send it, and tell what becomes of it. */
    public Optional<Attempt> next(long nowNanos) {
        Optional<Attempt> again = retries.poll(nowNanos);
        if (again.isPresent() || nanosUntilBegin(nowNanos) > 0) {
            return again;
        }
        underWay++;
        tally.asked();
        return Optional.of(new Attempt(requests.next(), pace.begin(nowNanos)));
    }

    /** How long until there is something to send, unless an answer comes before: 0 if there is something now. */
    public long nanosUntilDue(long nowNanos) {
        return Math.min(nanosUntilBegin(nowNanos), retries.nanosUntilDue(nowNanos));
    }

    private long nanosUntilBegin(long nowNanos) {
        return underWay < pace.underWayMax() && requests.hasNext() ? pace.nanosUntilDue(nowNanos) : Pace.NEVER;
    }

    /** What was sent has its answer. */
    public void answered(Attempt attempt, Answer answer, long nowNanos) {
        Request.Kind kind = attempt.request().kind();
        if (!answer.isSuccess(kind)) {
            tally.error(answer.problem());
        } else if (answer.isCertificateLate(kind)) {
            tally.error("NOT_CERTIFIED_IN_TIME");
        }
        if (answer.isSuccess(kind)) {
            underWay--;
            minutes.succeeded(attempt, nowNanos);
            tally.succeeded(attempt, nowNanos, !isWindowOver && nowNanos - pace.endNanos() < 0);
        } else if (answer.isWorthRetrying()) {
            retries.add(attempt, nowNanos);
        } else {
            underWay--;
            tally.refused();
        }
    }

    /** What was sent gets no answer, as its connection is lost. */
    public void lost(Attempt attempt, long nowNanos) {
        tally.error("CONNECTION_LOST");
        retries.add(attempt, nowNanos);
    }

    /** Something will happen midway: from now on each transaction is kept with its times. */
    public void keepTimeline() {
        tally.keepTimeline();
    }

    /** It happens now: from now on the longest time without an acknowledgement is looked for. */
    public void watchGap(long nowNanos) {
        tally.watchGap(nowNanos);
    }

    /** The first minute that is over and was not told yet; the last one is over with the pace. */
    public Optional<Minute> nextMinute(long nowNanos) {
        return minutes.next(nowNanos);
    }

    /** Whether the pace is over or requests have run out, and all answers have come, or 15 seconds have passed since. */
    public boolean isOver(long nowNanos) {
        if (nowNanos - pace.endNanos() >= 0) {
            endWindow(pace.endNanos());
        } else if (!requests.hasNext()) {
            endWindow(nowNanos);
        }
        boolean isAllAnswered = underWay == 0 && nanosUntilBegin(nowNanos) == Pace.NEVER;
        return isWindowOver && (isAllAnswered || nowNanos - windowEndNanos > ANSWERS_PATIENCE_NANOS);
    }

    private void endWindow(long nowNanos) {
        if (!isWindowOver) {
            isWindowOver = true;
            windowEndNanos = nowNanos;
        }
    }

    /** What it came to, when it is over or no more is waited for. */
    public Outcome outcome(long nowNanos) {
        endWindow(nowNanos);
        return tally.outcome(startNanos, windowEndNanos, nowNanos, pace.overdue(nowNanos));
    }
}
