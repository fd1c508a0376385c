package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.khazana.api.json.AccountJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.state.Account;

/** {@code GET /v1/accounts/{id}}. */
public record ReadAccount(LedgerGateway gateway) implements Handler {

    @Override
    public void handle(Context ctx) {
        AccountId id = PathParameter.account(ctx);
        LedgerGateway.Reading<Optional<Account>> reading = gateway.read(state -> state.account(id));
        Account account = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.ACCOUNT_NOT_KNOWN,
                        "there is no account %s at height %d".formatted(id, reading.height())));
        Reply.json(ctx, AccountJson.of(reading.height(), account));
    }
}
