package org.khazana.ledger.execution;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.AssetRecount;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotByLength;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;

/** Counts positions, each with its lots and its encumbrances: invariants I1, I2, I7 and I9, and at the end I5 of the asset. */
final class PositionCount extends CountByHolder {
    /** A position with more of them is counted with all others, but is not compared with its lots, or its encumbrances. */
    static final int COMPARED_MAX = 1_000;

    private final LedgerView state;
    private final Asset asset;

    PositionCount(LedgerView state, Asset asset) {
        super(asset);
        this.state = state;
        this.asset = asset;
    }

    @Override
    Optional<Kept> firstFrom(long number) {
        return state.first(Tables.POSITIONS, new PositionKey(new AccountId(number), asset.code()))
                .map(position -> new Kept(position.account().number(), position.asset(), position.quantity()));
    }

    @Override
    Comparison compared(Kept kept) {
        Position position = state.position(new AccountId(kept.number()), asset.code());
        List<Encumbrance> encumbrances =
                state.encumbrancesOn(new PositionKey(position.account(), asset.code()), COMPARED_MAX + 1);
        boolean isRight = position.encumbered() <= position.quantity()
                && (encumbrances.size() > COMPARED_MAX || isSumOf(encumbrances, position));
        long records = encumbrances.size();
        if (asset.isSerialised()) {
            List<LotByLength> lots =
                    state.lots(LotByLength.from(position.account(), asset.code(), 0), COMPARED_MAX + 1);
            isRight &= lots.size() > COMPARED_MAX
                    || (isMadeOf(lots, position)
                            && (encumbrances.size() > COMPARED_MAX
                                    || EncumberedTokenRecount.areThere(encumbrances, lots)));
            records += lots.size();
        }
        return new Comparison(records, isRight);
    }

    private static boolean isSumOf(List<Encumbrance> encumbrances, Position position) {
        long left = position.encumbered();
        for (Encumbrance encumbrance : encumbrances) {
            if (encumbrance.quantity() > left) {
                return false;
            }
            left -= encumbrance.quantity();
        }
        return left == 0;
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

    @Override
    public boolean addsUp(AssetRecount now) {
        Optional<InstrumentTerms> terms = asset.instrument();
        return super.addsUp(now)
                && (terms.isEmpty() || now.units() <= terms.get().units().authorised());
    }
}
