package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
import org.khazana.api.json.ScheduleJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.BusinessCalendar;
import org.khazana.ledger.state.LedgerView;

/** {@code GET /v1/assets/{code}/schedule}. */
public record ReadSchedule(LedgerGateway gateway) implements Handler {

    @Override
    public void handle(Context ctx) {
        AssetCode code = PathParameter.asset(ctx);
        LedgerGateway.Reading<Optional<List<ScheduleJson.PeriodJson>>> reading =
                gateway.read(state -> state.asset(code).map(asset -> periods(code, state)));
        Reply.json(
                ctx,
                ScheduleJson.of(
                        reading.height(),
                        code,
                        reading.value().orElseThrow(() -> ReadAsset.unknown(code, reading.height()))));
    }

    private static List<ScheduleJson.PeriodJson> periods(AssetCode code, LedgerView state) {
        BusinessCalendar calendar = new BusinessCalendar(state);
        return state.periods(code).stream()
                .map(period -> ScheduleJson.PeriodJson.of(period, calendar))
                .toList();
    }
}
