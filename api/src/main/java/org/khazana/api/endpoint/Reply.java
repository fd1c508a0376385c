package org.khazana.api.endpoint;

import io.javalin.http.Context;
import org.khazana.api.json.JsonText;
import org.khazana.api.problem.Problem;

/** Writes answers. */
public final class Reply {
    private static final String JSON = "application/json";

    private Reply() {}

    static void json(Context ctx, Object value) {
        json(ctx, 200, value);
    }

    static void json(Context ctx, int status, Object value) {
        ctx.status(status).contentType(JSON).result(JsonText.write(value));
    }

    public static void problem(Context ctx, Problem problem) {
        problem.headers().forEach(ctx::header);
        ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(problem.toBytes());
    }
}
