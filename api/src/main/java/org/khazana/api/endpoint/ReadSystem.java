package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.khazana.api.json.SystemJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.state.Halt;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Protocol;

/** {@code GET /v1/system}. */
public record ReadSystem(LedgerGateway gateway) implements Handler {

    private record Known(Protocol protocol, Optional<Halt> halt, Map<String, Long> parameters) {}

    @Override
    public void handle(Context ctx) {
        LedgerGateway.Reading<Known> reading = gateway.read(ReadSystem::known);
        Known known = reading.value();
        Reply.json(ctx, SystemJson.of(reading.height(), known.protocol(), known.halt(), known.parameters()));
    }

    private static Known known(LedgerView state) {
        Map<String, Long> parameters = new LinkedHashMap<>();
        for (Parameter parameter : Parameter.values()) {
            parameters.put(parameter.name(), state.figure(parameter));
        }
        return new Known(state.protocol(), state.halt(), parameters);
    }
}
