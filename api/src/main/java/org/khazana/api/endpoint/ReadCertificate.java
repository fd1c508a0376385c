package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.khazana.api.json.CertificateJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;

/** {@code GET /v1/certificates/{height}}: the first one of that height or a greater one, or the {@code latest}. */
public record ReadCertificate(LedgerGateway gateway) implements Handler {
    private static final String LATEST = "latest";

    @Override
    public void handle(Context ctx) {
        String text = ctx.pathParam("height");
        long height = text.equals(LATEST) ? gateway.certifiedHeight() : PathParameter.height(text);
        Reply.json(
                ctx,
                CertificateJson.of(gateway.certificateFrom(height)
                        .orElseThrow(() -> RequestRefused.of(
                                ProblemType.CERTIFICATE_NOT_KNOWN,
                                "this node knows of no certificate of block " + height + " or a later one"))));
    }
}
