package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.concurrent.Executor;
import org.khazana.api.json.CheckJson;
import org.khazana.api.json.Denominations;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.port.SubmissionOutcome;

/** {@code POST /v1/transactions/check}: tells what a signed transaction would come to, and changes nothing. */
public final class CheckTransaction implements Handler {
    private static final int RETRY_AFTER_SECONDS = 1;

    private final LedgerGateway gateway;
    private final Denominations denominations;
    private final SubmissionReply reply;
    private final Executor replies;

    /** @param replies runs the writing of answers, off the node's own threads */
    public CheckTransaction(
            LedgerGateway gateway, Denominations denominations, SubmissionReply reply, Executor replies) {
        this.gateway = gateway;
        this.denominations = denominations;
        this.reply = reply;
        this.replies = replies;
    }

    @Override
    public void handle(Context ctx) {
        byte[] envelope = EnvelopeBody.read(ctx);
        ctx.future(() -> gateway.check(envelope)
                .toCompletableFuture()
                .thenAcceptAsync(
                        checked -> checked.ifPresentOrElse(
                                reading -> Reply.json(ctx, CheckJson.of(reading, denominations)),
                                () -> reply.write(ctx, new SubmissionOutcome.Overloaded(RETRY_AFTER_SECONDS))),
                        replies));
    }
}
