package org.khazana.api.server;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.khazana.api.endpoint.AtHeight;
import org.khazana.api.endpoint.Paged;
import org.khazana.api.json.InvalidRequest;
import org.khazana.api.port.Freshness;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.Problem;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;

/**
 * A read with {@code ?consistency=}. {@code linearizable}, the usual: the answer knows everything that was acknowledged to
 * anybody before the request. {@code local}: what this node has executed, at the height that the answer names, also while
 * no quorum can be reached. No thread waits.
 */
final class ConsistentRead implements Handler {
    private static final String CONSISTENCY = "consistency";
    private static final int RETRY_AFTER_SECONDS = 1;

    private final LedgerGateway gateway;
    private final Handler read;
    private final Executor replies;
    private final long waitMillisMax;

    /**
     * Makes the endpoint.
     *
     * @param read answers from what this node has executed
     * @param replies runs {@code read}, off the node's own threads
     * @param waitMillisMax after which the caller is told that nobody can say
     */
    ConsistentRead(LedgerGateway gateway, Handler read, Executor replies, long waitMillisMax) {
        this.gateway = gateway;
        this.read = read;
        this.replies = replies;
        this.waitMillisMax = waitMillisMax;
    }

    @Override
    public void handle(Context ctx) throws Exception {
        if (isLocal(ctx)) {
            read.handle(ctx);
        } else {
            ctx.future(() -> freshness().thenAcceptAsync(freshness -> answer(ctx, freshness), replies));
        }
    }

    private boolean isLocal(Context ctx) {
        // A mistyped name must not silently mean "the usual".
        Set<String> known = switch (read) {
            case Paged paged -> Set.of(CONSISTENCY, Paged.AFTER);
            case AtHeight atHeight -> Set.of(CONSISTENCY, AtHeight.HEIGHT);
            default -> Set.of(CONSISTENCY);
        };
        if (!known.containsAll(ctx.queryParamMap().keySet())) {
            throw InvalidRequest.of(
                    "", "has a query parameter that is not known; there is only consistency=linearizable|local");
        }
        List<String> values = ctx.queryParams(CONSISTENCY);
        if (values.isEmpty() || values.equals(List.of("linearizable"))) {
            return false;
        }
        if (values.equals(List.of("local"))) {
            return true;
        }
        throw InvalidRequest.of("", "has a consistency that is not linearizable or local");
    }

    private CompletableFuture<Freshness> freshness() {
        return gateway.freshness()
                .toCompletableFuture()
                .copy()
                .completeOnTimeout(new Freshness.NoLeader(), waitMillisMax, TimeUnit.MILLISECONDS);
    }

    private void answer(Context ctx, Freshness freshness) {
        switch (freshness) {
            case Freshness.Fresh fresh -> readNow(ctx);
            case Freshness.NoLeader noLeader ->
                throw later(
                        ProblemType.NO_LEADER,
                        "no quorum confirms that this node is up to date; consistency=local reads what it has executed");
            case Freshness.Overloaded overloaded ->
                throw later(ProblemType.OVERLOADED, "too many reads wait for a quorum");
        }
    }

    private static RequestRefused later(ProblemType type, String detail) {
        return new RequestRefused(Problem.of(type, detail).withRetryAfterSeconds(RETRY_AFTER_SECONDS));
    }

    private void readNow(Context ctx) {
        try {
            read.handle(ctx);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
