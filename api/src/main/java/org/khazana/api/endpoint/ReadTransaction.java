package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.khazana.api.json.Denominations;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.json.TransactionJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.port.TransactionStatus;
import org.khazana.api.problem.Problem;
import org.khazana.api.problem.ProblemType;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.transaction.TransactionId;

/** {@code GET /v1/transactions/{id}}. A refused transaction is a found one: its receipt says why. */
public record ReadTransaction(LedgerGateway gateway, Denominations denominations) implements Handler {

    @Override
    public void handle(Context ctx) {
        TransactionId id = PathParameter.transaction(ctx);
        switch (gateway.transaction(id)) {
            case TransactionStatus.Executed executed -> Reply.json(ctx, json(executed.receipt()));
            case TransactionStatus.Pending pending -> Reply.json(ctx, TransactionJson.pending(id.toString()));
            case TransactionStatus.NotKnown notKnown ->
                Reply.problem(
                        ctx,
                        Problem.ofTransaction(
                                ProblemType.TRANSACTION_NOT_KNOWN,
                                "this node has not executed it and is not waiting for it; another may have",
                                id.toString()));
        }
    }

    private TransactionJson json(Receipt receipt) {
        ReceiptJson json = ReceiptJson.of(receipt, denominations);
        return receipt.height() <= gateway.certifiedHeight()
                ? TransactionJson.certified(json)
                : TransactionJson.executed(json);
    }
}
