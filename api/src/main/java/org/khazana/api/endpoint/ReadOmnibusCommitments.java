package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
import org.khazana.api.json.OmnibusCommitmentsJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.state.OmnibusCommitment;

/** {@code GET /v1/accounts/{id}/omnibus-commitments}. */
public record ReadOmnibusCommitments(LedgerGateway gateway) implements Handler {
    private static final int COMMITMENTS_MAX = 1_000;

    @Override
    public void handle(Context ctx) {
        AccountId id = PathParameter.account(ctx);
        LedgerGateway.Reading<Optional<List<OmnibusCommitment>>> reading =
                gateway.read(state -> state.account(id).map(account -> state.omnibusCommitments(id, COMMITMENTS_MAX)));
        List<OmnibusCommitment> commitments = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.ACCOUNT_NOT_KNOWN,
                        "there is no account %s at height %d".formatted(id, reading.height())));
        Reply.json(ctx, OmnibusCommitmentsJson.of(reading.height(), id, commitments));
    }
}
