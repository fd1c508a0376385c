package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.khazana.api.json.PartyProfileJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.Eligibility;
import org.khazana.ledger.state.Licence;
import org.khazana.ledger.state.PartyProfile;

/** {@code GET /v1/parties/{id}/profile}. */
public record ReadPartyProfile(LedgerGateway gateway) implements Handler {

    private record Known(
            Optional<PartyProfile> profile, Optional<Licence> licence, Optional<Eligibility> eligibility) {}

    @Override
    public void handle(Context ctx) {
        PartyId id = PathParameter.party(ctx);
        LedgerGateway.Reading<Optional<Known>> reading = gateway.read(state ->
                state.party(id).map(party -> new Known(state.profile(id), state.licence(id), state.eligibility(id))));
        Known known = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.PARTY_NOT_KNOWN,
                        "there is no party %s at height %d".formatted(id, reading.height())));
        Reply.json(
                ctx, PartyProfileJson.of(reading.height(), id, known.profile(), known.licence(), known.eligibility()));
    }
}
