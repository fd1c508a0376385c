package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.Share;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.authority.Subject;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.block.Moment;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.RoleGrant;
import org.khazana.ledger.state.RoleTables;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.time.BusinessTime;

class GovernorsTest {

    @ParameterizedTest(name = "{1} of {0} governors are enough, one less is not")
    @CsvSource({"1, 1", "2, 2", "3, 2", "4, 3", "5, 3", "6, 4", "15, 8"})
    void moreThanHalfOfThoseWhoAreActiveMustSign(int active, int enough) {
        InMemoryLedgerState state = new InMemoryLedgerState();
        for (long id = 1; id <= active; id++) {
            state.apply(put(id, PartyStatus.ACTIVE));
        }
        state.apply(put(100, PartyStatus.SUSPENDED));
        state.apply(put(101, PartyStatus.CLOSED));

        assertThat(refusals(signedBy(enough, state))).isEmpty();
        // A signature of somebody who is no governor makes up for nothing.
        assertThat(refusals(signedBy(enough - 1, state)))
                .contains(enough == 1 ? RefusalCode.ROLE_MISSING : RefusalCode.APPROVALS_MISSING);
    }

    /** As they are not counted to the end, 33 of 70 could pass for more than half. */
    @Test
    void ofMoreGovernorsThanAreCountedNoNumberIsEnough() {
        InMemoryLedgerState state = new InMemoryLedgerState();
        for (long id = 1; id <= 70; id++) {
            state.apply(put(id, PartyStatus.ACTIVE));
        }

        assertThat(refusals(signedBy(33, state))).contains(RefusalCode.APPROVALS_MISSING);
        assertThat(refusals(signedBy(36, state))).contains(RefusalCode.APPROVALS_MISSING);
    }

    private static List<Change> put(long id, PartyStatus status) {
        return List.of(
                Tables.PARTIES.put(new Party(new PartyId(id), "governor", status)),
                RoleTables.GRANTS.put(RoleGrant.unlimited(new PartyId(id), Role.GOVERNOR)),
                Tables.BUSINESS_TIME.put(BusinessTime.FOUNDING));
    }

    /** The last governor that signs sends; with none it is a stranger, who always signs too. */
    private static Circumstances signedBy(int governors, InMemoryLedgerState state) {
        PartyId stranger = new PartyId(200);
        state.apply(List.of(
                Tables.PARTIES.put(Party.active(stranger, "stranger")),
                RoleTables.GRANTS.put(RoleGrant.unlimited(stranger, Role.ISSUER))));
        SortedMap<PartyId, SortedSet<Hash>> parties = new TreeMap<>();
        LongStream.rangeClosed(1, governors).forEach(id -> parties.put(new PartyId(id), new TreeSet<>()));
        PartyId sender = governors == 0 ? stranger : parties.lastKey();
        parties.put(stranger, new TreeSet<>());
        return new Circumstances(state, new Signers(sender, parties), new Moment(0, 0, 0));
    }

    private static List<RefusalCode> refusals(Circumstances circumstances) {
        Findings findings = new Findings();
        PolicyRules.judge(
                new Policy("any", List.of(new Voice(Role.GOVERNOR, Share.MORE_THAN_HALF))),
                Subject.NOTHING_IN_PARTICULAR,
                circumstances,
                findings);
        return findings.all().stream().map(Refusal::code).toList();
    }

    /** More than half of 63 are the 32 parties that a policy may need at most; of 64 they are one more. */
    @ParameterizedTest(name = "{0} governors: {1}")
    @CsvSource({"1, true", "63, true", "64, false", "200, false"})
    void noMoreAgreeingPartiesThanAreCounted(int governors, boolean isPossible) {
        InMemoryLedgerState state = new InMemoryLedgerState();
        for (long id = 1; id <= governors; id++) {
            state.apply(put(id, PartyStatus.ACTIVE));
        }

        assertThat(PolicyRules.canBeMet(
                        new Policy("any", List.of(new Voice(Role.GOVERNOR, Share.MORE_THAN_HALF))),
                        Electorate.ofEverything(state, 0)))
                .isEqualTo(isPossible);
    }
}
