package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.account.Residency.DOMESTIC;
import static org.khazana.ledger.account.Residency.FOREIGN_NON_REPATRIABLE;
import static org.khazana.ledger.account.Residency.FOREIGN_REPATRIABLE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.CreditRule;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.account.Residency;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.Account;

class ResidencyRulesTest {
    private static final Optional<Hash> REGISTERED = Optional.of(Domain.GENESIS.hash(new byte[1]));

    @Test
    void onlyNonRepatriableMoneyMayNotEnterARepatriableAccount() {
        for (Residency from : Residency.values()) {
            for (Residency to : Residency.values()) {
                boolean wouldBecomeRepatriable = from == FOREIGN_NON_REPATRIABLE && to == FOREIGN_REPATRIABLE;
                assertThat(ResidencyRules.mayPay(from, to)).isEqualTo(!wouldBecomeRepatriable);
            }
        }
    }

    @Test
    void moneyLeavesToTheRegisteredAccountAndAsAnotherCurrencyOnlyIfItIsRepatriable() {
        assertThat(withdrawal(FOREIGN_REPATRIABLE, REGISTERED, true)).isEmpty();
        assertThat(withdrawal(FOREIGN_REPATRIABLE, REGISTERED, false)).isEmpty();
        assertThat(withdrawal(FOREIGN_NON_REPATRIABLE, REGISTERED, false)).isEmpty();
        assertThat(withdrawal(DOMESTIC, REGISTERED, false)).isEmpty();
        assertThat(withdrawal(FOREIGN_NON_REPATRIABLE, REGISTERED, true))
                .containsExactly(RefusalCode.RESIDENCY_NOT_ALLOWED);
        assertThat(withdrawal(DOMESTIC, Optional.empty(), true))
                .containsExactly(RefusalCode.OUTSIDE_ACCOUNT_NOT_REGISTERED, RefusalCode.RESIDENCY_NOT_ALLOWED);
    }

    private static List<RefusalCode> withdrawal(
            Residency residency, Optional<Hash> registeredAccount, boolean isConvertible) {
        Findings findings = new Findings();
        Account account = new Account(
                new AccountId(1),
                new PartyId(1),
                new PartyId(1),
                AccountKind.OWN,
                DebitRule.OWNER,
                CreditRule.FREE,
                residency,
                registeredAccount,
                Account.Status.ACTIVE);
        ResidencyRules.withdrawal(account, isConvertible, findings);
        return findings.all().stream().map(Refusal::code).toList();
    }
}
