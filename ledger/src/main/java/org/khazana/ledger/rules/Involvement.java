package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.SIGNATURE_NOT_NEEDED;

import java.util.List;
import java.util.stream.Stream;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.AccountOperation;
import org.khazana.ledger.operation.AffirmInstruction;
import org.khazana.ledger.operation.BackingOperation;
import org.khazana.ledger.operation.CallPledge;
import org.khazana.ledger.operation.CancelInstruction;
import org.khazana.ledger.operation.CashOperation;
import org.khazana.ledger.operation.CloseAccount;
import org.khazana.ledger.operation.CreatePledge;
import org.khazana.ledger.operation.EligibilityOperation;
import org.khazana.ledger.operation.EnforcePledge;
import org.khazana.ledger.operation.GovernanceOperation;
import org.khazana.ledger.operation.InstructionOperation;
import org.khazana.ledger.operation.InstrumentOperation;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.KeyOperation;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.MotionOperation;
import org.khazana.ledger.operation.MovementOperation;
import org.khazana.ledger.operation.OpenAccount;
import org.khazana.ledger.operation.OpenOfficialAccount;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OperationForms;
import org.khazana.ledger.operation.OpposeMotion;
import org.khazana.ledger.operation.OrderOperation;
import org.khazana.ledger.operation.PledgeOperation;
import org.khazana.ledger.operation.PostOmnibusCommitment;
import org.khazana.ledger.operation.RaiseMotion;
import org.khazana.ledger.operation.ReleasePledge;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.RequestCashWithdrawal;
import org.khazana.ledger.operation.RestrictionOperation;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.operation.SetAccountControl;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.SubstitutePledge;
import org.khazana.ledger.operation.SupplyOperation;
import org.khazana.ledger.operation.SupportMotion;
import org.khazana.ledger.operation.TimeOperation;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.ledger.operation.TransferCash;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.operation.WorkOperation;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Motion;
import org.khazana.ledger.state.Pledge;
import org.khazana.ledger.transaction.TransactionId;

/**
 * Who has a part in an operation: its sender, the parties that it, its accounts or its pledge ask by name, and those with a role that
 * has a voice. Anybody else who signs is asked by no rule, so its signature would say what is not so (decision 28).
 */
public final class Involvement {
    private Involvement() {}

    /** Of an operation that nothing else speaks against; before that it is unknown whom its accounts would ask. */
    public static void judge(Operation operation, Circumstances circumstances, Findings findings) {
        boolean isAlone = circumstances.signers().persons().size() == 1; // the sender
        findings.demand(isAlone || strangers(operation, circumstances).isEmpty(), SIGNATURE_NOT_NEEDED);
    }

    /** Those who signed and have no part in it, in order of number. */
    public static List<PartyId> strangers(Operation operation, Circumstances circumstances) {
        Signers signers = circumstances.signers();
        return signers.persons().keySet().stream()
                .filter(party -> !party.equals(signers.sender()) && !isOf(party, operation, circumstances))
                .toList();
    }

    private static boolean isOf(PartyId party, Operation operation, Circumstances circumstances) {
        return switch (operation) {
            case RaiseMotion raise -> hasSay(party, raise.operation(), circumstances);
            case SupportMotion support ->
                circumstances
                        .view()
                        .motion(new TransactionId(support.motion()))
                        .map(Motion::operation)
                        .filter(embedded -> hasSay(party, embedded, circumstances))
                        .isPresent();
            // Each says for itself that it is against it.
            case OpposeMotion oppose -> false;
            case RestrictionOperation restriction -> RestrictingRules.mayConfirm(restriction, party, circumstances);
            default -> hasSay(party, operation, circumstances);
        };
    }

    /** Whether it is named, or has a role with a voice. */
    static boolean hasSay(PartyId party, Operation operation, Circumstances circumstances) {
        return named(operation, circumstances.view()).anyMatch(party::equals)
                || hasVoice(party, operation, circumstances);
    }

    private static boolean hasVoice(PartyId party, Operation operation, Circumstances circumstances) {
        Electorate electorate = Electorate.of(operation, circumstances);
        return circumstances.view().policy(OperationForms.of(operation).name()).stream()
                .flatMap(policy -> policy.voices().stream())
                .anyMatch(voice -> electorate.hasRole(party, voice.role()));
    }

    /** The parties without any of which it cannot be carried out, whatever roles others have; of an instruction, not yet. */
    static Stream<PartyId> named(Operation operation, LedgerView view) {
        return switch (operation) {
            case MovementOperation movement -> ofMovement(movement, view);
            case SupplyOperation supply -> ofSupply(supply, view);
            case CashOperation cash ->
                cash instanceof RequestCashWithdrawal request ? givers(request.account(), view) : Stream.of();
            case PledgeOperation pledge -> ofPledge(pledge, view);
            case AccountOperation account -> ofAccount(account, view);
            case InstructionOperation instruction -> ofInstruction(instruction, view);
            case GovernanceOperation governance -> Stream.of();
            case KeyOperation key -> Stream.of();
            case MotionOperation motion -> Stream.of();
            case InstrumentOperation instrument -> Stream.of();
            case RestrictionOperation restriction -> Stream.of();
            case OrderOperation order -> Stream.of();
            case EligibilityOperation eligibility -> Stream.of();
            case BackingOperation backing -> Stream.of();
            case TimeOperation time -> Stream.of();
            case WorkOperation work -> Stream.of();
        };
    }

    private static Stream<PartyId> ofMovement(MovementOperation operation, LedgerView view) {
        return switch (operation) {
            case TransferTokens transfer -> sides(transfer.from(), transfer.to(), view);
            case TransferCash transfer -> sides(transfer.from(), transfer.to(), view);
            case SettleNow settle -> settle.legs().stream().flatMap(leg -> ofLeg(leg, view));
            case TransferBatch batch -> batch.legs().stream().flatMap(leg -> sides(leg.from(), leg.to(), view));
        };
    }

    private static Stream<PartyId> ofLeg(Leg leg, LedgerView view) {
        return sides(leg.from(), leg.to(), view);
    }

    private static Stream<PartyId> sides(AccountId from, AccountId to, LedgerView view) {
        return Stream.concat(givers(from, view), receivers(to, view));
    }

    private static Stream<PartyId> givers(AccountId from, LedgerView view) {
        return view.account(from).stream().flatMap(account -> AccountRules.debitSigners(account).stream());
    }

    private static Stream<PartyId> receivers(AccountId to, LedgerView view) {
        return view.account(to).stream().flatMap(account -> AccountRules.creditSigners(account).stream());
    }

    private static Stream<PartyId> ofSupply(SupplyOperation operation, LedgerView view) {
        return switch (operation) {
            case IssueTokens issue -> receivers(issue.account(), view);
            case RetireTokens retire -> givers(retire.account(), view);
            case RenumberLots renumber -> Stream.of();
        };
    }

    private static Stream<PartyId> ofPledge(PledgeOperation operation, LedgerView view) {
        return switch (operation) {
            case CreatePledge create -> givers(create.account(), view);
            case ReleasePledge release -> beneficiary(release.pledge(), view);
            case CallPledge call -> beneficiary(call.pledge(), view);
            case EnforcePledge enforce -> beneficiary(enforce.pledge(), view);
            case SubstitutePledge substitute ->
                Stream.concat(beneficiary(substitute.pledge(), view), givers(substitute.account(), view));
        };
    }

    private static Stream<PartyId> beneficiary(long pledge, LedgerView view) {
        return view.pledge(pledge).map(Pledge::beneficiary).stream();
    }

    private static Stream<PartyId> ofAccount(AccountOperation operation, LedgerView view) {
        return switch (operation) {
            case OpenAccount open -> Stream.of(open.owner(), open.controller());
            case OpenOfficialAccount open -> Stream.of();
            case SetAccountControl set ->
                Stream.concat(Stream.of(set.controller()), ownerAndController(set.account(), view));
            case CloseAccount close -> ownerAndController(close.account(), view);
            case PostOmnibusCommitment post ->
                view.account(post.account()).map(account -> account.controller()).stream();
        };
    }

    private static Stream<PartyId> ownerAndController(AccountId id, LedgerView view) {
        return view.account(id).stream().flatMap(account -> Stream.of(account.owner(), account.controller()));
    }

    /** Several may affirm in one envelope, and several give up what all have affirmed; everything else each says for itself. */
    private static Stream<PartyId> ofInstruction(InstructionOperation operation, LedgerView view) {
        return switch (operation) {
            case AffirmInstruction affirm -> needed(affirm.instruction(), view);
            case CancelInstruction cancel -> needed(cancel.instruction(), view);
            default -> Stream.of();
        };
    }

    private static Stream<PartyId> needed(long instruction, LedgerView view) {
        return view.instruction(instruction).stream().flatMap(known -> Affirmations.needed(known, view).stream());
    }
}
