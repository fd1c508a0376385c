package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.khazana.api.json.Denominations;
import org.khazana.api.json.OrderJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.state.Order;

/** {@code GET /v1/orders/{id}}. */
public record ReadOrder(LedgerGateway gateway, Denominations denominations) implements Handler {
    @Override
    public void handle(Context ctx) {
        long number = PathParameter.number(ctx, "the number of an order");
        LedgerGateway.Reading<Optional<Order>> reading = gateway.read(state -> state.order(number));
        Order order = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.ORDER_NOT_KNOWN,
                        "there is no order %d at height %d".formatted(number, reading.height())));
        Reply.json(ctx, OrderJson.of(reading.height(), order, denominations));
    }
}
