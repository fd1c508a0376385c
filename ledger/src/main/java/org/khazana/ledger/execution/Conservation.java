package org.khazana.ledger.execution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.AccountOperation;
import org.khazana.ledger.operation.BackingOperation;
import org.khazana.ledger.operation.CashOperation;
import org.khazana.ledger.operation.ConfirmCashWithdrawal;
import org.khazana.ledger.operation.EligibilityOperation;
import org.khazana.ledger.operation.GovernanceOperation;
import org.khazana.ledger.operation.InstructionOperation;
import org.khazana.ledger.operation.InstrumentOperation;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.KeyOperation;
import org.khazana.ledger.operation.MotionOperation;
import org.khazana.ledger.operation.MovementOperation;
import org.khazana.ledger.operation.OrderOperation;
import org.khazana.ledger.operation.PledgeOperation;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.RestrictionOperation;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.operation.TimeOperation;
import org.khazana.ledger.operation.WorkOperation;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Tables;

/**
 * Proves that nothing was created or destroyed by accident, from what was written and not from how it came about. The
 * cost grows with what changed. A failure is a bug; see {@link Invariants}.
 */
final class Conservation {
    private Conservation() {}

    /** After one transaction: {@link #prove(LedgerView, LedgerOverlay, List)}, and the operation's own supply. */
    static void prove(Deed deed) {
        Map<AssetCode, Long> created = prove(deed.before(), deed.after(), deed.positions());
        Invariant.check(
                created.equals(supplyOf(deed)),
                "I11: %s created %s",
                deed.operation().getClass().getSimpleName(),
                created);
    }

    /**
     * No position is negative, none has more outstanding than authorised, for every asset the positions change by
     * as much as what is outstanding; and what {@link ClaimProof}, {@link HolderProof}, {@link LimitsProof} and
     * {@link SerialProof} prove.
     *
     * @param positions all that became of positions between the two
     * @return how much of each asset came into being, without zeros
     */
    static Map<AssetCode, Long> prove(LedgerView before, LedgerOverlay after, List<PositionChange> positions) {
        Sums<AssetCode> created = new Sums<>();
        for (Optional<Asset> changed : after.changed(Tables.ASSETS).values()) {
            Asset asset = changed.orElseThrow();
            Optional<Asset> earlier = before.asset(asset.code());
            proveBounds(asset, earlier);
            long outstandingBefore = earlier.map(Asset::outstandingUnits).orElse(0L);
            created.add(asset.code(), Math.subtractExact(asset.outstandingUnits(), outstandingBefore));
        }
        Sums<AssetCode> moved = new Sums<>();
        for (PositionChange change : positions) {
            Invariant.check(change.after().quantity() >= 0, "I9: negative position %s", change.after());
            moved.add(change.key().asset(), change.gained());
        }
        Invariant.check(moved.equals(created), "I1: positions change by %s, but outstanding by %s", moved, created);
        ClaimProof.encumbrancesAddUp(before, after, positions);
        HolderProof.prove(before, after, positions);
        LimitsProof.prove(before, after);
        SerialProof.prove(before, after, positions);
        return created.asMap();
    }

    /** Figures that were wrong before do not keep an asset from being stopped. */
    private static void proveBounds(Asset asset, Optional<Asset> earlier) {
        boolean areAsBefore = earlier.filter(known -> known.units().equals(asset.units())
                        && known.instrument().equals(asset.instrument()))
                .isPresent();
        if (areAsBefore) {
            return;
        }
        Invariant.check(asset.outstandingUnits() >= 0, "I9: negative outstanding of %s", asset.code());
        asset.instrument()
                .ifPresent(terms -> Invariant.check(
                        asset.outstandingUnits() <= terms.units().authorised(),
                        "I5: more of %s than authorised",
                        asset.code()));
    }

    /** What an operation alone may bring into being, or make vanish. */
    private static Map<AssetCode, Long> supplyOf(Deed deed) {
        return switch (deed.operation()) {
            case IssueTokens issue -> Map.of(issue.isin(), issue.quantity());
            case RetireTokens retire -> Map.of(retire.isin(), Math.negateExact(retire.quantity()));
            case RenumberLots renumber -> Map.of();
            case RecordCashDeposit deposit -> Map.of(deposit.currency(), deposit.amount());
            case ConfirmCashWithdrawal confirm ->
                deed.before()
                        .cashWithdrawal(confirm.withdrawal())
                        .map(withdrawal -> Map.of(withdrawal.currency(), -withdrawal.amount()))
                        .orElseThrow();
            case CashOperation cash -> Map.of();
            case InstructionOperation instruction -> Map.of();
            case MotionOperation motion -> Map.of();
            case GovernanceOperation governance -> Map.of();
            case KeyOperation key -> Map.of();
            case InstrumentOperation instrument -> Map.of();
            case MovementOperation movement -> Map.of();
            case RestrictionOperation restriction -> Map.of();
            case OrderOperation order -> Map.of();
            case PledgeOperation pledge -> Map.of();
            case AccountOperation account -> Map.of();
            case EligibilityOperation eligibility -> Map.of();
            case BackingOperation backing -> Map.of();
            case TimeOperation time -> Map.of();
            case WorkOperation work -> Map.of();
        };
    }
}
