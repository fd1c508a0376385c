package org.khazana.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.finality.TestSigners.CHAIN;
import static org.khazana.ledger.finality.TestSigners.QUICK;
import static org.khazana.ledger.finality.TestSigners.certificateBy;
import static org.khazana.ledger.finality.TestSigners.signed;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.InvariantBroken;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ValidatorSet;

class CertificateAssemblyTest {
    private static final int WINDOW = 8;
    private static final List<Head> OURS = TestSigners.history("ours", 40);
    /** Parts from ours after height 3. */
    private static final List<Head> OTHER = TestSigners.continued(OURS.subList(0, 4), "other", 40);

    private final CertificateAssembly assembly = new CertificateAssembly(CHAIN, WINDOW, QUICK);

    private void startedAt(int height, int voters) {
        assembly.appointed(TestSigners.voters(0, voters));
        assembly.executed(OURS.get(height));
    }

    private List<Finding> heard(int number, Head head) {
        return assembly.heard(signed(number, head));
    }

    private static Finding refused(SignedHead signed, Finding.Reason reason) {
        return new Finding.Refused(signed, reason);
    }

    @Test
    void aCertificateComesToBeWithTheLastSignatureThatIsNeeded() {
        startedAt(4, 4);
        assembly.executed(OURS.get(5));

        assertThat(heard(1, OURS.get(5))).isEmpty();
        assertThat(heard(1, OURS.get(5))).as("twice").isEmpty();
        assertThat(heard(4, OURS.get(5))).isEmpty();
        assertThat(heard(2, OURS.get(5))).containsExactly(new Finding.Certified(certificateBy(OURS.get(5), 1, 2, 4)));
        assertThat(heard(3, OURS.get(5))).as("the first one stands").isEmpty();
    }

    @Test
    void signaturesThatComeBeforeTheBlockIsExecutedAreKept() {
        startedAt(4, 4);
        for (int number = 1; number <= 4; number++) {
            assertThat(heard(number, OURS.get(6))).isEmpty();
        }

        assertThat(assembly.executed(OURS.get(5))).isEmpty();
        assertThat(assembly.executed(OURS.get(6)))
                .containsExactly(new Finding.Certified(certificateBy(OURS.get(6), 1, 2, 3, 4)));
    }

    @Test
    void whoSignsAnotherHeadThanOursIsNamed() {
        startedAt(4, 4);
        ValidatorSet set = TestSigners.voters(0, 4);
        SignedHead early = signed(3, OTHER.get(5));
        assertThat(assembly.heard(early)).isEmpty();

        assertThat(assembly.executed(OURS.get(5)))
                .containsExactly(new Finding.Diverged(set.validators().get(2), early, OURS.get(5)));
        assertThat(heard(4, OTHER.get(5)))
                .singleElement()
                .satisfies(found -> assertThat(((Finding.Diverged) found).words())
                        .startsWith("validator-4 of Organisation 4 has signed another head of height 5"));
        assertThat(heard(4, OTHER.get(5))).as("told once").isEmpty();
    }

    @Test
    void enoughOthersOverruleUs() {
        startedAt(4, 4);
        assembly.executed(OURS.get(5));
        heard(1, OURS.get(5));
        heard(2, OTHER.get(5));
        heard(3, OTHER.get(5));

        assertThat(heard(4, OTHER.get(5)))
                .hasSize(2)
                .contains(new Finding.Overruled(certificateBy(OTHER.get(5), 2, 3, 4), OURS.get(5)));
    }

    @Test
    void othersWhoDisagreeAmongThemselvesDoNotOverruleUs() {
        startedAt(4, 4);
        assembly.executed(OURS.get(5));
        Head third = TestSigners.next(OURS.get(4), "third");

        heard(2, OTHER.get(5));
        heard(3, third);
        assertThat(heard(4, OTHER.get(5))).singleElement().isInstanceOf(Finding.Diverged.class);
    }

    @Test
    void twoHeadsOfOneHeightConvictAndCountNoMore() {
        startedAt(4, 4);
        assembly.executed(OURS.get(5));
        heard(1, OURS.get(5));
        heard(2, OURS.get(5));

        DoubleSigning evidence = DoubleSigning.of(signed(2, OURS.get(5)), signed(2, OTHER.get(5)), List.of())
                .orElseThrow();
        assertThat(heard(2, OTHER.get(5))).containsExactly(new Finding.DoubleSigned(evidence));
        assertThat(heard(2, OURS.get(6)))
                .containsExactly(refused(signed(2, OURS.get(6)), Finding.Reason.CAUGHT_BEFORE));
        assertThat(heard(3, OURS.get(5))).isEmpty();
        assertThat(heard(4, OURS.get(5))).containsExactly(new Finding.Certified(certificateBy(OURS.get(5), 1, 3, 4)));
    }

    @Test
    void headsOfTwoHistoriesAtTwoHeightsConvictAsSoonAsTheHeadsBetweenAreKnown() {
        startedAt(4, 4);
        assembly.executed(OURS.get(5));
        heard(2, OURS.get(5));
        assertThat(heard(2, OTHER.get(8))).isEmpty();
        assertThat(heard(3, OTHER.get(7))).isEmpty();

        assertThat(heard(4, OTHER.get(6)))
                .containsExactly(new Finding.DoubleSigned(
                        new DoubleSigning(signed(2, OURS.get(5)), signed(2, OTHER.get(8)), OTHER.subList(6, 8))));
    }

    @Test
    void ourOwnHeadsConvictToo() {
        startedAt(4, 4);
        heard(2, OTHER.get(5));
        assertThat(heard(2, OURS.get(7))).isEmpty();
        assembly.executed(OURS.get(5));

        assertThat(assembly.executed(OURS.get(6)))
                .containsExactly(new Finding.DoubleSigned(
                        new DoubleSigning(signed(2, OTHER.get(5)), signed(2, OURS.get(7)), OURS.subList(6, 7))));
    }

    @Test
    void whatIsNotLookedAtIsRefusedWithTheReason() {
        assembly.appointed(TestSigners.voters(0, 4));
        SignedHead good = signed(1, OURS.get(20));
        assertThat(assembly.heard(good)).containsExactly(refused(good, Finding.Reason.OUTSIDE_WINDOW));
        assembly.executed(OURS.get(20));
        Head elsewhere = Head.founding(new ChainId(TestSigners.hash("other")), TestSigners.hash("state"));
        Head nextEpoch = TestSigners.next(OURS.get(20), "ours", 1);
        SignedHead forged = new SignedHead(OURS.get(20), signed(2, OURS.get(20)).signature());

        assertRefused(signed(1, elsewhere), Finding.Reason.OTHER_NETWORK);
        assertRefused(signed(1, OURS.get(20 - WINDOW)), Finding.Reason.OUTSIDE_WINDOW);
        assertRefused(signed(1, OURS.get(20 + WINDOW + 1)), Finding.Reason.OUTSIDE_WINDOW);
        assertRefused(signed(1, nextEpoch), Finding.Reason.EPOCH_UNKNOWN);
        assertRefused(signed(5, OURS.get(20)), Finding.Reason.NOT_A_VOTER);
        assertThat(assembly.heard(forged)).isEmpty();
        assertRefused(
                new SignedHead(OURS.get(20), HeadSignature.of(TestSigners.key(1), new byte[HeadSignature.BYTES])),
                Finding.Reason.SIGNATURE_WRONG);
        assertThat(heard(1, OURS.get(20 - WINDOW + 1))).isEmpty();
        assertThat(heard(1, OURS.get(20 + WINDOW))).isEmpty();
    }

    private void assertRefused(SignedHead signed, Finding.Reason reason) {
        assertThat(assembly.heard(signed)).containsExactly(refused(signed, reason));
    }

    @Test
    void aChangeOfValidatorsIsCertifiedByTheOldOnesAndWhatFollowsByTheNewOnes() {
        startedAt(4, 3);
        ValidatorSet next = TestSigners.voters(1, 5);
        Head appointing = OURS.get(5);
        Head first = TestSigners.next(appointing, "ours", 1);
        assembly.executed(appointing);
        assembly.appointed(next);

        assertThat(heard(4, appointing)).containsExactly(refused(signed(4, appointing), Finding.Reason.NOT_A_VOTER));
        heard(1, appointing);
        assertThat(heard(2, appointing)).hasSize(1).first().isInstanceOf(Finding.Certified.class);
        assembly.executed(first);
        heard(2, first);
        heard(3, first);
        heard(4, first);
        assertThat(heard(5, first)).containsExactly(new Finding.Certified(certificateBy(first, 2, 3, 4, 5)));
    }

    @Test
    void validatorsThatWereReplacedCannotOverruleUs() {
        startedAt(4, 3);
        assembly.executed(OURS.get(5));
        assembly.appointed(TestSigners.voters(1, 4));
        assembly.executed(TestSigners.next(OURS.get(5), "ours", 1));
        Head other = TestSigners.next(OURS.get(5), "other", 0);

        for (int number = 1; number <= 3; number++) {
            assertThat(heard(number, other)).singleElement().isInstanceOf(Finding.Diverged.class);
        }
    }

    @Test
    void whatLiesBelowTheWindowIsForgottenAndNothingElse() {
        startedAt(4, 4);
        heard(2, OURS.get(5));
        heard(3, OURS.get(5));
        for (int height = 5; height <= 4 + WINDOW; height++) {
            assembly.executed(OURS.get(height));
        }

        assertThat(heard(2, OTHER.get(6))).singleElement().isInstanceOf(Finding.DoubleSigned.class);
        assembly.executed(OURS.get(5 + WINDOW));
        assertThat(heard(3, OTHER.get(6))).singleElement().isInstanceOf(Finding.Diverged.class);
    }

    @Test
    void ourOwnHeadsFollowOneAnother() {
        startedAt(4, 4);

        assertThatThrownBy(() -> assembly.executed(OURS.get(4))).isInstanceOf(InvariantBroken.class);
        assertThatThrownBy(() -> assembly.executed(TestSigners.next(OTHER.get(4), "other")))
                .isInstanceOf(InvariantBroken.class);
        assertThat(assembly.executed(OURS.get(30))).as("after a snapshot").isEmpty();
    }
}
