package org.khazana.ledger.rules;

import static org.khazana.ledger.authority.Subject.NOTHING_IN_PARTICULAR;

import java.util.Optional;
import org.khazana.ledger.authority.Subject;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.operation.AccountOperation;
import org.khazana.ledger.operation.AmendCeiling;
import org.khazana.ledger.operation.AmendInstrument;
import org.khazana.ledger.operation.AmendRestriction;
import org.khazana.ledger.operation.AttestBacking;
import org.khazana.ledger.operation.AttestCashBacking;
import org.khazana.ledger.operation.AttestEligibility;
import org.khazana.ledger.operation.BackingOperation;
import org.khazana.ledger.operation.CashOperation;
import org.khazana.ledger.operation.ConfirmCashWithdrawal;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.CreateBond;
import org.khazana.ledger.operation.CreateOtherAsset;
import org.khazana.ledger.operation.CreateProgramme;
import org.khazana.ledger.operation.CreateReserve;
import org.khazana.ledger.operation.CreateSukuk;
import org.khazana.ledger.operation.DepositReserveItem;
import org.khazana.ledger.operation.EligibilityOperation;
import org.khazana.ledger.operation.EnforcePledge;
import org.khazana.ledger.operation.ForceTransfer;
import org.khazana.ledger.operation.GovernanceOperation;
import org.khazana.ledger.operation.InstructionOperation;
import org.khazana.ledger.operation.InstrumentOperation;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.KeyOperation;
import org.khazana.ledger.operation.LiftRestriction;
import org.khazana.ledger.operation.MotionOperation;
import org.khazana.ledger.operation.MovementOperation;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OrderOperation;
import org.khazana.ledger.operation.PauseAsset;
import org.khazana.ledger.operation.PlaceRestriction;
import org.khazana.ledger.operation.PledgeOperation;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.operation.RecountAsset;
import org.khazana.ledger.operation.RegisterOrder;
import org.khazana.ledger.operation.RejectCashWithdrawal;
import org.khazana.ledger.operation.ReleaseReserveItem;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.RequestCashWithdrawal;
import org.khazana.ledger.operation.RestrictionOperation;
import org.khazana.ledger.operation.ResumeAsset;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.operation.RevokeBacking;
import org.khazana.ledger.operation.RevokeEligibility;
import org.khazana.ledger.operation.RunDueWork;
import org.khazana.ledger.operation.SetHoldingRules;
import org.khazana.ledger.operation.SetLicence;
import org.khazana.ledger.operation.SupplyOperation;
import org.khazana.ledger.operation.TimeOperation;
import org.khazana.ledger.operation.UpdateParty;
import org.khazana.ledger.operation.WorkOperation;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.CashWithdrawal;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Order;
import org.khazana.ledger.state.Pledge;
import org.khazana.ledger.state.Restriction;

/**
 * What each operation is about: the one place that decides for which operations a role counts that was granted for a programme or
 * an asset only. What names something that is not there is about nothing in particular.
 */
public final class Subjects {
    private Subjects() {}

    public static Subject of(Operation operation, LedgerView view) {
        return switch (operation) {
            case InstrumentOperation instrument -> ofInstrument(instrument, view);
            case SupplyOperation supply -> of(assetOf(supply), view);
            case BackingOperation backing -> of(assetOf(backing), view);
            case CashOperation cash -> of(assetOf(cash, view), view);
            case EligibilityOperation eligibility -> of(assetOf(eligibility), view);
            case RestrictionOperation restriction -> of(assetOf(restriction, view), view);
            case OrderOperation order -> of(assetOf(order, view), view);
            case PledgeOperation pledge -> of(assetOf(pledge, view), view);
            case WorkOperation work -> of(assetOf(work), view);
            // No role is asked for what an account holds, or those of parties, accounts, keys, days and the system.
            case GovernanceOperation governance -> NOTHING_IN_PARTICULAR;
            case KeyOperation key -> NOTHING_IN_PARTICULAR;
            case MotionOperation motion -> NOTHING_IN_PARTICULAR;
            case MovementOperation movement -> NOTHING_IN_PARTICULAR;
            case AccountOperation account -> NOTHING_IN_PARTICULAR;
            case TimeOperation time -> NOTHING_IN_PARTICULAR;
            case InstructionOperation instruction -> NOTHING_IN_PARTICULAR;
        };
    }

    /** Of what is about that asset. */
    public static Subject of(AssetCode asset, LedgerView view) {
        return new Subject.OfAsset(
                asset, view.asset(asset).flatMap(Asset::instrument).flatMap(InstrumentTerms::programme));
    }

    /** Of what changes that restriction, which may lie on parties and accounts as well. */
    public static Subject of(Restriction restriction, LedgerView view) {
        return of(restriction.target().asset(), view);
    }

    private static Subject of(Optional<AssetCode> asset, LedgerView view) {
        return asset.map(code -> of(code, view)).orElse(NOTHING_IN_PARTICULAR);
    }

    /** What is not defined yet can belong to a programme only. */
    private static Subject ofInstrument(InstrumentOperation operation, LedgerView view) {
        return switch (operation) {
            case CreateProgramme create -> new Subject.OfProgramme(create.programme());
            case AmendCeiling amend -> new Subject.OfProgramme(amend.programme());
            case CreateBill create -> ofProgramme(create.programme());
            case CreateBond create -> ofProgramme(create.programme());
            case CreateSukuk create -> ofProgramme(create.programme());
            case CreateReserve create -> NOTHING_IN_PARTICULAR;
            case CreateOtherAsset create -> ofProgramme(create.programme());
            case AmendInstrument amend -> of(amend.isin(), view);
            case PauseAsset pause -> of(pause.asset(), view);
            case ResumeAsset resume -> of(resume.asset(), view);
        };
    }

    private static Subject ofProgramme(Optional<String> programme) {
        return programme.<Subject>map(Subject.OfProgramme::new).orElse(NOTHING_IN_PARTICULAR);
    }

    private static AssetCode assetOf(SupplyOperation operation) {
        return switch (operation) {
            case IssueTokens issue -> issue.isin();
            case RetireTokens retire -> retire.isin();
            case RenumberLots renumber -> renumber.isin();
        };
    }

    private static AssetCode assetOf(BackingOperation operation) {
        return switch (operation) {
            case AttestBacking attest -> attest.isin();
            case RevokeBacking revoke -> revoke.isin();
            case DepositReserveItem deposit -> deposit.isin();
            case ReleaseReserveItem release -> release.isin();
        };
    }

    private static Optional<AssetCode> assetOf(CashOperation operation, LedgerView view) {
        return switch (operation) {
            case RecordCashDeposit deposit -> Optional.of(deposit.currency());
            case RequestCashWithdrawal request -> Optional.of(request.currency());
            case ConfirmCashWithdrawal confirm -> currencyOf(confirm.withdrawal(), view);
            case RejectCashWithdrawal reject -> currencyOf(reject.withdrawal(), view);
            case AttestCashBacking attest -> Optional.of(attest.currency());
        };
    }

    private static Optional<AssetCode> currencyOf(long withdrawal, LedgerView view) {
        return view.cashWithdrawal(withdrawal).map(CashWithdrawal::currency);
    }

    private static Optional<AssetCode> assetOf(EligibilityOperation operation) {
        return switch (operation) {
            case SetHoldingRules set -> Optional.of(set.isin());
            case UpdateParty update -> Optional.empty();
            case SetLicence set -> Optional.empty();
            case AttestEligibility attest -> Optional.empty();
            case RevokeEligibility revoke -> Optional.empty();
        };
    }

    /** Of a whole party or account, none. */
    private static Optional<AssetCode> assetOf(RestrictionOperation operation, LedgerView view) {
        return switch (operation) {
            case PlaceRestriction place -> place.asset();
            case AmendRestriction amend -> assetOf(amend.restriction(), view);
            case LiftRestriction lift -> assetOf(lift.restriction(), view);
        };
    }

    private static Optional<AssetCode> assetOf(WorkOperation operation) {
        return switch (operation) {
            case RecountAsset recount -> Optional.of(recount.asset());
            case RunDueWork run -> Optional.empty();
        };
    }

    private static Optional<AssetCode> assetOf(long restriction, LedgerView view) {
        return view.restriction(restriction).flatMap(known -> known.target().asset());
    }

    private static Optional<AssetCode> assetOf(OrderOperation operation, LedgerView view) {
        return switch (operation) {
            case RegisterOrder register -> Optional.of(register.asset());
            case ForceTransfer force -> view.order(force.order()).map(Order::asset);
        };
    }

    /** Those who give, take or exchange securities for their own debts are asked for no role. */
    private static Optional<AssetCode> assetOf(PledgeOperation operation, LedgerView view) {
        return operation instanceof EnforcePledge enforce
                ? view.pledge(enforce.pledge())
                        .map(Pledge::encumbrance)
                        .flatMap(view::encumbrance)
                        .map(Encumbrance::asset)
                : Optional.empty();
    }
}
