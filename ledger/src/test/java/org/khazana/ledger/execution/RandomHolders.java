package org.khazana.ledger.execution;

import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.START_DAY;
import static org.khazana.ledger.execution.TestNetwork.id;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.CreditRule;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.account.Residency;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.AttestEligibility;
import org.khazana.ledger.operation.CloseAccount;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.OpenAccount;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RevokeEligibility;
import org.khazana.ledger.operation.SetAccountControl;
import org.khazana.ledger.operation.SetHoldingRules;
import org.khazana.ledger.operation.SetLicence;
import org.khazana.ledger.party.ClassOfInvestor;
import org.khazana.ledger.party.InvestorClass;

/** Random changes of accounts, attestations and rules for holders. */
final class RandomHolders {
    private static final long[] ACCOUNTS = {3001, 3002, 5001, 6001, 6002, 7001};

    private static final List<AccountKind> KINDS = List.of(AccountKind.values());
    private static final List<Residency> RESIDENCIES = List.of(Residency.values());

    private RandomHolders() {}

    /** The ministry attests, as it signs most of what is sent. */
    static void prepare(TestNetwork network) {
        network.submit(new GrantRole(id(MINISTRY), Role.ATTESTOR_KYC), MINISTRY, CENTRAL_BANK);
        network.submit(
                new SetLicence(
                        id(MINISTRY), START_DAY + 100, List.of(new ClassOfInvestor(InvestorClass.BANK)), List.of()),
                MINISTRY,
                CENTRAL_BANK);
    }

    static Operation operation(SplittableRandom random) {
        AccountId account = new AccountId(ACCOUNTS[random.nextInt(ACCOUNTS.length)]);
        PartyId custodian = id(random.nextBoolean() ? CUSTODIAN : DEALER);
        return switch (random.nextInt(7)) {
            case 0 ->
                new OpenAccount(
                        new AccountId(9_990 + random.nextInt(20)),
                        KINDS.get(random.nextInt(KINDS.size())),
                        someone(random),
                        custodian,
                        DebitRule.OWNER,
                        CreditRule.FREE,
                        RESIDENCIES.get(random.nextInt(RESIDENCIES.size())),
                        Optional.empty());
            case 1 -> new SetAccountControl(account, custodian, DebitRule.OWNER, CreditRule.FREE);
            case 2 -> new CloseAccount(account);
            case 3, 4 ->
                new AttestEligibility(someone(random), InvestorClass.BANK, "PK", START_DAY + random.nextInt(30));
            case 5 -> new RevokeEligibility(someone(random));
            default -> rules(random);
        };
    }

    private static PartyId someone(SplittableRandom random) {
        return id(3 + random.nextInt(5));
    }

    private static SetHoldingRules rules(SplittableRandom random) {
        return new SetHoldingRules(
                BILL,
                random.nextInt(3) == 0,
                List.of(),
                List.of(),
                List.of(),
                random.nextBoolean() ? Optional.of(1L + random.nextInt(2_000)) : Optional.empty(),
                random.nextBoolean() ? Optional.of(1L + random.nextInt(10_000)) : Optional.empty(),
                Optional.empty());
    }
}
