package org.khazana.ledger.execution;

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
        return state.firstAfter(Tables.PAYMENTS, new RtgsKey(currency.code(), now.through()))
                .filter(payment -> payment.reference().currency().equals(currency.code()))
                .map(payment -> now.passed(payment.reference().reference()).withPaid(payment.amount()));
    }

    @Override
    public boolean addsUp(AssetRecount now) {
        return now.units() == currency.outstandingUnits();
    }
}
