package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.khazana.api.json.CashJson;
import org.khazana.api.json.Denominations;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.state.CashWithdrawal;

/** {@code GET /v1/cash-withdrawals/{id}}. */
public record ReadCashWithdrawal(LedgerGateway gateway, Denominations denominations) implements Handler {
    @Override
    public void handle(Context ctx) {
        long number = PathParameter.number(ctx, "the number of a withdrawal");
        LedgerGateway.Reading<Optional<CashWithdrawal>> reading = gateway.read(state -> state.cashWithdrawal(number));
        CashWithdrawal withdrawal = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.WITHDRAWAL_NOT_KNOWN,
                        "there is no withdrawal %d at height %d".formatted(number, reading.height())));
        Reply.json(ctx, CashJson.of(reading.height(), withdrawal, denominations));
    }
}
