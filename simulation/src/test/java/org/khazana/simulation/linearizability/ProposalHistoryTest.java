package org.khazana.simulation.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.simulation.linearizability.ProposalAction.Look;
import org.khazana.simulation.linearizability.ProposalAction.Propose;

/** Histories of the clients of the simulated cluster, right ones and wrong ones. */
class ProposalHistoryTest {
    private final List<Call<ProposalAction, List<Long>>> calls = new ArrayList<>();

    @Test
    void aListWhoseLooksAgreeIsRight() {
        told(1, 2, new Propose(3), List.of());
        told(3, 4, new Look(3), List.of(3L));
        told(5, 6, new Propose(5), List.of());
        told(7, 8, new Look(3), List.of(3L, 5L));

        assertThat(listVerdict()).isInstanceOf(Verdict.Linearizable.class);
    }

    @Test
    void aProposalWithoutAnAnswerMayBeThereOrNot() {
        unknown(1, new Propose(3));
        unknown(1, new Propose(5));
        told(7, 8, new Look(3), List.of(5L));

        assertThat(listVerdict()).isInstanceOf(Verdict.Linearizable.class);
    }

    @Test
    void aLookThatMissesWhatIsDoneIsStale() {
        told(1, 2, new Propose(3), List.of());
        told(3, 4, new Look(3), List.of());
        told(5, 6, new Look(3), List.of(3L));

        assertThat(listVerdict()).isInstanceOf(Verdict.NotLinearizable.class);
    }

    @Test
    void whatIsDoneAndInNoListWasLost() {
        told(1, 2, new Propose(3), List.of());
        told(3, 4, new Look(3), List.of());

        assertThat(listVerdict()).isInstanceOf(Verdict.NotLinearizable.class);
    }

    @Test
    void whatIsThereTwiceWasDoubled() {
        told(1, 2, new Propose(3), List.of());
        told(3, 4, new Look(3), List.of(3L, 3L));

        assertThat(listVerdict()).isInstanceOf(Verdict.NotLinearizable.class);
    }

    @Test
    void twoLooksThatOrderTheSameDifferentlyContradict() {
        unknown(1, new Propose(3));
        unknown(1, new Propose(5));
        told(7, 8, new Look(3), List.of(5L, 3L));
        told(9, 10, new Look(3), List.of(3L, 5L));

        assertThat(listVerdict()).isInstanceOf(Verdict.NotLinearizable.class);
    }

    @Test
    void aRequestThatIsSentAgainHasTheSameReceipt() {
        told(1, 2, new Propose(3), List.of(7L));
        told(3, 4, new Propose(3), List.of(7L));
        told(5, 6, new Look(3), List.of(7L));

        assertThat(decisionVerdict()).isInstanceOf(Verdict.Linearizable.class);
    }

    @Test
    void aRequestWithTwoReceiptsWasDecidedTwice() {
        told(1, 2, new Propose(3), List.of(7L));
        told(3, 4, new Propose(3), List.of(9L));

        assertThat(decisionVerdict()).isInstanceOf(Verdict.NotLinearizable.class);
    }

    @Test
    void aRequestWithoutAnAnswerIsDecidedAtOneHeightAtMost() {
        unknown(1, new Propose(3));
        told(3, 4, new Look(3), List.of());
        told(5, 6, new Look(3), List.of(7L));
        assertThat(decisionVerdict()).isInstanceOf(Verdict.Linearizable.class);

        told(7, 8, new Look(3), List.of(8L));
        assertThat(decisionVerdict()).isInstanceOf(Verdict.NotLinearizable.class);
    }

    @Test
    void aReceiptDoesNotVanish() {
        told(1, 2, new Propose(3), List.of(7L));
        told(3, 4, new Look(3), List.of());

        assertThat(decisionVerdict()).isInstanceOf(Verdict.NotLinearizable.class);
    }

    private void told(long askedAt, long answeredAt, ProposalAction action, List<Long> outcome) {
        calls.add(new Call<>("client", askedAt, answeredAt, action, Optional.of(outcome)));
    }

    private void unknown(long askedAt, ProposalAction action) {
        calls.add(new Call<>("client", askedAt, Call.NEVER, action, Optional.empty()));
    }

    private Verdict listVerdict() {
        return Linearizability.check(ListModel.of(2, calls), calls);
    }

    private Verdict decisionVerdict() {
        return Linearizability.check(new DecisionModel(), calls);
    }
}
