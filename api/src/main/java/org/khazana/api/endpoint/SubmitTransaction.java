package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.khazana.api.json.InvalidRequest;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.port.LedgerGateway.Wait;
import org.khazana.api.port.SubmissionOutcome;

/** {@code POST /v1/transactions}: hands a signed transaction to the ledger. No thread waits for the outcome. */
public final class SubmitTransaction implements Handler {
    private static final String WAIT = "wait";

    private final LedgerGateway gateway;
    private final SubmissionReply reply;
    private final Executor replies;
    private final long waitMillisMax;

    /**
     * Makes the endpoint.
     *
     * @param replies runs the writing of answers, off the node's own threads
     * @param waitMillisMax after which the caller is told that the outcome is not known
     */
    public SubmitTransaction(LedgerGateway gateway, SubmissionReply reply, Executor replies, long waitMillisMax) {
        this.gateway = gateway;
        this.reply = reply;
        this.replies = replies;
        this.waitMillisMax = waitMillisMax;
    }

    @Override
    public void handle(Context ctx) {
        Wait wait = wait(ctx);
        byte[] envelope = EnvelopeBody.read(ctx);
        ctx.future(() -> outcome(envelope, wait).thenAcceptAsync(outcome -> reply.write(ctx, outcome), replies));
    }

    private static Wait wait(Context ctx) {
        // A mistyped name must not silently mean "the usual".
        if (!Set.of(WAIT).containsAll(ctx.queryParamMap().keySet())) {
            throw InvalidRequest.of(
                    "", "has a query parameter that is not known; there is only wait=none|committed|certified");
        }
        List<String> values = ctx.queryParams(WAIT);
        if (values.isEmpty() || values.equals(List.of("committed"))) {
            return Wait.COMMITTED;
        }
        if (values.equals(List.of("none"))) {
            return Wait.NONE;
        }
        if (values.equals(List.of("certified"))) {
            return Wait.CERTIFIED;
        }
        throw InvalidRequest.of("", "has a wait that is not none, committed or certified");
    }

    private CompletableFuture<SubmissionOutcome> outcome(byte[] envelope, Wait wait) {
        SubmissionOutcome tooLate = new SubmissionOutcome.OutcomeUnknown(
                Optional.empty(), "there was no outcome within " + waitMillisMax + " ms");
        return gateway.submit(envelope, wait)
                .toCompletableFuture()
                .copy()
                .completeOnTimeout(tooLate, waitMillisMax, TimeUnit.MILLISECONDS);
    }
}
