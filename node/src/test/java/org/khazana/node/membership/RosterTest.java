package org.khazana.node.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.node.membership.Appointed.configuration;
import static org.khazana.node.membership.Appointed.set;
import static org.khazana.node.membership.Appointed.tlsKey;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.membership.Configuration;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.validator.Validator;
import org.khazana.node.transport.PeerAddress;

class RosterTest {
    private static final Configuration FOUNDING = configuration("A1 b1 x1");

    private final InMemoryLedgerState ledger = new InMemoryLedgerState();

    private Roster roster(String inForce, String... appointed) {
        ledger.apply(List.of(Tables.MEMBERSHIP.put(Roster.membership(configuration(inForce)))));
        for (int epoch = 0; epoch < appointed.length; epoch++) {
            ledger.apply(Tables.appoint(set(epoch, appointed[epoch])));
        }
        return Roster.of(ledger, FOUNDING);
    }

    @Test
    void whoIsAppointedNoMoreIsKnownUntilHeTakesPartNoMore() {
        Roster leaving = roster("A1 b1 c1", "A1 b1 c1", "A1 b1");

        assertThat(leaving.everybody()).extracting(Validator::id).containsExactly("a", "b", "c");
        assertThat(leaving.validatorWithTlsKey(tlsKey('c').toString())).contains("c");

        ledger.apply(List.of(Tables.MEMBERSHIP.put(Roster.membership(configuration("A1 b1")))));
        Roster left = Roster.of(ledger, FOUNDING);
        assertThat(left.everybody()).extracting(Validator::id).containsExactly("a", "b");
        assertThat(left.validatorWithTlsKey(tlsKey('c').toString())).isEmpty();
    }

    @Test
    void whoWasAppointedButDoesNotTakePartYetIsKnown() {
        Roster roster = roster("A1 b1", "A1 b1", "A1 b1 d1");

        assertThat(roster.validatorWithTlsKey(tlsKey('d').toString())).contains("d");
    }

    @Test
    void theFoundersTakePartUntilABlockSaysOtherwise() {
        ledger.apply(Tables.appoint(set(0, "A1 b1 x1")));

        assertThat(Roster.of(ledger, FOUNDING).inForce()).isEqualTo(FOUNDING);
    }

    @Test
    void aStrangersKeyIsNobodys() {
        assertThat(roster("A1 b1", "A1 b1").validatorWithTlsKey(tlsKey('x').toString()))
                .isEmpty();
    }

    @Test
    void theNodeFileSaysWhereSomebodyIsBeforeTheGovernorsDo() {
        PeerDirectory directory = new PeerDirectory("a", List.of(new PeerAddress("b", "127.0.0.1", 7)));
        Roster roster = roster("A1 b1", "A1 b1 c1");

        assertThat(directory.peers(roster)).containsExactly(new PeerAddress("b", "127.0.0.1", 7));
    }
}
