package org.khazana.ledger.execution;

import static org.khazana.ledger.authority.Role.ATTESTOR_KYC;
import static org.khazana.ledger.authority.Role.ATTESTOR_RESERVE;
import static org.khazana.ledger.authority.Role.AUDITOR;
import static org.khazana.ledger.authority.Role.CASH_AGENT;
import static org.khazana.ledger.authority.Role.COURT_OFFICER;
import static org.khazana.ledger.authority.Role.CUSTODIAN;
import static org.khazana.ledger.authority.Role.GOVERNOR;
import static org.khazana.ledger.authority.Role.ISSUER;
import static org.khazana.ledger.authority.Role.OPERATOR;
import static org.khazana.ledger.authority.Role.REGISTRAR;
import static org.khazana.ledger.authority.Role.REGULATOR;
import static org.khazana.ledger.authority.Role.SHARIAH_ADVISER;
import static org.khazana.ledger.authority.Share.MORE_THAN_HALF;
import static org.khazana.ledger.authority.Share.ONE;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.operation.ActivateProtocol;
import org.khazana.ledger.operation.AdvanceBusinessDay;
import org.khazana.ledger.operation.AmendCeiling;
import org.khazana.ledger.operation.AmendInstrument;
import org.khazana.ledger.operation.AttestBacking;
import org.khazana.ledger.operation.AttestCashBacking;
import org.khazana.ledger.operation.AttestEligibility;
import org.khazana.ledger.operation.CompleteKeyRecovery;
import org.khazana.ledger.operation.ConfirmCashWithdrawal;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.CreateBond;
import org.khazana.ledger.operation.CreateOtherAsset;
import org.khazana.ledger.operation.CreateProgramme;
import org.khazana.ledger.operation.CreateReserve;
import org.khazana.ledger.operation.CreateSukuk;
import org.khazana.ledger.operation.DepositReserveItem;
import org.khazana.ledger.operation.EnforcePledge;
import org.khazana.ledger.operation.ForceTransfer;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.HaltSystem;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.OpenOfficialAccount;
import org.khazana.ledger.operation.PauseAsset;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.operation.RecountAsset;
import org.khazana.ledger.operation.RegisterOrder;
import org.khazana.ledger.operation.RegisterParty;
import org.khazana.ledger.operation.RejectCashWithdrawal;
import org.khazana.ledger.operation.ReleaseReserveItem;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.ResumeAsset;
import org.khazana.ledger.operation.ResumeSystem;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.operation.ReverseSettlement;
import org.khazana.ledger.operation.RevokeBacking;
import org.khazana.ledger.operation.RevokeRole;
import org.khazana.ledger.operation.RunDueWork;
import org.khazana.ledger.operation.SetHoldingRules;
import org.khazana.ledger.operation.SetLicence;
import org.khazana.ledger.operation.SetParameter;
import org.khazana.ledger.operation.SetPartyStatus;
import org.khazana.ledger.operation.SetPolicy;
import org.khazana.ledger.operation.SetValidators;
import org.khazana.ledger.operation.StartKeyRecovery;
import org.khazana.ledger.operation.UpdateCalendar;
import org.khazana.ledger.operation.UpdateParty;

/** Who must agree to what until the governors decide otherwise. */
final class FoundingPolicies {
    private static final List<Voice> GOVERNORS = List.of(new Voice(GOVERNOR, MORE_THAN_HALF));
    private static final List<Voice> ISSUER_AND_REGISTRAR = List.of(new Voice(ISSUER, ONE), new Voice(REGISTRAR, ONE));
    private static final List<Voice> ONE_GOVERNOR = List.of(new Voice(GOVERNOR, ONE));
    private static final List<Voice> REGISTRAR_ALONE = List.of(new Voice(REGISTRAR, ONE));
    private static final List<Voice> REGISTRAR_AND_CUSTODIAN =
            List.of(new Voice(REGISTRAR, ONE), new Voice(CUSTODIAN, ONE));
    private static final List<Voice> WITH_SHARIAH_ADVISER =
            List.of(new Voice(ISSUER, ONE), new Voice(REGISTRAR, ONE), new Voice(SHARIAH_ADVISER, ONE));
    private static final List<Voice> CASH_AGENT_ALONE = List.of(new Voice(CASH_AGENT, ONE));

    private static final List<Voice> COURT_AND_REGISTRAR =
            List.of(new Voice(COURT_OFFICER, ONE), new Voice(REGISTRAR, ONE));
    private static final List<Voice> ATTESTOR_ALONE = List.of(new Voice(ATTESTOR_KYC, ONE));
    private static final List<Voice> REGISTRAR_AND_GOVERNOR =
            List.of(new Voice(REGISTRAR, ONE), new Voice(GOVERNOR, ONE));

    private FoundingPolicies() {}

    /** In order of name. */
    static List<Policy> all() {
        Map<String, Policy> policies = new TreeMap<>();
        add(
                policies,
                ISSUER_AND_REGISTRAR,
                List.of(
                        CreateProgramme.class,
                        AmendCeiling.class,
                        CreateBill.class,
                        CreateBond.class,
                        CreateReserve.class,
                        CreateOtherAsset.class,
                        AmendInstrument.class,
                        IssueTokens.class,
                        RetireTokens.class,
                        SetHoldingRules.class));
        add(policies, WITH_SHARIAH_ADVISER, List.of(CreateSukuk.class));
        add(policies, List.of(new Voice(REGULATOR, ONE)), List.of(PauseAsset.class));
        add(policies, List.of(new Voice(REGULATOR, ONE), new Voice(REGISTRAR, ONE)), List.of(ResumeAsset.class));
        add(policies, List.of(new Voice(REGISTRAR, ONE), new Voice(ISSUER, ONE)), List.of(UpdateCalendar.class));
        add(policies, List.of(new Voice(OPERATOR, ONE)), List.of(AdvanceBusinessDay.class, RunDueWork.class));
        add(policies, List.of(new Voice(AUDITOR, ONE)), List.of(RecountAsset.class));
        add(
                policies,
                List.of(new Voice(ATTESTOR_RESERVE, ONE)),
                List.of(AttestBacking.class, RevokeBacking.class, DepositReserveItem.class));
        add(
                policies,
                List.of(new Voice(ATTESTOR_RESERVE, ONE), new Voice(REGISTRAR, ONE)),
                List.of(ReleaseReserveItem.class));
        add(policies, ONE_GOVERNOR, List.of(HaltSystem.class));
        add(policies, REGISTRAR_AND_CUSTODIAN, List.of(StartKeyRecovery.class));
        add(policies, REGISTRAR_ALONE, List.of(CompleteKeyRecovery.class, RenumberLots.class));
        add(policies, REGISTRAR_AND_GOVERNOR, List.of(OpenOfficialAccount.class));
        add(policies, ATTESTOR_ALONE, List.of(AttestEligibility.class));
        add(
                policies,
                CASH_AGENT_ALONE,
                List.of(
                        RecordCashDeposit.class,
                        ConfirmCashWithdrawal.class,
                        RejectCashWithdrawal.class,
                        AttestCashBacking.class));
        add(policies, REGISTRAR_ALONE, List.of(ReverseSettlement.class));
        add(
                policies,
                GOVERNORS,
                List.of(
                        SetValidators.class,
                        SetPolicy.class,
                        GrantRole.class,
                        RevokeRole.class,
                        RegisterParty.class,
                        SetParameter.class,
                        ResumeSystem.class,
                        ActivateProtocol.class,
                        SetPartyStatus.class,
                        UpdateParty.class,
                        SetLicence.class));
        add(policies, COURT_AND_REGISTRAR, List.of(RegisterOrder.class, ForceTransfer.class));
        add(policies, REGISTRAR_ALONE, List.of(EnforcePledge.class));
        return List.copyOf(policies.values());
    }

    private static void add(
            Map<String, Policy> policies, List<Voice> voices, List<Class<? extends Record>> operations) {
        for (Class<? extends Record> operation : operations) {
            String name = Form.of(operation).name();
            policies.put(name, new Policy(name, voices));
        }
    }
}
