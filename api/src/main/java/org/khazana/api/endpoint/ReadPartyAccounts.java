package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
import org.khazana.api.json.PartyAccountsJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;

/** {@code GET /v1/parties/{id}/accounts}. */
public record ReadPartyAccounts(LedgerGateway gateway) implements Handler, Paged {
    private static final int ACCOUNTS_MAX = 100;

    @Override
    public void handle(Context ctx) {
        PartyId id = PathParameter.party(ctx);
        AccountId after = PathParameter.accountAfter(ctx.queryParams(AFTER));
        LedgerGateway.Reading<Optional<List<AccountId>>> reading =
                gateway.read(state -> state.party(id).map(party -> state.accountsOf(id, after, ACCOUNTS_MAX + 1)));
        List<AccountId> accounts = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.PARTY_NOT_KNOWN,
                        "there is no party %s at height %d".formatted(id, reading.height())));
        Reply.json(ctx, PartyAccountsJson.of(reading.height(), id, accounts, ACCOUNTS_MAX));
    }
}
