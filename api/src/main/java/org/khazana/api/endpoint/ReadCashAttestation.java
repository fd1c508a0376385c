package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.khazana.api.json.CashJson;
import org.khazana.api.json.Denominations;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.CashAttestation;

/** {@code GET /v1/assets/{code}/cash-attestation}. */
public record ReadCashAttestation(LedgerGateway gateway, Denominations denominations) implements Handler {
    @Override
    public void handle(Context ctx) {
        AssetCode code = PathParameter.asset(ctx);
        LedgerGateway.Reading<Optional<CashAttestation>> reading = gateway.read(state -> state.cashAttestation(code));
        CashAttestation attestation = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.CASH_ATTESTATION_NOT_KNOWN,
                        "nobody has attested the backing of %s at height %d".formatted(code, reading.height())));
        Reply.json(ctx, CashJson.of(reading.height(), attestation, denominations));
    }
}
