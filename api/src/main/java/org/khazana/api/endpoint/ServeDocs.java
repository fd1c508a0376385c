package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** {@code GET /docs}: a page to browse and try this interface; nothing of it comes from elsewhere. */
public final class ServeDocs implements Handler {
    /** Swagger UI sets styles from its scripts and draws its icons from data. */
    private static final String POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    private final byte[] page;

    private ServeDocs(byte[] page) {
        this.page = page;
    }

    public static ServeDocs fromResources() {
        return new ServeDocs(Resource.read("org/khazana/api/docs/index.html"));
    }

    @Override
    public void handle(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY)
                .contentType("text/html; charset=utf-8")
                .result(page);
    }
}
