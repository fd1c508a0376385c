package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.khazana.api.json.BlockJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;

/** {@code GET /v1/blocks/{height}}: a height, or {@code latest}. */
public record ReadBlock(LedgerGateway gateway) implements Handler {
    private static final String LATEST = "latest";

    @Override
    public void handle(Context ctx) {
        String text = ctx.pathParam("height");
        if (text.equals(LATEST)) {
            Reply.json(ctx, BlockJson.of(gateway.latestBlock().orElseThrow(this::noLatest)));
        } else {
            long height = PathParameter.height(text);
            Reply.json(ctx, BlockJson.of(gateway.block(height).orElseThrow(() -> missing(height))));
        }
    }

    private RequestRefused missing(long height) {
        long forgotten = gateway.forgottenThrough();
        return height <= forgotten
                ? notKept(forgotten)
                : RequestRefused.of(ProblemType.BLOCK_NOT_KNOWN, "this node has executed no block " + height);
    }

    /** A validator that has just taken over the state of the newest block holds the state alone. */
    private RequestRefused noLatest() {
        long forgotten = gateway.forgottenThrough();
        return forgotten > 0
                ? notKept(forgotten)
                : RequestRefused.of(ProblemType.BLOCK_NOT_KNOWN, "this node has executed no block yet");
    }

    private static RequestRefused notKept(long forgotten) {
        return RequestRefused.of(
                ProblemType.BLOCK_NOT_KEPT,
                "this validator keeps no block up to " + forgotten + "; a validator that is an archive has them all");
    }
}
