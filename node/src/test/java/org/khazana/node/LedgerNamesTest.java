package org.khazana.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.khazana.config.LedgerNames;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.authority.Role;

/** A genesis names things of the ledger, but its reader does not depend on the ledger: here the two meet. */
class LedgerNamesTest {
    @Test
    void aGenesisKnowsTheRolesOfTheLedger() {
        assertThat(LedgerNames.ROLES).isEqualTo(namesOf(Role.values()));
    }

    @Test
    void aGenesisKnowsTheAccountsOfTheLedger() {
        assertThat(LedgerNames.ACCOUNT_KINDS).isEqualTo(namesOf(AccountKind.values()));
        assertThat(LedgerNames.DEBIT_RULES).isEqualTo(namesOf(DebitRule.values()));
    }

    private static List<String> namesOf(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
