package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.khazana.api.json.HealthJson;

/** {@code GET /health/live}: the process runs and answers. */
public record ReportLiveness() implements Handler {

    @Override
    public void handle(Context ctx) {
        Reply.json(ctx, new HealthJson("live", "this node answers"));
    }
}
