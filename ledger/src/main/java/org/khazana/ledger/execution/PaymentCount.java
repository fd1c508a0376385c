package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.AssetRecount;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.RtgsKey;
import org.khazana.ledger.state.Tables;

/** Counts what was paid in and out of a currency: invariant I10. */
final class PaymentCount implements RecountStep.PartCount {
    private final LedgerView state;
    private final Asset currency;

    PaymentCount(LedgerView state, Asset currency) {
        this.state = state;
        this.currency = currency;
    }

    @Override
    public Optional<AssetRecount> next(AssetRecount now) {
        List<AssetRecount> found = new ArrayList<>();
        state.scan(Tables.PAYMENTS, new RtgsKey(currency.code(), now.through()), (key, payment) -> {
            boolean isCounted = key.reference().equals(now.through());
            if (key.currency().equals(currency.code()) && !isCounted) {
                found.add(now.passed(key.reference()).withPaid(payment.amount()));
            }
            return isCounted;
        });
        return found.stream().findFirst();
    }

    @Override
    public boolean addsUp(AssetRecount now) {
        return now.units() == currency.outstandingUnits();
    }
}
