package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
import org.khazana.api.json.PartyJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.RoleGrant;

/** {@code GET /v1/parties/{id}}. */
public record ReadParty(LedgerGateway gateway) implements Handler {
    private static final int KEYS_MAX = 100;

    private record Known(Party party, List<RoleGrant> grants, List<PublicKey> keys) {}

    @Override
    public void handle(Context ctx) {
        PartyId id = PathParameter.party(ctx);
        LedgerGateway.Reading<Optional<Known>> reading = gateway.read(state ->
                state.party(id).map(party -> new Known(party, state.roleGrants(id), state.keysOf(id, KEYS_MAX))));
        Known known = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.PARTY_NOT_KNOWN,
                        "there is no party %s at height %d".formatted(id, reading.height())));
        Reply.json(ctx, PartyJson.of(reading.height(), known.party(), known.grants(), known.keys()));
    }
}
