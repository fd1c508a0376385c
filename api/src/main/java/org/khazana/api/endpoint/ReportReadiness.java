package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.khazana.api.json.HealthJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.port.NodeHealth;
import org.khazana.api.problem.Problem;
import org.khazana.api.problem.ProblemType;

/** {@code GET /health/ready}: whether it is worth sending requests here. */
public record ReportReadiness(LedgerGateway gateway) implements Handler {
    private static final int RETRY_AFTER_SECONDS = 1;

    @Override
    public void handle(Context ctx) {
        NodeHealth health = gateway.health();
        if (health.ready()) {
            Reply.json(ctx, new HealthJson("ready", health.reason()));
        } else {
            Reply.problem(
                    ctx, Problem.of(ProblemType.NOT_READY, health.reason()).withRetryAfterSeconds(RETRY_AFTER_SECONDS));
        }
    }
}
