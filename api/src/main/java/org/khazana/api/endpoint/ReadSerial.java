package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.khazana.api.json.SerialJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.Restraints;
import org.khazana.ledger.state.Restriction;
import org.khazana.ledger.state.SerialTrace;

/** {@code GET /v1/assets/{code}/serials/{serial}}, and what follows it page by page: one token and its past. */
public record ReadSerial(LedgerGateway gateway, InstantSource clock) implements Handler {
    /** Bounds the work of one answer. */
    private static final int PASSAGES_MAX = 256;

    @Override
    public void handle(Context ctx) {
        AssetCode asset = PathParameter.asset(ctx);
        long serial = PathParameter.serial(ctx);
        Optional<SerialTrace.Cursor> from = PathParameter.cursor(ctx);
        long nowMillis = clock.millis();
        LedgerGateway.Reading<Optional<Traced>> reading = gateway.read(state -> state.lot(asset, serial)
                .map(lot -> new Traced(
                        lot,
                        new Restraints(state, nowMillis).restricting(asset, List.of(new SerialRange(serial, 1))),
                        encumbrance(lot, serial, state, nowMillis),
                        SerialTrace.read(state, from.orElseGet(() -> SerialTrace.latest(lot, serial)), PASSAGES_MAX))));
        Traced traced = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.SERIAL_NOT_KNOWN,
                        "there is no token %s/%d at height %d".formatted(asset, serial, reading.height())));
        Reply.json(
                ctx,
                SerialJson.of(
                        reading.height(),
                        traced.lot(),
                        serial,
                        traced.restrictions(),
                        traced.encumbrance(),
                        traced.page()));
    }

    /** No two name the same token. */
    private static Optional<EncumbranceId> encumbrance(Lot lot, long serial, LedgerView state, long nowMillis) {
        return lot
                .holder()
                .map(holder -> new Restraints(state, nowMillis).encumbrancesOn(state.position(holder, lot.asset())))
                .stream()
                .flatMap(List::stream)
                .filter(encumbrance -> encumbrance.serials().overlaps(new SerialRange(serial, 1)))
                .map(Encumbrance::id)
                .findFirst();
    }

    private record Traced(
            Lot lot, List<Restriction> restrictions, Optional<EncumbranceId> encumbrance, SerialTrace.Page page) {}
}
