package org.khazana.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who voted for whom is remembered for some terms, and whoever votes twice meanwhile is found. */
class VoteMemoryTest {
    private final VoteMemory memory = new VoteMemory();

    private static SignedVote vote(int voter, long term, int candidate) {
        return TestProposals.unsigned(TestProposals.vote(voter, term, candidate), voter);
    }

    @Test
    void aSecondVoteInOneTermIsEvidenceAndTheSameOneAgainIsNot() {
        assertThat(memory.add(vote(1, 5, 2))).isEmpty();
        assertThat(memory.add(vote(1, 5, 2))).isEmpty();

        assertThat(memory.add(vote(1, 5, 3)))
                .isEqualTo(DoubleVoting.of(vote(1, 5, 2), vote(1, 5, 3)))
                .isPresent();
        assertThat(memory.has(vote(1, 5, 2))).isTrue();
        assertThat(memory.has(vote(1, 5, 3))).isFalse();
    }

    @Test
    void votesOfOtherTermsOrVotersAreNone() {
        memory.add(vote(1, 5, 2));

        assertThat(memory.add(vote(1, 6, 3))).isEmpty();
        assertThat(memory.add(vote(3, 5, 3))).isEmpty();
    }

    @Test
    void itForgetsTermsThatAreLongOverAndLooksAtNoneFarAhead() {
        memory.add(vote(1, 5, 2));
        memory.entered(5 + VoteMemory.WINDOW);
        assertThat(memory.has(vote(1, 5, 2))).isTrue();

        memory.entered(6 + VoteMemory.WINDOW);
        assertThat(memory.has(vote(1, 5, 2))).isFalse();

        assertThat(VoteMemory.isInWindow(5, 5 + VoteMemory.WINDOW)).isTrue();
        assertThat(VoteMemory.isInWindow(5, 6 + VoteMemory.WINDOW)).isFalse();
        assertThat(VoteMemory.isInWindow(5 + VoteMemory.WINDOW, 5)).isTrue();
        assertThat(VoteMemory.isInWindow(6 + VoteMemory.WINDOW, 5)).isFalse();
        assertThat(VoteMemory.isInWindow(Long.MAX_VALUE, 5)).isFalse();
    }

    @Test
    void theNewestAreThoseOfTheHighestTerms() {
        for (int term = 1; term <= 5; term++) {
            memory.add(vote(1, term, 2));
            memory.add(vote(3, term, 2));
        }

        assertThat(memory.newest(3)).containsExactly(vote(1, 5, 2), vote(3, 5, 2), vote(1, 4, 2));
    }
}
