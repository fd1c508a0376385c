package org.khazana.ledger.execution;

import static org.khazana.ledger.authority.Role.CASH_AGENT;
import static org.khazana.ledger.authority.Role.GOVERNOR;
import static org.khazana.ledger.authority.Role.ISSUER;
import static org.khazana.ledger.authority.Role.REGISTRAR;
import static org.khazana.ledger.authority.Share.MORE_THAN_HALF;
import static org.khazana.ledger.authority.Share.ONE;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.operation.CreateInstrument;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.operation.RegisterParty;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.operation.RevokeRole;
import org.khazana.ledger.operation.SetPartyStatus;
import org.khazana.ledger.operation.SetPolicy;
import org.khazana.ledger.operation.SetValidators;

/** Who must agree to what until the governors decide otherwise. */
final class FoundingPolicies {
    private static final List<Voice> GOVERNORS = List.of(new Voice(GOVERNOR, MORE_THAN_HALF));
    private static final List<Voice> ISSUER_AND_REGISTRAR = List.of(new Voice(ISSUER, ONE), new Voice(REGISTRAR, ONE));
    private static final List<Voice> REGISTRAR_ALONE = List.of(new Voice(REGISTRAR, ONE));
    private static final List<Voice> CASH_AGENT_ALONE = List.of(new Voice(CASH_AGENT, ONE));

    private FoundingPolicies() {}

    /** In order of name. */
    static List<Policy> all() {
        Map<String, Policy> policies = new TreeMap<>();
        add(policies, ISSUER_AND_REGISTRAR, List.of(CreateInstrument.class, IssueTokens.class, RetireTokens.class));
        add(policies, REGISTRAR_ALONE, List.of(RenumberLots.class));
        add(policies, CASH_AGENT_ALONE, List.of(RecordCashDeposit.class));
        add(
                policies,
                GOVERNORS,
                List.of(
                        SetValidators.class,
                        SetPolicy.class,
                        GrantRole.class,
                        RevokeRole.class,
                        RegisterParty.class,
                        SetPartyStatus.class));
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
