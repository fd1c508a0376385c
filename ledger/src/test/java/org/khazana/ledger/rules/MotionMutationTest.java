package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OperationForms;
import org.khazana.ledger.operation.OpposeMotion;
import org.khazana.ledger.operation.RaiseMotion;
import org.khazana.ledger.operation.SupportMotion;
import org.khazana.ledger.rules.AuthorisationMutationTest.Right;
import org.khazana.ledger.state.Motion;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.transaction.TransactionId;

/**
 * Every operation with a policy, agreed to one after another: raised by its sender and supported by each of the others. Each of
 * these steps is left out, repeated, made by somebody else or too late, and all are made in another order: only the right set has it
 * carried out.
 */
class MotionMutationTest {
    private static final long HOUR_MILLIS = 3_600_000;

    static Stream<Right> rightOnes() {
        return AuthorisationMutationTest.rightOnes()
                .filter(right ->
                        policy(AuthorisationMutationTest.PREPARED, right).isPresent());
    }

    /** Those for which somebody has to agree after the sender. */
    static Stream<Right> ofSeveral() {
        return rightOnes().filter(right -> right.signers().size() > 1);
    }

    static Stream<Right> ofThree() {
        return rightOnes().filter(right -> right.signers().size() > 2);
    }

    /** One right set, and a motion for it. */
    private record Course(TestNetwork network, Right right, TransactionId motion) {
        static Course raised(Right right) {
            TestNetwork network = right.network();
            RaiseMotion raise = new RaiseMotion(network.nowMillis() + 24 * HOUR_MILLIS, right.operation());
            String result =
                    Attempt.describe(network.submit(raise, right.signers().getFirst()));
            assertThat(result).isEqualTo("accepted");
            return new Course(network, right, network.raised(network.raisedSoFar()));
        }

        List<Long> others() {
            return right.signers().subList(1, right.signers().size());
        }

        List<Long> othersBut(long spared) {
            return others().stream().filter(party -> party != spared).toList();
        }

        String support(long party) {
            return said(new SupportMotion(motion.hash()), party);
        }

        String oppose(long party) {
            return said(new OpposeMotion(motion.hash()), party);
        }

        private String said(Operation operation, long party) {
            return Attempt.describe(network.submit(operation, party));
        }

        void supportedBy(List<Long> parties) {
            parties.forEach(party -> assertThat(support(party)).isEqualTo("accepted"));
        }

        Motion.Status status() {
            return network.state().motion(motion).orElseThrow().status();
        }
    }

    @Test
    void everyOperationWithAPolicyIsTried() {
        assertThat(rightOnes()
                        .map(right -> OperationForms.of(right.operation()).name())
                        .collect(Collectors.toSet()))
                .isEqualTo(AuthorisationMutationTest.PREPARED.state().policies().stream()
                        .map(Policy::operation)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("rightOnes")
    void theRightOnesHaveItCarriedOutInAnyOrder(Right right) {
        for (List<Long> order : Orders.of(Course.raised(right).others())) {
            Course course = Course.raised(right);
            for (long party : order) {
                assertThat(course.status()).isEqualTo(Motion.Status.OPEN);
                assertThat(course.support(party)).isEqualTo("accepted");
            }
            assertThat(course.status()).isEqualTo(Motion.Status.CARRIED_OUT);
        }
    }

    @ParameterizedTest
    @MethodSource("ofSeveral")
    void nobodyCanBeSpared(Right right) {
        for (long spared : Course.raised(right).others()) {
            Course course = Course.raised(right);
            course.supportedBy(course.othersBut(spared));

            assertThat(course.status()).isEqualTo(Motion.Status.OPEN);
        }
    }

    @ParameterizedTest
    @MethodSource("ofSeveral")
    void nobodyAgreesTwice(Right right) {
        for (long spared : Course.raised(right).others()) {
            Course course = Course.raised(right);
            course.supportedBy(course.othersBut(spared));

            assertThat(course.support(right.signers().getFirst())).isEqualTo("2027 MOTION_VOICE_UNCHANGED");
            for (long repeated : course.othersBut(spared)) {
                assertThat(course.support(repeated)).isEqualTo("2027 MOTION_VOICE_UNCHANGED");
            }
            assertThat(course.status()).isEqualTo(Motion.Status.OPEN);
        }
    }

    /** A stranger, one who is suspended, and one who was suspended since. */
    @ParameterizedTest
    @MethodSource("ofSeveral")
    void nobodyElseCanAgreeInsteadOfSomebody(Right right) {
        for (long replaced : Course.raised(right).others()) {
            Course course = Course.raised(right);
            course.supportedBy(course.othersBut(replaced));

            assertThat(course.support(TestNetwork.CHEN)).isEqualTo("2005 ROLE_MISSING");
            assertThat(course.oppose(TestNetwork.CHEN)).isEqualTo("2005 ROLE_MISSING");
            assertThat(course.support(TestNetwork.SUSPENDED))
                    .isEqualTo("3003 PARTY_NOT_ACTIVE" + (isForGovernors(right) ? "" : ", 2005 ROLE_MISSING"));
            suspend(course.network(), replaced);
            assertThat(course.support(replaced)).startsWith("3003 PARTY_NOT_ACTIVE");
            assertThat(course.status()).isEqualTo(Motion.Status.OPEN);
        }
    }

    /** Where three must agree: the second is suspended before the third agrees. */
    @ParameterizedTest
    @MethodSource("ofThree")
    void theWordOfOneThatWasSuspendedSinceDoesNotCount(Right right) {
        for (List<Long> order : Orders.of(Course.raised(right).others())) {
            Course course = Course.raised(right);
            course.supportedBy(order.subList(0, order.size() - 1));
            suspend(course.network(), order.getFirst());

            assertThat(course.support(order.getLast())).isEqualTo("accepted");
            assertThat(course.status()).isEqualTo(Motion.Status.OPEN);
        }
    }

    @ParameterizedTest
    @MethodSource("ofSeveral")
    void withoutWhoeverRaisedItNothingIsCarriedOut(Right right) {
        Course course = Course.raised(right);
        suspend(course.network(), right.signers().getFirst());

        assertThat(course.support(course.others().getFirst())).startsWith("3003 PARTY_NOT_ACTIVE");
        assertThat(course.status()).isEqualTo(Motion.Status.OPEN);
    }

    /** Unless somebody else can agree instead it is rejected at once; in any case it waits for who opposes it, or for nobody any more. */
    @ParameterizedTest
    @MethodSource("ofSeveral")
    void whoeverOpposesItDoesNotAgree(Right right) {
        for (long opposed : Course.raised(right).others()) {
            Course course = Course.raised(right);
            assertThat(course.oppose(opposed)).isEqualTo("accepted");
            assertThat(course.oppose(opposed)).endsWith("2027 MOTION_VOICE_UNCHANGED");
            boolean isRejected = course.status() == Motion.Status.REJECTED;
            for (long other : course.othersBut(opposed)) {
                assertThat(course.support(other)).isEqualTo(isRejected ? "2025 MOTION_NOT_OPEN" : "accepted");
            }
            assertThat(course.status()).isEqualTo(isRejected ? Motion.Status.REJECTED : Motion.Status.OPEN);

            assertThat(course.support(opposed)).isEqualTo(isRejected ? "2025 MOTION_NOT_OPEN" : "accepted");
            assertThat(course.status()).isEqualTo(isRejected ? Motion.Status.REJECTED : Motion.Status.CARRIED_OUT);
        }
    }

    @ParameterizedTest
    @MethodSource("ofSeveral")
    void whoeverRaisedItTakesItBack(Right right) {
        Course course = Course.raised(right);
        assertThat(course.oppose(right.signers().getFirst())).isEqualTo("accepted");

        assertThat(course.status()).isEqualTo(Motion.Status.REJECTED);
        course.others().forEach(party -> assertThat(course.support(party)).isEqualTo("2025 MOTION_NOT_OPEN"));
    }

    @ParameterizedTest
    @MethodSource("ofSeveral")
    void afterItsTimeNobodyAgrees(Right right) {
        Course course = Course.raised(right);
        List<Long> others = course.others();
        course.supportedBy(others.subList(0, others.size() - 1));
        course.network().passDays(1);

        assertThat(course.support(others.getLast())).isEqualTo("2009 MOTION_EXPIRED");
        assertThat(course.oppose(others.getLast())).isEqualTo("2009 MOTION_EXPIRED");
        assertThat(course.status()).isEqualTo(Motion.Status.OPEN);
    }

    @ParameterizedTest
    @MethodSource("ofSeveral")
    void oneHumanDoesNotAgreeForTwoParties(Right right) {
        for (long party : Course.raised(right).others()) {
            TestNetwork network = right.network();
            isKeyOfOneHuman(network, right.signers().getFirst());
            isKeyOfOneHuman(network, party);
            RaiseMotion raise = new RaiseMotion(network.nowMillis() + HOUR_MILLIS, right.operation());
            assertThat(Attempt.describe(network.submit(raise, right.signers().getFirst())))
                    .isEqualTo("accepted");
            Course course = new Course(network, right, network.raised(network.raisedSoFar()));

            assertThat(course.support(party)).isEqualTo("2007 SAME_PERSON");
        }
    }

    /** A support is for one motion: that for the same operation, raised again, is another one. */
    @ParameterizedTest
    @MethodSource("ofSeveral")
    void agreementToOneIsNoneToAnother(Right right) {
        Course course = Course.raised(right);
        RaiseMotion again = new RaiseMotion(course.network().nowMillis() + HOUR_MILLIS, right.operation());
        assertThat(Attempt.describe(
                        course.network().submit(again, right.signers().getFirst())))
                .isEqualTo("accepted");
        course.supportedBy(course.others());

        TransactionId second = course.network().raised(course.network().raisedSoFar());
        assertThat(course.status()).isEqualTo(Motion.Status.CARRIED_OUT);
        assertThat(course.network()
                        .state()
                        .motion(second)
                        .orElseThrow()
                        .agreed()
                        .parties())
                .containsExactly(TestNetwork.id(right.signers().getFirst()));
    }

    private static Optional<Policy> policy(TestNetwork network, Right right) {
        return network.state().policy(OperationForms.of(right.operation()).name());
    }

    private static boolean isForGovernors(Right right) {
        return policy(AuthorisationMutationTest.PREPARED, right).orElseThrow().voices().stream()
                .anyMatch(voice -> voice.role() == Role.GOVERNOR);
    }

    private static void suspend(TestNetwork network, long party) {
        network.state()
                .party(TestNetwork.id(party))
                .map(active -> active.with(PartyStatus.SUSPENDED))
                .ifPresent(suspended -> network.state().apply(List.of(Tables.PARTIES.put(suspended))));
    }

    private static void isKeyOfOneHuman(TestNetwork network, long party) {
        network.state()
                .apply(List.of(Tables.KEYS.put(new PartyKey(
                        Ed25519.publicKeyOf(TestNetwork.privateKey(party)),
                        TestNetwork.id(party),
                        false,
                        1,
                        Optional.of(Domain.GENESIS.hash(new byte[] {7}))))));
    }
}
