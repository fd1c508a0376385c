package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.AssetRecount;
import org.khazana.ledger.state.AssetRecount.Part;
import org.khazana.ledger.state.AssetRecount.Status;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotByLength;
import org.khazana.ledger.state.LotKey;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Units;

/**
 * One step of a recount: first the positions in order of account, each with its lots; then the lots in order of serial. Positions
 * stand by account, so what other assets an account holds is jumped over, which counts as a record too. Writes nothing.
 */
final class RecountStep {
    /** A position with more lots than this counts with all others together, but is not compared with its lots alone. */
    static final int LOTS_OF_POSITION_MAX = 1_000;

    private final LedgerView state;
    private final Asset asset;

    private RecountStep(LedgerView state, Asset asset) {
        this.state = state;
        this.asset = asset;
    }

    /**
     * The recount after so many records more, and those of the lots of one position at most beyond.
     *
     * @param records positive
     */
    static AssetRecount after(AssetRecount begun, int records, LedgerView state) {
        RecountStep step = new RecountStep(state, state.asset(begun.asset()).orElseThrow());
        long end = begun.counted() + records;
        AssetRecount now = begun;
        while (now.isGoingOn() && now.counted() < end) {
            now = now.part() == Part.POSITIONS ? step.position(now) : step.lot(now);
        }
        return now;
    }

    private AssetRecount position(AssetRecount now) {
        PositionKey sought = new PositionKey(new AccountId(now.next()), asset.code());
        Optional<Position> found = firstFrom(sought);
        if (found.isEmpty()) {
            return endOfPositions(now);
        }
        Position position = found.get();
        long account = position.account().number();
        boolean isSought = position.asset().equals(asset.code());
        if (!isSought && position.asset().compareTo(asset.code()) < 0) {
            return now.passed(1, account);
        }
        AssetRecount counted = isSought ? counted(position, now) : now.passed(1, account);
        if (!counted.isGoingOn()) {
            return counted;
        }
        return account == Long.MAX_VALUE ? endOfPositions(counted) : counted.passed(0, account + 1);
    }

    private Optional<Position> firstFrom(PositionKey sought) {
        List<Position> found = new ArrayList<>();
        state.scan(Tables.POSITIONS, sought, (key, position) -> {
            found.add(position);
            return false;
        });
        return found.stream().findFirst();
    }

    private AssetRecount counted(Position position, AssetRecount now) {
        long records = 1;
        boolean isRight = position.quantity() > 0 && position.quantity() <= Long.MAX_VALUE - now.units();
        if (asset.isSerialised()) {
            List<LotByLength> lots =
                    state.lots(LotByLength.from(position.account(), asset.code(), 0), LOTS_OF_POSITION_MAX + 1);
            List<Encumbrance> encumbrances =
                    position.encumbered() == 0 ? List.of() : state.encumbrancesOn(PositionKey.of(position));
            records += lots.size() + encumbrances.size();
            isRight &= lots.size() > LOTS_OF_POSITION_MAX
                    || (isMadeOf(lots, position) && EncumberedTokenRecount.areThere(encumbrances, lots));
        }
        AssetRecount passed = now.passed(records, now.next());
        return isRight ? passed.withMore(position.quantity()) : passed.with(Status.MISMATCH);
    }

    private boolean isMadeOf(List<LotByLength> lots, Position position) {
        long left = position.quantity();
        for (LotByLength entry : lots) {
            Optional<Lot> lot = state.get(Tables.LOTS, entry.lot()).filter(held -> held.isHeldBy(position.account()));
            if (lot.isEmpty() || lot.get().length() != entry.length() || entry.length() > left) {
                return false;
            }
            left -= entry.length();
        }
        return left == 0;
    }

    private AssetRecount endOfPositions(AssetRecount now) {
        if (now.units() != asset.outstandingUnits()) {
            return now.with(Status.MISMATCH);
        }
        return asset.isSerialised() ? now.countingLots() : now.with(Status.RIGHT);
    }

    /** Lots lie side by side from serial 1 on. */
    private AssetRecount lot(AssetRecount now) {
        Units units = asset.units();
        if (now.next() == units.nextSerial()) {
            boolean addsUp = now.units() == units.outstanding()
                    && units.retired() == units.nextSerial() - 1 - units.outstanding();
            return now.with(addsUp ? Status.RIGHT : Status.MISMATCH);
        }
        Optional<Lot> lot = state.get(Tables.LOTS, new LotKey(asset.code(), now.next()))
                .filter(found -> found.length() > 0 && found.length() <= units.nextSerial() - now.next());
        return lot.map(found -> now.passed(1, found.end()).withMore(found.isRetired() ? 0 : found.length()))
                .orElseGet(() -> now.passed(1, now.next()).with(Status.MISMATCH));
    }
}
