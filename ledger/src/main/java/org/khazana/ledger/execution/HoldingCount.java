package org.khazana.ledger.execution;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.HolderTables;
import org.khazana.ledger.state.HoldingKey;
import org.khazana.ledger.state.LedgerView;

/** Counts what parties hold in all, each compared with what is in its accounts: invariant I24. */
final class HoldingCount extends CountByHolder {
    private final LedgerView state;
    private final Asset asset;

    HoldingCount(LedgerView state, Asset asset) {
        super(asset);
        this.state = state;
        this.asset = asset;
    }

    @Override
    Optional<Kept> firstFrom(long number) {
        return state.first(HolderTables.HOLDINGS, new HoldingKey(new PartyId(number), asset.code()))
                .map(holding -> new Kept(holding.party().number(), holding.asset(), holding.quantity()));
    }

    @Override
    Comparison compared(Kept kept) {
        List<AccountId> accounts =
                state.accountsOf(new PartyId(kept.number()), AccountId.LEAST, PositionCount.COMPARED_MAX + 1);
        long left = kept.quantity();
        for (AccountId account : accounts) {
            // Less than nothing is left only where it does not add up, so it cannot come to nothing again by overflow.
            left = left < 0 ? left : left - state.quantity(account, asset.code());
        }
        return new Comparison(accounts.size(), accounts.size() > PositionCount.COMPARED_MAX || left == 0);
    }
}
