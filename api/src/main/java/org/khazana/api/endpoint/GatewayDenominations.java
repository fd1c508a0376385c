package org.khazana.api.endpoint;

import java.util.OptionalInt;
import org.khazana.api.json.Denominations;
import org.khazana.api.port.LedgerGateway;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.CashTerms;
import org.khazana.ledger.state.Asset;

/** Asks the node. The digits of a currency never change, so it does not matter at which height. */
public record GatewayDenominations(LedgerGateway gateway) implements Denominations {

    @Override
    public OptionalInt minorDigits(AssetCode code) {
        return gateway
                .read(state -> state.asset(code))
                .value()
                .flatMap(Asset::cash)
                .map(CashTerms::minorDigits)
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }
}
