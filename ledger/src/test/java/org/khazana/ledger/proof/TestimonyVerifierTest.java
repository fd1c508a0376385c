package org.khazana.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;
import static org.khazana.ledger.proof.CertifiedHistory.certificate;
import static org.khazana.ledger.proof.CertifiedHistory.voter;
import static org.khazana.ledger.proof.CertifiedHistory.voters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.RegisterKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/** Blocks 2 and 5 appoint others, the latter twice: heights 0 to 2 are of epoch 0, 3 to 5 of epoch 1, and 6 and 7 of epoch 3. */
class TestimonyVerifierTest {
    private static final ValidatorSet FOUNDERS = voters(0, 1, 4);
    private static final SignatureVerifier SIGNATURES = CertifiedHistory.remembering();
    private static final List<Change> NOTHING = List.of();

    private final CertifiedHistory history =
            new CertifiedHistory(FOUNDERS, new Position(new AccountId(17), BILL, 5_000).set());
    private final TestimonyVerifier verifier = new TestimonyVerifier(CHAIN, FOUNDERS, SIGNATURES);
    private final AppointmentStep toFirst;
    private final AppointmentStep toThird;

    TestimonyVerifierTest() {
        history.play(NOTHING);
        history.play(Tables.appoint(voters(1, 3, 6)));
        toFirst = history.step(1, 2, 4);
        history.play(NOTHING);
        history.play(NOTHING);
        List<Change> twice = new ArrayList<>(Tables.appoint(voters(2, 5, 5)));
        twice.addAll(Tables.appoint(voters(3, 7, 8)));
        history.play(twice);
        toThird = history.step(3, 4, 5);
        history.play(NOTHING);
        history.play(NOTHING);
    }

    private Testimony testimony(List<AppointmentStep> steps, int wanted, int certified, int... signers) {
        return new Testimony(steps, history.heads(wanted, certified), certificate(history.head(certified), signers));
    }

    private Vouched vouched(Testimony testimony) throws Doubtful {
        return verifier.verify(testimony);
    }

    private void assertDoubted(Testimony testimony, Doubt doubt, String sentence) {
        assertDoubted(verifier, testimony, doubt, sentence);
    }

    private static void assertDoubted(TestimonyVerifier verifier, Testimony testimony, Doubt doubt, String sentence) {
        assertThatThrownBy(() -> verifier.verify(testimony)).isInstanceOfSatisfying(Doubtful.class, doubtful -> {
            assertThat(doubtful.verdict().doubt()).isEqualTo(doubt);
            assertThat(doubtful.verdict().sentence()).contains(sentence);
        });
    }

    @Test
    void stepsLeadFromTheGenesisToLaterValidators() throws Exception {
        Vouched vouched = vouched(testimony(List.of(toFirst, toThird), 1, 7, 7, 8));

        assertThat(vouched.head()).isEqualTo(history.head(1));
        assertThat(vouched.certified()).isEqualTo(history.head(7));
        assertThat(vouched.signers()).containsExactlyInAnyOrder(voter(7), voter(8));
        assertThat(vouched.voterCount()).isEqualTo(2);
        assertThat(vouched.newestEpoch()).isEqualTo(3);
        assertThat(vouched(testimony(List.of(toFirst), 3, 4, 4, 5, 6)).newestEpoch())
                .isEqualTo(1);
    }

    @Test
    void stepsMayGoOnBeyondTheCertificateWhichThenMustBeOfItsTime() throws Exception {
        List<AppointmentStep> steps = List.of(toFirst, toThird);
        assertThat(vouched(testimony(steps, 0, 1, 1, 2, 3)).newestEpoch()).isEqualTo(3);
        assertThat(vouched(testimony(steps, 2, 2, 1, 2, 3)).certified()).isEqualTo(history.head(2));

        Head second = history.head(1).next(0, history.head(2).blockHash(), hash("other"), hash("other"));
        assertThat(vouched(new Testimony(List.of(), List.of(), certificate(second, 1, 2, 3)))
                        .head())
                .as("without steps nobody can see that another head ended the epoch")
                .isEqualTo(second);
        assertDoubted(
                new Testimony(steps, List.of(), certificate(second, 1, 2, 3)),
                Doubt.CERTIFICATE_WRONG,
                "replaced by another head of height 2");
        Head third = second.next(0, hash("other"), hash("other"), hash("other"));
        assertDoubted(
                new Testimony(steps, List.of(), certificate(third, 1, 2, 3)),
                Doubt.CERTIFICATE_WRONG,
                "were replaced at height 2");
        Head early = history.head(0).next(1, hash("other"), hash("other"), hash("other"));
        assertDoubted(
                new Testimony(steps, List.of(), certificate(early, 3, 4, 5)),
                Doubt.CERTIFICATE_WRONG,
                "decide from height 3 on");
    }

    private static Hash hash(String text) {
        return CertifiedHistory.hash(text);
    }

    @Test
    void aStepThatIsNotProvedEndsEverything() {
        Certificate certificate = certificate(history.head(4), 3, 4, 5);
        AppointmentStep byTooFew = new AppointmentStep(
                certificate(history.head(2), 1, 2), toFirst.validators(), toFirst.newest());
        AppointmentStep ofAnotherHead = new AppointmentStep(
                certificate(history.head(1), 1, 2, 3), toFirst.validators(), toFirst.newest());
        AppointmentStep otherSet = new AppointmentStep(toFirst.certificate(), toThird.validators(), toFirst.newest());
        AppointmentStep otherEpoch = new AppointmentStep(toFirst.certificate(), toFirst.validators(), toThird.newest());
        AppointmentStep absent = new AppointmentStep(
                toFirst.certificate(), toFirst.validators(), history.proof(Tables.HALT, RegisterKey.HALT));

        for (AppointmentStep wrong : List.of(byTooFew, ofAnotherHead, otherSet, otherEpoch, absent, toThird)) {
            assertDoubted(new Testimony(List.of(wrong), List.of(), certificate), Doubt.STEP_WRONG, "epoch 0");
        }
        assertDoubted(
                new Testimony(List.of(toFirst, toFirst), List.of(), certificate), Doubt.STEP_WRONG, "from epoch 1");
        assertDoubted(
                new Testimony(List.of(toThird, toFirst), List.of(), certificate), Doubt.STEP_WRONG, "from epoch 0");
    }

    /** That a set stands in the state is not enough: all earlier ones do. */
    @Test
    void aStepToAnEpochThatIsNotTheNewestIsNotProved() {
        CertifiedHistory other = new CertifiedHistory(FOUNDERS);
        Head head = other.play(Tables.appoint(voters(1, 3, 6)));
        AppointmentStep good = other.step(1, 2, 3);
        StateProof founders = other.proof(Tables.VALIDATORS, 0L);

        assertThat(Appointment.provedBy(good, head.stateRoot())).isPresent();
        assertThat(Appointment.provedBy(
                        new AppointmentStep(good.certificate(), founders, good.newest()), head.stateRoot()))
                .isEmpty();
    }

    @Test
    void whatTheStateHoldsMustBeASetInItsOneForm() {
        List<ValidatorSet> strange = List.of(
                new ValidatorSet(1, List.of(voter(1)), List.of(new GroupMinimum(Group.GOVERNMENT, -1))),
                new ValidatorSet(
                        1,
                        List.of(new Validator(
                                "Validator",
                                1,
                                "X",
                                Group.GOVERNMENT,
                                Duty.VOTER,
                                hash("x"),
                                voter(1).signingKey(),
                                Optional.empty())),
                        List.of()));
        for (ValidatorSet set : strange) {
            CertifiedHistory other = new CertifiedHistory(FOUNDERS);
            other.play(Tables.appoint(set));
            assertDoubted(
                    new Testimony(List.of(other.step(1, 2, 3)), List.of(), certificate(history.head(1), 1, 2, 3)),
                    Doubt.STEP_WRONG,
                    "not shown to appoint");
        }
    }

    @Test
    void anEpochToWhichNoStepLeadsIsNotReachable() {
        assertDoubted(testimony(List.of(), 3, 4, 3, 4, 5), Doubt.EPOCH_NOT_REACHABLE, "epoch 1");
        assertDoubted(testimony(List.of(toFirst), 6, 7, 7, 8), Doubt.EPOCH_NOT_REACHABLE, "epoch 3");
        Head left = history.head(5).next(2, hash("b"), hash("s"), hash("r"));
        assertDoubted(
                new Testimony(List.of(toFirst, toThird), List.of(), certificate(left, 5)),
                Doubt.EPOCH_NOT_REACHABLE,
                "epoch 2");
    }

    @Test
    void whoKnowsOfLaterValidatorsBelievesNothingThatEndsBefore() throws Exception {
        Testimony ends = testimony(List.of(toFirst), 1, 1, 1, 2, 3);

        assertThat(verifier.expecting(1).verify(ends).head()).isEqualTo(history.head(1));
        assertDoubted(verifier.expecting(2), ends, Doubt.EPOCH_OUTDATED, "epoch 2 are known to have replaced them");
        assertThat(verifier.expecting(2)
                        .verify(testimony(List.of(toFirst, toThird), 1, 1, 1, 2, 3))
                        .head())
                .isEqualTo(history.head(1));
        assertDoubted(verifier.expecting(1), testimony(List.of(), 1, 1, 1, 2, 3), Doubt.EPOCH_OUTDATED, "epoch 0");
    }

    @Test
    void theFirstDoubtIsTold() {
        Head elsewhere = new Head(
                new ChainId(hash("elsewhere")),
                9,
                4,
                hash("b"),
                hash("s"),
                hash("r"),
                hash("p"));
        AppointmentStep wrong = new AppointmentStep(
                certificate(history.head(2), 1), toThird.validators(), toFirst.newest());
        AppointmentStep foreign =
                new AppointmentStep(certificate(elsewhere, 1), toFirst.validators(), toFirst.newest());
        List<Head> unchained = List.of(history.head(1));
        Certificate unreachable = certificate(history.head(7), 9);
        TestimonyVerifier demanding = verifier.expecting(5);

        assertDoubted(
                demanding,
                new Testimony(List.of(wrong), unchained, certificate(elsewhere, 9)),
                Doubt.CERTIFICATE_OF_ANOTHER_NETWORK,
                "of network");
        assertDoubted(
                demanding,
                new Testimony(List.of(wrong, foreign), unchained, unreachable),
                Doubt.CERTIFICATE_OF_ANOTHER_NETWORK,
                "of network");
        assertDoubted(
                demanding, new Testimony(List.of(wrong), unchained, unreachable), Doubt.STEP_WRONG, "epoch 0");
        assertDoubted(
                demanding,
                new Testimony(List.of(toFirst), unchained, unreachable),
                Doubt.EPOCH_NOT_REACHABLE,
                "epoch 3");
        assertDoubted(
                demanding,
                new Testimony(List.of(toFirst, toThird), unchained, unreachable),
                Doubt.EPOCH_OUTDATED,
                "epoch 3");
        assertDoubted(
                new Testimony(List.of(toFirst, toThird), unchained, unreachable),
                Doubt.CERTIFICATE_WRONG,
                "of no voter");
        assertDoubted(
                new Testimony(List.of(toFirst, toThird), unchained, certificate(history.head(7), 7, 8)),
                Doubt.HEADS_NOT_CHAINED,
                "height 1");
    }

    @Test
    void noHeightIsLeftBehindTheGreatest() {
        CertifiedHistory other = new CertifiedHistory(FOUNDERS);
        other.play(Tables.appoint(voters(1, 3, 6)));
        AppointmentStep step = other.step(1, 2, 3);
        Head end = step.certificate().head();
        Head last = new Head(
                CHAIN, 0, Long.MAX_VALUE, end.blockHash(), end.stateRoot(), end.receiptsRoot(), end.previous());
        AppointmentStep atTheEnd =
                new AppointmentStep(certificate(last, 1, 2, 3), step.validators(), step.newest());

        assertDoubted(
                new Testimony(List.of(atTheEnd), List.of(), certificate(history.head(1), 1, 2, 3)),
                Doubt.STEP_WRONG,
                "no height is left");
    }

    @Test
    void theNumberOfStepsIsBounded() {
        Certificate certificate = certificate(history.head(1), 1, 2, 3);
        int max = Testimony.STEPS_MAX;

        assertThat(new Testimony(Collections.nCopies(max, toFirst), List.of(), certificate).steps())
                .hasSize(max);
        assertThatThrownBy(() -> new Testimony(Collections.nCopies(max + 1, toFirst), List.of(), certificate))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TestimonyVerifier(CHAIN, voters(1, 1, 4), SIGNATURES))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
