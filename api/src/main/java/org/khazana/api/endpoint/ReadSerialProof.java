package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.khazana.api.json.SerialHistoryProofJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.port.SerialHistoryAnswer;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.id.AssetCode;

/** {@code GET /v1/assets/{code}/serials/{serial}/proof}: the past of one token, in a file that convinces whoever has the genesis. */
public record ReadSerialProof(LedgerGateway gateway) implements Handler {

    @Override
    public void handle(Context ctx) {
        AssetCode asset = PathParameter.asset(ctx);
        long serial = PathParameter.serial(ctx);
        switch (gateway.serialHistory(asset, serial)) {
            case SerialHistoryAnswer.Proof(var proof) -> Reply.json(ctx, SerialHistoryProofJson.of(proof));
            case SerialHistoryAnswer.NotKnown() ->
                throw RequestRefused.of(
                        ProblemType.SERIAL_NOT_KNOWN, "there is no token %s/%d".formatted(asset, serial));
            case SerialHistoryAnswer.NotCertified(String why) ->
                throw RequestRefused.of(ProblemType.STATE_NOT_CERTIFIED, why);
            case SerialHistoryAnswer.BlockNotKept(long height) ->
                throw RequestRefused.of(
                        ProblemType.BLOCK_NOT_KEPT,
                        "the token moved in block " + height
                                + ", which this validator does not keep; a validator that is an archive has them all");
            case SerialHistoryAnswer.StateNotKept(String why) ->
                throw RequestRefused.of(ProblemType.STATE_NOT_KEPT, why);
            case SerialHistoryAnswer.NotProvable(String why) ->
                throw RequestRefused.of(ProblemType.HISTORY_NOT_PROVABLE, why);
        }
    }
}
