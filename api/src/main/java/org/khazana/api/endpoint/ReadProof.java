package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.khazana.api.json.CertifiedSettlementProofJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.port.ProofAnswer;
import org.khazana.api.problem.Problem;
import org.khazana.api.problem.ProblemType;
import org.khazana.ledger.transaction.TransactionId;

/** {@code GET /v1/transactions/{id}/proof}: a file that convinces whoever has the genesis, offline. */
public record ReadProof(LedgerGateway gateway) implements Handler {

    @Override
    public void handle(Context ctx) {
        TransactionId id = PathParameter.transaction(ctx);
        switch (gateway.proof(id)) {
            case ProofAnswer.Proof(var proof) -> Reply.json(ctx, CertifiedSettlementProofJson.of(proof));
            case ProofAnswer.NotKnown notKnown ->
                problem(
                        ctx,
                        ProblemType.TRANSACTION_NOT_KNOWN,
                        "this node has not executed it and is not waiting for it; another may have",
                        id);
            case ProofAnswer.NotCertified(String why) -> problem(ctx, ProblemType.TRANSACTION_NOT_CERTIFIED, why, id);
            case ProofAnswer.NotKept(long height) ->
                problem(
                        ctx,
                        ProblemType.BLOCK_NOT_KEPT,
                        "it stands in block " + height
                                + ", which this validator does not keep; a validator that is an archive has them all",
                        id);
            case ProofAnswer.NotProvable(String why) -> problem(ctx, ProblemType.TRANSACTION_NOT_PROVABLE, why, id);
        }
    }

    private static void problem(Context ctx, ProblemType type, String detail, TransactionId id) {
        Reply.problem(ctx, Problem.ofTransaction(type, detail, id.toString()));
    }
}
