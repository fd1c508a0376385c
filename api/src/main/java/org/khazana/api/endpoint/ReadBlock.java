package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.khazana.api.json.BlockJson;
import org.khazana.api.port.BlockSummary;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;

/** {@code GET /v1/blocks/{height}}: a height, or {@code latest}. */
public record ReadBlock(LedgerGateway gateway) implements Handler {
    private static final String LATEST = "latest";

    @Override
    public void handle(Context ctx) {
        String height = ctx.pathParam("height");
        Optional<BlockSummary> block =
                height.equals(LATEST) ? gateway.latestBlock() : gateway.block(PathParameter.height(height));
        Reply.json(
                ctx,
                block.map(BlockJson::of)
                        .orElseThrow(() -> RequestRefused.of(
                                ProblemType.BLOCK_NOT_KNOWN, "this node has executed no block " + height)));
    }
}
