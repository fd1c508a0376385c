package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.Role;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;

class GovernorsTest {

    @ParameterizedTest(name = "{1} of {0} governors are enough, one less is not")
    @CsvSource({"1, 1", "2, 2", "3, 2", "4, 3", "5, 3", "6, 4", "15, 8"})
    void moreThanHalfOfThoseWhoAreActiveMustSign(int active, int enough) {
        InMemoryLedgerState state = new InMemoryLedgerState();
        for (long id = 1; id <= active; id++) {
            state.apply(List.of(put(id, Party.Status.ACTIVE)));
        }
        state.apply(List.of(put(100, Party.Status.SUSPENDED), put(101, Party.Status.CLOSED)));

        assertThat(refusals(signedBy(enough, state))).isEmpty();
        // A signature of somebody who is no governor makes up for nothing.
        assertThat(refusals(signedBy(enough - 1, state)))
                .contains(enough == 1 ? RefusalCode.ROLE_MISSING : RefusalCode.GOVERNORS_MISSING);
    }

    private static Change put(long id, Party.Status status) {
        Party governor = Party.active(new PartyId(id), "governor", Set.of(Role.GOVERNOR));
        return Tables.PARTIES.put(new Party(governor.id(), governor.name(), governor.roles(), status));
    }

    /** The last governor that signs sends; with none it is a stranger, who always signs too. */
    private static Circumstances signedBy(int governors, InMemoryLedgerState state) {
        PartyId stranger = new PartyId(200);
        state.apply(List.of(Tables.PARTIES.put(Party.active(stranger, "stranger", Set.of(Role.ISSUER)))));
        TreeSet<PartyId> parties = LongStream.rangeClosed(1, governors)
                .mapToObj(PartyId::new)
                .collect(Collectors.toCollection(TreeSet::new));
        PartyId sender = governors == 0 ? stranger : parties.last();
        parties.add(stranger);
        return new Circumstances(state, new Signers(sender, parties), 0);
    }

    private static List<RefusalCode> refusals(Circumstances circumstances) {
        Findings findings = new Findings();
        AuthorityRules.governors(circumstances, findings);
        return findings.all().stream().map(Refusal::code).toList();
    }
}
