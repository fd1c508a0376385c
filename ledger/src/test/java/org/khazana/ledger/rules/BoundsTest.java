package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.RoleScope;
import org.khazana.ledger.authority.Share;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.RoleGrant;
import org.khazana.ledger.state.RoleTables;
import org.khazana.ledger.state.Tables;

/** Bounds that are too wide for rows of a table: so many are accepted, one more is refused, and what goes makes room. */
class BoundsTest {
    private final TestNetwork network = new TestNetwork();

    private List<RefusalCode> codes(String words, long... signers) {
        return network
                .submit(new Attempt(0, List.of(), words, "").operation(words, network), signers)
                .refusals()
                .stream()
                .map(Refusal::code)
                .toList();
    }

    private void done(String words, long... signers) {
        assertThat(codes(words, signers)).isEmpty();
    }

    @Test
    void aPartyHas64OpenMotions() {
        done("create PK0000000007 PKR 500000 0 364 1000 1 1", TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        for (int motion = 1; motion <= 64; motion++) {
            done("raise 24 hours to issue 1 BILL 3001", TestNetwork.MINISTRY);
        }

        assertThat(codes("raise 24 hours to issue 1 BILL 3001", TestNetwork.MINISTRY))
                .containsExactly(RefusalCode.MOTIONS_TOO_MANY);
        // Those of others do not count, and one that is decided makes room.
        done("raise 24 hours to register 20 Broker 20", TestNetwork.DOUBLE);
        done("support 64", TestNetwork.CENTRAL_BANK);
        done("raise 24 hours to issue 1 BILL 3001", TestNetwork.MINISTRY);
        assertThat(codes("raise 24 hours to issue 1 BILL 3001", TestNetwork.MINISTRY))
                .containsExactly(RefusalCode.MOTIONS_TOO_MANY);
    }

    /** Of more than are counted, so many would never be enough: nothing is carried out meanwhile. */
    @Test
    void sixtyFourPartiesAreCountedForAMotionOrAgainstIt() {
        network.state()
                .apply(List.of(Tables.POLICIES.put(new Policy(
                        "registerParty",
                        List.of(new Voice(Role.GOVERNOR, Share.ONE), new Voice(Role.AUDITOR, Share.ALL))))));
        LongStream.rangeClosed(101, 165).forEach(this::addAuditor);
        done("raise 24 hours to register 20 Broker 20", TestNetwork.MINISTRY);
        for (long auditor = 101; auditor <= 163; auditor++) {
            done("support 1", auditor);
        }

        assertThat(codes("support 1", 164)).containsExactly(RefusalCode.MOTION_VOICES_TOO_MANY);
        assertThat(codes("oppose 1", 165)).containsExactly(RefusalCode.MOTION_VOICES_TOO_MANY);
        // Who has spoken may still change its mind.
        done("oppose 1", 101);
    }

    private void addAuditor(long number) {
        PublicKey key = Ed25519.publicKeyOf(TestNetwork.privateKey(number));
        network.state()
                .apply(List.of(
                        Tables.PARTIES.put(Party.active(TestNetwork.id(number), "auditor " + number)),
                        Tables.KEYS.put(PartyKey.of(key, TestNetwork.id(number))),
                        RoleTables.GRANTS.put(new RoleGrant(
                                TestNetwork.id(number), Role.AUDITOR, RoleScope.EVERYTHING, Optional.empty()))));
    }

    /** Its first one is one of them. */
    @Test
    void aPartyHas32KeysThatSign() {
        for (int key = 101; key <= 131; key++) {
            done("add-key " + key, TestNetwork.AMNA);
        }

        assertThat(codes("add-key 132", TestNetwork.AMNA)).containsExactly(RefusalCode.KEYS_TOO_MANY);
        done("revoke-key 131", TestNetwork.AMNA);
        done("add-key 132", TestNetwork.AMNA);
        assertThat(codes("add-key 133", TestNetwork.AMNA)).containsExactly(RefusalCode.KEYS_TOO_MANY);
    }

    @Test
    void sixteenAttestorsVouchForAnInstrument() {
        done("define reserve PK0000000007", TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        for (long attestor = 101; attestor <= 117; attestor++) {
            done("register " + attestor + " Vault " + attestor, TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
            done("grant " + attestor + " ATTESTOR_RESERVE", TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        }
        for (long attestor = 101; attestor <= 116; attestor++) {
            done("vouch BILL 100 at 0", attestor);
        }

        assertThat(codes("vouch BILL 100 at 0", 117)).containsExactly(RefusalCode.ATTESTORS_TOO_MANY);
        done("vouch BILL 50 at 0", 116);
        done("take-back BILL", 101);
        done("vouch BILL 100 at 0", 117);
        assertThat(codes("vouch BILL 100 at 0", 101)).containsExactly(RefusalCode.ATTESTORS_TOO_MANY);
    }
}
