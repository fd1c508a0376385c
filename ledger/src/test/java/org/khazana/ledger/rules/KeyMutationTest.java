package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.operation.OperationForms;
import org.khazana.ledger.operation.RestrictionOperation;
import org.khazana.ledger.rules.AuthorisationMutationTest.Right;
import org.khazana.ledger.state.KeyThreshold;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.Tables;

/** Every operation with exactly those who must sign it, one of whom signs by another key: only a good one is as good. */
class KeyMutationTest {
    /** Keys of nobody. */
    private static final long NEW_KEY = 200;

    private static final long OTHER_NEW_KEY = 201;
    private static final Hash PERSON = Domain.GENESIS.hash(new byte[] {7});

    static Stream<Right> rightOnes() {
        return AuthorisationMutationTest.rightOnes();
    }

    @ParameterizedTest
    @MethodSource("rightOnes")
    void anotherGoodKeyOfTheSamePartyIsAsGood(Right right) {
        for (int signer = 0; signer < right.signers().size(); signer++) {
            TestNetwork network = right.network();
            addKey(network, NEW_KEY, right.signers().get(signer), 1);

            assertThat(result(network, right, by(right, signer, NEW_KEY))).isEqualTo("accepted");
        }
    }

    @ParameterizedTest
    @MethodSource("rightOnes")
    void aKeyThatNobodyHasOrHasNoMoreSignsForNobody(Right right) {
        for (int signer = 0; signer < right.signers().size(); signer++) {
            TestNetwork network = right.network();
            assertThat(result(network, right, by(right, signer, NEW_KEY))).isEqualTo("2002 KEY_UNKNOWN");

            addKey(network, NEW_KEY, right.signers().get(signer), 1);
            PartyKey key = network.state()
                    .key(Ed25519.publicKeyOf(TestNetwork.privateKey(NEW_KEY)))
                    .orElseThrow();
            network.state().apply(List.of(Tables.KEYS.put(key.revoked())));
            assertThat(result(network, right, by(right, signer, NEW_KEY))).isEqualTo("2002 KEY_UNKNOWN");
        }
    }

    @ParameterizedTest
    @MethodSource("rightOnes")
    void keysThatAreTooLightSignTogetherOnly(Right right) {
        for (int signer = 0; signer < right.signers().size(); signer++) {
            TestNetwork network = right.network();
            long party = right.signers().get(signer);
            network.state().apply(List.of(Tables.KEY_THRESHOLDS.put(new KeyThreshold(TestNetwork.id(party), 2))));
            addKey(network, NEW_KEY, party, 1);
            assertThat(result(network, right, right.signers())).isEqualTo("2003 KEY_THRESHOLD_NOT_MET");
            assertThat(result(network, right, by(right, signer, NEW_KEY))).isEqualTo("2003 KEY_THRESHOLD_NOT_MET");

            List<Long> both = new ArrayList<>(right.signers());
            both.add(NEW_KEY);
            assertThat(result(network, right, both)).isEqualTo("accepted");
        }
    }

    /** Whatever else is wrong then: the party may own an account as well. */
    @ParameterizedTest
    @MethodSource("rightOnes")
    void noKeyOfASuspendedPartySigns(Right right) {
        for (int signer = 0; signer < right.signers().size(); signer++) {
            TestNetwork network = right.network();
            long party = right.signers().get(signer);
            addKey(network, NEW_KEY, party, 1);
            network.state()
                    .party(TestNetwork.id(party))
                    .map(active -> active.with(PartyStatus.SUSPENDED))
                    .ifPresent(suspended -> network.state().apply(List.of(Tables.PARTIES.put(suspended))));

            assertThat(result(network, right, by(right, signer, NEW_KEY))).startsWith("3003 PARTY_NOT_ACTIVE");
        }
    }

    /** Where four eyes are asked for, by a policy or for a block by sanctions; who shares a custodian's account does so knowingly. */
    @ParameterizedTest
    @MethodSource("rightOnes")
    void oneHumanIsNotTwoParties(Right right) {
        boolean isForFourEyes = right.operation() instanceof RestrictionOperation
                || right.network()
                        .state()
                        .policy(OperationForms.of(right.operation()).name())
                        .isPresent();
        for (int first = 0; first < right.signers().size(); first++) {
            for (int second = first + 1; second < right.signers().size(); second++) {
                TestNetwork network = right.network();
                addKey(network, NEW_KEY, right.signers().get(first), 1);
                addKey(network, OTHER_NEW_KEY, right.signers().get(second), 1);
                List<Long> keys = by(right, first, NEW_KEY);
                keys.set(second, OTHER_NEW_KEY);

                assertThat(result(network, right, keys)).isEqualTo(isForFourEyes ? "2007 SAME_PERSON" : "accepted");
            }
        }
    }

    private static List<Long> by(Right right, int signer, long key) {
        List<Long> keys = new ArrayList<>(right.signers());
        keys.set(signer, key);
        return keys;
    }

    /** All keys that are added are one human's. */
    private static void addKey(TestNetwork network, long key, long party, int weight) {
        PartyKey added = new PartyKey(
                Ed25519.publicKeyOf(TestNetwork.privateKey(key)),
                TestNetwork.id(party),
                false,
                weight,
                Optional.of(PERSON));
        network.state().apply(List.of(Tables.KEYS.put(added)));
    }

    private static String result(TestNetwork network, Right right, List<Long> keys) {
        return Attempt.describe(network.submit(TestNetwork.envelope(
                network.body(right.signers().getFirst(), right.operation()),
                keys.stream().mapToLong(Long::longValue).toArray())));
    }
}
