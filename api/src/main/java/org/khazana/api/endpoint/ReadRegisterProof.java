package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.khazana.api.json.RegisterStatementJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.port.RegisterAnswer;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;

/** {@code GET /v1/assets/{code}/register/proof}: everybody who holds an asset, in a file that convinces whoever has the genesis. */
public record ReadRegisterProof(LedgerGateway gateway) implements Handler, AtDate {

    @Override
    public void handle(Context ctx) {
        switch (gateway.registerStatement(PathParameter.asset(ctx), AtDate.of(ctx))) {
            case RegisterAnswer.Proof(var statement) -> Reply.json(ctx, RegisterStatementJson.of(statement));
            case RegisterAnswer.AssetNotKnown() ->
                throw RequestRefused.of(ProblemType.ASSET_NOT_KNOWN, "there was no such asset then");
            case RegisterAnswer.NotExecuted(long newest) ->
                throw RequestRefused.of(
                        ProblemType.BLOCK_NOT_KNOWN, "the newest block that this node has executed is " + newest);
            case RegisterAnswer.NotYet(String why) -> throw RequestRefused.of(ProblemType.STATE_NOT_CERTIFIED, why);
            case RegisterAnswer.NotKept(String why) -> throw RequestRefused.of(ProblemType.STATE_NOT_KEPT, why);
            case RegisterAnswer.NotProvable(String why) -> throw RequestRefused.of(ProblemType.STATE_NOT_PROVABLE, why);
        }
    }
}
