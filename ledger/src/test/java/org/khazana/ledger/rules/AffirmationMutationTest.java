package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.AMNA;
import static org.khazana.ledger.execution.TestNetwork.BILAL;
import static org.khazana.ledger.execution.TestNetwork.CHEN;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.SUSPENDED;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.Tables;

/**
 * Instructions with exactly those who must affirm them, one after another; then each affirmation is left out, repeated, given by
 * somebody else or too late, and all in every order: nothing moves before the last of the right ones. The same for giving up what all have affirmed.
 */
class AffirmationMutationTest {

    /**
     * An instruction that the dealer creates.
     *
     * @param words without its number
     * @param needed all who must affirm it
     */
    record Agreement(String words, List<Long> needed) {
        static Agreement of(String words, Long... needed) {
            return new Agreement(words, List.of(needed));
        }

        /** Created, and not affirmed by anybody. */
        TestNetwork network() {
            TestNetwork network = AuthorisationMutationTest.PREPARED.quickFork();
            assertThat(AffirmationMutationTest.result(network, "instruct 1 " + words, DEALER))
                    .isEqualTo("accepted");
            return network;
        }

        TestNetwork affirmedBy(List<Long> parties) {
            TestNetwork network = network();
            parties.forEach(party -> assertThat(AffirmationMutationTest.result(network, "affirm 1", party))
                    .isEqualTo("accepted"));
            return network;
        }

        List<Long> but(long party) {
            List<Long> others = new ArrayList<>(needed);
            others.remove(party);
            return others;
        }
    }

    /** Five days have passed before. By debit rules, by a rule for what enters, by both; some of it set aside, some of it in parts. */
    static Stream<Agreement> agreements() {
        return Stream.of(
                Agreement.of("on 5 until 9: 1 BILL 3001 5001, 1 PKR 5001 3001", DEALER, CUSTODIAN),
                Agreement.of("on 5 until 9 locking: 1 BILL 3001 5001, 1 PKR 5001 3001", DEALER, CUSTODIAN),
                Agreement.of("on 5 until 9 partial: 2 BILL 3001 5001, 2 PKR 5001 3001", DEALER, CUSTODIAN),
                Agreement.of("on 5 until 9: 1 BILL 3001 5102, 1 PKR 5001 3001", DEALER, CUSTODIAN, AMNA),
                Agreement.of(
                        "on 5 until 9: 1 BILL 6002 5102, 1 PKR 5001 6001, 1 BILL 3001 5001, 1 PKR 5001 3001",
                        DEALER,
                        CUSTODIAN,
                        AMNA,
                        BILAL));
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void theRightOnesHaveItSettledInAnyOrder(Agreement agreement) {
        for (List<Long> order : Orders.of(agreement.needed())) {
            TestNetwork network = agreement.affirmedBy(order.subList(0, order.size() - 1));
            assertNothingMoved(network, agreement);

            assertThat(result(network, "affirm 1", order.getLast())).isEqualTo("accepted");
            assertThat(status(network)).isEqualTo(Instruction.Status.SETTLED);
        }
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void togetherAndOneAfterAnotherIsTheSame(Agreement agreement) {
        TestNetwork network = agreement.network();
        assertThat(result(network, "affirm 1", numbers(agreement.needed()))).isEqualTo("accepted");

        assertThat(status(network)).isEqualTo(Instruction.Status.SETTLED);
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void nobodyCanBeSpared(Agreement agreement) {
        for (long spared : agreement.needed()) {
            TestNetwork network = agreement.affirmedBy(agreement.but(spared));

            assertThat(result(network, "carry-out 1", DEALER)).isEqualTo("7006 INSTRUCTION_NOT_MATCHED");
            assertNothingMoved(network, agreement);
        }
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void nobodyAffirmsTwice(Agreement agreement) {
        for (long spared : agreement.needed()) {
            TestNetwork network = agreement.affirmedBy(agreement.but(spared));
            for (long repeated : agreement.but(spared)) {
                assertThat(result(network, "affirm 1", repeated)).isEqualTo("7002 INSTRUCTION_AFFIRMED_ALREADY");
            }
            assertNothingMoved(network, agreement);
        }
    }

    /** A stranger, an issuer, one that is suspended; by itself or beside one that has affirmed. */
    @ParameterizedTest
    @MethodSource("agreements")
    void nobodyElseAffirmsInsteadOfSomebody(Agreement agreement) {
        for (long replaced : agreement.needed()) {
            TestNetwork network = agreement.affirmedBy(agreement.but(replaced));

            assertThat(result(network, "affirm 1", CHEN)).isEqualTo("7003 NOT_A_PARTY");
            assertThat(result(network, "affirm 1", MINISTRY)).isEqualTo("7003 NOT_A_PARTY");
            assertThat(result(network, "affirm 1", SUSPENDED)).isEqualTo("3003 PARTY_NOT_ACTIVE, 7003 NOT_A_PARTY");
            assertThat(result(network, "affirm 1", replaced, CHEN)).isEqualTo("2039 SIGNATURE_NOT_NEEDED");
            assertThat(result(network, "affirm 1", replaced, SUSPENDED)).startsWith("3003 PARTY_NOT_ACTIVE");
            assertNothingMoved(network, agreement);
        }
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void theWordOfOneThatWasSuspendedSinceDoesNotCount(Agreement agreement) {
        for (long suspended : agreement.needed()) {
            List<Long> order = new ArrayList<>(agreement.but(suspended));
            order.addFirst(suspended);
            TestNetwork network = agreement.affirmedBy(order.subList(0, order.size() - 1));
            network.state()
                    .party(TestNetwork.id(suspended))
                    .map(active -> active.with(PartyStatus.SUSPENDED))
                    .ifPresent(party -> network.state().apply(List.of(Tables.PARTIES.put(party))));
            result(network, "affirm 1", order.getLast());

            assertThat(result(network, "carry-out 1", CHEN)).isEqualTo("7006 INSTRUCTION_NOT_MATCHED");
            assertNothingMoved(network, agreement);
        }
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void afterItsTimeNobodyAffirms(Agreement agreement) {
        List<Long> needed = agreement.needed();
        TestNetwork network = agreement.affirmedBy(needed.subList(0, needed.size() - 1));
        network.passDays(4);

        assertThat(result(network, "affirm 1", needed.getLast())).isEqualTo("7009 INSTRUCTION_EXPIRED");
        assertThat(result(network, "carry-out 1", DEALER)).isEqualTo("7009 INSTRUCTION_EXPIRED");
        assertNothingMoved(network, agreement);
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void affirmingOneIsNotAffirmingAnother(Agreement agreement) {
        List<Long> needed = agreement.needed();
        TestNetwork network = agreement.affirmedBy(needed.subList(0, needed.size() - 1));
        assertThat(result(network, "instruct 2 " + agreement.words(), DEALER)).isEqualTo("accepted");

        assertThat(result(network, "affirm 2", needed.getLast())).isEqualTo("accepted");
        assertNothingMoved(network, agreement);
    }

    /** It stays agreed, on a later day, until all of them have given it up. */
    @ParameterizedTest
    @MethodSource("agreements")
    void onlyAllWhoAffirmedItGiveItUp(Agreement agreement) {
        Agreement later = new Agreement(agreement.words().replace("on 5", "on 6"), agreement.needed());
        for (List<Long> order : Orders.of(later.needed())) {
            TestNetwork network = later.affirmedBy(later.needed());
            for (long party : order) {
                assertThat(status(network)).isEqualTo(Instruction.Status.OPEN);
                assertThat(result(network, "cancel 1", CHEN)).isEqualTo("7003 NOT_A_PARTY");
                assertThat(result(network, "cancel 1", party)).isEqualTo("accepted");
                assertThat(result(network, "cancel 1", party))
                        .isEqualTo(
                                party == order.getLast() ? "7013 INSTRUCTION_NOT_OPEN" : "7015 CANCELLATION_UNCHANGED");
            }
            assertThat(status(network)).isEqualTo(Instruction.Status.CANCELLED);
        }
    }

    private static void assertNothingMoved(TestNetwork network, Agreement agreement) {
        assertThat(status(network)).isEqualTo(Instruction.Status.OPEN);
        assertThat(holdings(network)).isEqualTo(holdings(agreement.network()));
    }

    /** Whatever of it is set aside. */
    private static List<String> holdings(TestNetwork network) {
        return network.state().records(Tables.POSITIONS).stream()
                .map(position -> position.account() + " " + position.quantity() + " " + position.asset())
                .toList();
    }

    private static Instruction.Status status(TestNetwork network) {
        return network.state().instruction(1).orElseThrow().status();
    }

    private static long[] numbers(List<Long> parties) {
        return parties.stream().mapToLong(Long::longValue).toArray();
    }

    private static String result(TestNetwork network, String words, long... signers) {
        return Attempt.describe(network.submit(InstructionWords.read(words), signers));
    }
}
