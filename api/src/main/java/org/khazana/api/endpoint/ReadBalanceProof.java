package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.khazana.api.json.BalanceProofJson;
import org.khazana.api.port.BalanceAnswer;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;

/** {@code GET /v1/accounts/{id}/positions/{code}/proof}: a file that convinces whoever has the genesis, offline. */
public record ReadBalanceProof(LedgerGateway gateway) implements Handler, AtHeight {

    @Override
    public void handle(Context ctx) {
        switch (gateway.balanceProof(PathParameter.account(ctx), PathParameter.asset(ctx), AtHeight.of(ctx))) {
            case BalanceAnswer.Proof(var proof) -> Reply.json(ctx, BalanceProofJson.of(proof));
            case BalanceAnswer.NotExecuted(long newest) ->
                throw RequestRefused.of(
                        ProblemType.BLOCK_NOT_KNOWN, "the newest block that this node has executed is " + newest);
            case BalanceAnswer.NotCertified(String why) ->
                throw RequestRefused.of(ProblemType.STATE_NOT_CERTIFIED, why);
            case BalanceAnswer.NotKept(String why) -> throw RequestRefused.of(ProblemType.STATE_NOT_KEPT, why);
            case BalanceAnswer.NotProvable(String why) -> throw RequestRefused.of(ProblemType.STATE_NOT_PROVABLE, why);
        }
    }
}
