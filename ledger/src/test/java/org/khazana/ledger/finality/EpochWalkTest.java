package org.khazana.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.finality.TestSigners.CHAIN;
import static org.khazana.ledger.finality.TestSigners.QUICK;
import static org.khazana.ledger.finality.TestSigners.certificateBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.validator.ValidatorSet;

class EpochWalkTest {
    private static final ValidatorSet FOUNDERS = TestSigners.voters(0, 3);
    private static final ValidatorSet SECOND = TestSigners.voters(1, 4);
    private static final ValidatorSet THIRD = TestSigners.voters(2, 7);

    /** Blocks 5 and 8 appoint others, so that 6 to 8 are of epoch 1, and 9 and 10 of epoch 2. */
    private static final List<Head> HEADS = heads();

    private static final Map<Hash, ValidatorSet> NEWEST =
            Map.of(HEADS.get(5).stateRoot(), SECOND, HEADS.get(8).stateRoot(), THIRD);
    private static final AppointmentProof PROOF = (root, set) -> set.equals(NEWEST.get(root));

    private static final EpochStep TO_SECOND = new EpochStep(certificateBy(HEADS.get(5), 1, 2), SECOND);
    private static final EpochStep TO_THIRD = new EpochStep(certificateBy(HEADS.get(8), 1, 3, 4), THIRD);

    private final EpochWalk start = EpochWalk.from(CHAIN, FOUNDERS);

    private static List<Head> heads() {
        List<Head> heads = TestSigners.history("one", 5);
        while (heads.size() <= 10) {
            heads.add(TestSigners.next(heads.getLast(), "one", heads.size() <= 8 ? 1 : 2));
        }
        return heads;
    }

    private EpochWalk walked(EpochStep... steps) {
        return ((EpochWalk.Outcome.Arrived) start.walk(List.of(steps), PROOF, QUICK)).walk();
    }

    private String stopped(EpochStep... steps) {
        return ((EpochWalk.Outcome.Stopped) start.walk(List.of(steps), PROOF, QUICK)).why();
    }

    private static boolean believes(EpochWalk walk, int height, int... signers) {
        return walk.doubt(certificateBy(HEADS.get(height), signers), QUICK).isEmpty();
    }

    @Test
    void headsOfAnEpochAreBelievedAfterTheStepToItOnly() {
        EpochWalk second = walked(TO_SECOND);
        EpochWalk third = walked(TO_SECOND, TO_THIRD);

        assertThat(believes(start, 4, 1, 2)).isTrue();
        assertThat(believes(start, 6, 1, 2, 3)).isFalse();
        assertThat(believes(second, 6, 1, 2, 4)).isTrue();
        assertThat(believes(second, 9, 1, 2, 3, 4, 5)).isFalse();
        assertThat(third.newest()).isEqualTo(THIRD);
        assertThat(believes(third, 10, 1, 2, 3, 6, 7)).isTrue();
        assertThat(believes(third, 10, 1, 2, 3, 4)).isFalse();
        assertThat(believes(third, 6, 1, 2, 4)).isTrue();
        assertThat(believes(third, 5, 2, 3)).isTrue();
        assertThat(believes(third, 0, 2, 3)).isTrue();
    }

    @Test
    void aReplacedSetIsBelievedOnlyUpToTheHeadThatReplacedIt() {
        EpochWalk third = walked(TO_SECOND, TO_THIRD);
        Head otherLast = TestSigners.next(HEADS.get(4), "other");
        Head longAfter = TestSigners.next(HEADS.get(5), "other", 0);
        Head tooEarly = TestSigners.next(HEADS.get(4), "other", 2);

        assertThat(third.doubt(certificateBy(otherLast, 1, 2, 3), QUICK).orElseThrow())
                .contains("replaced by another head of height 5");
        assertThat(third.doubt(certificateBy(longAfter, 1, 2, 3), QUICK).orElseThrow())
                .contains("were replaced at height 5");
        assertThat(third.doubt(certificateBy(tooEarly, 1, 2, 3, 4, 5), QUICK).orElseThrow())
                .contains("decide from height 9 on");
    }

    @Test
    void aStepThatIsNotProvedStopsTheWalk() {
        EpochStep unproved = new EpochStep(certificateBy(HEADS.get(4), 1, 2), SECOND);
        EpochStep uncertified = new EpochStep(certificateBy(HEADS.get(5), 1), SECOND);
        EpochStep madeUp = new EpochStep(certificateBy(HEADS.get(5), 1, 2), TestSigners.voters(1, 1));
        EpochStep backwards = new EpochStep(certificateBy(HEADS.get(5), 1, 2), FOUNDERS);

        assertThat(stopped(unproved)).contains("epoch 0 is not proved", "state of height 4 is not proved to appoint");
        assertThat(stopped(uncertified)).contains("only 1 of 3 voters");
        assertThat(stopped(madeUp)).contains("not proved to appoint");
        assertThat(stopped(backwards)).contains("not a later one");
        assertThat(stopped(TO_THIRD)).contains("certified in epoch 1");
        assertThat(stopped(TO_SECOND, TO_SECOND)).contains("epoch 1 is not proved", "certified in epoch 0");
    }

    @Test
    void whatWasProvedBeforeTheWalkStoppedStands() {
        EpochWalk.Outcome outcome = start.walk(
                List.of(TO_SECOND, new EpochStep(certificateBy(HEADS.get(7), 1, 2, 3), THIRD)), PROOF, QUICK);

        assertThat(((EpochWalk.Outcome.Stopped) outcome).walk().newest()).isEqualTo(SECOND);
    }

    @Test
    void aBlockThatAppointsTwiceLeavesAnEpochOut() {
        AppointmentProof twice = (root, set) -> root.equals(HEADS.get(5).stateRoot()) && set.equals(THIRD);

        EpochWalk.Outcome outcome =
                start.walk(List.of(new EpochStep(certificateBy(HEADS.get(5), 1, 2), THIRD)), twice, QUICK);

        assertThat(((EpochWalk.Outcome.Arrived) outcome).walk().newest()).isEqualTo(THIRD);
    }

    @Test
    void theWalkBeginsWithTheFounders() {
        assertThatThrownBy(() -> EpochWalk.from(CHAIN, SECOND)).isInstanceOf(IllegalArgumentException.class);
    }
}
