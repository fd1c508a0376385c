package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.NAME_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.NOT_HALTED;
import static org.khazana.ledger.refusal.RefusalCode.PARAMETER_OUT_OF_BOUNDS;
import static org.khazana.ledger.refusal.RefusalCode.PROTOCOL_HEIGHT_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.PROTOCOL_PENDING;
import static org.khazana.ledger.refusal.RefusalCode.PROTOCOL_VERSION_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.SYSTEM_HALTED;

import org.khazana.ledger.operation.AccountOperation;
import org.khazana.ledger.operation.ActivateProtocol;
import org.khazana.ledger.operation.BackingOperation;
import org.khazana.ledger.operation.CashOperation;
import org.khazana.ledger.operation.EligibilityOperation;
import org.khazana.ledger.operation.GovernanceOperation;
import org.khazana.ledger.operation.HaltSystem;
import org.khazana.ledger.operation.InstructionOperation;
import org.khazana.ledger.operation.InstrumentOperation;
import org.khazana.ledger.operation.KeyOperation;
import org.khazana.ledger.operation.MotionOperation;
import org.khazana.ledger.operation.MovementOperation;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OrderOperation;
import org.khazana.ledger.operation.PledgeOperation;
import org.khazana.ledger.operation.RaiseMotion;
import org.khazana.ledger.operation.RecountAsset;
import org.khazana.ledger.operation.RestrictionOperation;
import org.khazana.ledger.operation.ResumeSystem;
import org.khazana.ledger.operation.RunDueWork;
import org.khazana.ledger.operation.SetParameter;
import org.khazana.ledger.operation.SupplyOperation;
import org.khazana.ledger.operation.TimeOperation;
import org.khazana.ledger.state.Protocol;

/** What concerns the system as a whole. */
public final class SystemRules {
    /** So many blocks at least pass between the decision for a version and its first block, for operators to see it. */
    public static final long PROTOCOL_NOTICE_BLOCKS = 100;

    private SystemRules() {}

    /** While the system is halted, only that goes on by which it can be put in order. */
    public static void notHalted(Operation operation, Circumstances circumstances, Findings findings) {
        findings.demand(
                goesOnWhileHalted(operation) || circumstances.view().halt().isEmpty(), SYSTEM_HALTED);
    }

    /**
     * Whether it is something by which the system can be put in order. The operation of a motion is asked about by itself when its turn
     * comes.
     */
    public static boolean goesOnWhileHalted(Operation operation) {
        return switch (operation) {
            case GovernanceOperation governance -> true;
            case KeyOperation key -> true;
            case RaiseMotion raise -> goesOnWhileHalted(raise.operation());
            case MotionOperation motion -> true;
            case RestrictionOperation restriction -> true;
            case OrderOperation order -> false;
            case PledgeOperation pledge -> false;
            case InstrumentOperation instrument -> false;
            case SupplyOperation supply -> false;
            case MovementOperation movement -> false;
            case CashOperation cash -> false;
            case BackingOperation backing -> false;
            case TimeOperation time -> false;
            case AccountOperation account -> false;
            case EligibilityOperation eligibility -> false;
            case InstructionOperation instruction -> false;
            case RecountAsset recount -> true;
            case RunDueWork run -> false;
        };
    }

    /** Order: the policy; no reason; halted already. */
    public static void judge(HaltSystem halt, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(halt, circumstances, findings);
        findings.demand(!halt.reason().isBlank(), NAME_INVALID);
        findings.demand(circumstances.view().halt().isEmpty(), SYSTEM_HALTED);
    }

    /** Order: the policy; not halted. */
    public static void judge(ResumeSystem resume, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(resume, circumstances, findings);
        findings.demand(circumstances.view().halt(), NOT_HALTED);
    }

    /** Order: the policy; the bounds of the parameter. */
    public static void judge(SetParameter set, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(set, circumstances, findings);
        findings.demand(set.parameter().allows(set.value()), PARAMETER_OUT_OF_BOUNDS);
    }

    /** Order: the policy; another version is decided and does not hold yet; not the next version; too soon. */
    public static void judge(ActivateProtocol activate, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(activate, circumstances, findings);
        Protocol protocol = circumstances.view().protocol();
        long height = circumstances.moment().height();
        boolean isPending =
                protocol.next().filter(next -> height < next.height()).isPresent();
        findings.demand(!isPending, PROTOCOL_PENDING);
        findings.demand(activate.protocol() == protocol.at(height) + 1, PROTOCOL_VERSION_INVALID);
        findings.demand(
                activate.height() > 0 && activate.height() - height >= PROTOCOL_NOTICE_BLOCKS, PROTOCOL_HEIGHT_INVALID);
    }
}
