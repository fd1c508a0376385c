package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.Share;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.RegisterParty;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;

class GovernorsTest {

    @ParameterizedTest(name = "{1} of {0} governors are enough, one less is not")
    @CsvSource({"1, 1", "2, 2", "3, 2", "4, 3", "5, 3", "6, 4", "15, 8"})
    void moreThanHalfOfThoseWhoAreActiveMustSign(int active, int enough) {
        InMemoryLedgerState state = new InMemoryLedgerState();
        for (long id = 1; id <= active; id++) {
            state.apply(List.of(put(id, PartyStatus.ACTIVE)));
        }
        state.apply(List.of(put(100, PartyStatus.SUSPENDED), put(101, PartyStatus.CLOSED)));

        assertThat(refusals(signedBy(enough, state))).isEmpty();
        // A signature of somebody who is no governor makes up for nothing.
        assertThat(refusals(signedBy(enough - 1, state)))
                .contains(enough == 1 ? RefusalCode.ROLE_MISSING : RefusalCode.APPROVALS_MISSING);
    }

    private static Change put(long id, PartyStatus status) {
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
        PolicyRules.judge(
                new Policy("any", List.of(new Voice(Role.GOVERNOR, Share.MORE_THAN_HALF))), circumstances, findings);
        return findings.all().stream().map(Refusal::code).toList();
    }

    /** One envelope holds 8 signatures, which is more than half of 15 and not of 16: nobody could decide anything any more. */
    @Test
    void noMoreGovernorsThanCanSignOneEnvelope() {
        TestNetwork network = new TestNetwork();
        List<Receipt> receipts = new ArrayList<>();
        for (long id = 100; id < 120; id++) {
            register(network, id);
        }
        for (long id = 100; id < 120; id++) {
            receipts.add(network.submit(new GrantRole(new PartyId(id), Role.GOVERNOR), majority(network)));
        }

        assertThat(receipts.stream().filter(Receipt::isAccepted)).hasSize(12);
        assertThat(receipts.getLast().refusals())
                .extracting(Refusal::code)
                .containsExactly(RefusalCode.POLICY_IMPOSSIBLE);
    }

    private static void register(TestNetwork network, long id) {
        PublicKey key = Ed25519.publicKeyOf(TestNetwork.privateKey(id));
        assertThat(network.submit(new RegisterParty(new PartyId(id), "one of many", key), majority(network))
                        .isAccepted())
                .isTrue();
    }

    private static long[] majority(TestNetwork network) {
        List<PartyId> governors = network.state().activeWithRole(Role.GOVERNOR, 100);
        return governors.stream()
                .limit(governors.size() / 2 + 1)
                .mapToLong(PartyId::number)
                .toArray();
    }
}
