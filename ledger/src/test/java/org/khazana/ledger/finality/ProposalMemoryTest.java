package org.khazana.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Hash;

/** Who proposed what is remembered for a while, and whoever contradicts itself meanwhile is found. */
class ProposalMemoryTest {
    private final ProposalMemory memory = new ProposalMemory();

    private static SignedProposal proposal(int proposer, long height, long term, int name) {
        return TestProposals.unsigned(proposer, height, term, name);
    }

    @Test
    void aSecondBlockOfOneHeightAndTermIsEvidenceAndTheSameOneAgainIsNot() {
        assertThat(memory.add(proposal(1, 5, 2, 1))).isEmpty();
        assertThat(memory.add(proposal(1, 5, 2, 1))).isEmpty();

        assertThat(memory.add(proposal(1, 5, 2, 2)))
                .isEqualTo(DoubleProposing.of(proposal(1, 5, 2, 1), proposal(1, 5, 2, 2)))
                .isPresent();
    }

    @Test
    void blocksOfOtherHeightsTermsOrProposersAreNone() {
        memory.add(proposal(1, 5, 2, 1));

        assertThat(memory.add(proposal(1, 6, 2, 2))).isEmpty();
        assertThat(memory.add(proposal(1, 5, 3, 3))).isEmpty();
        assertThat(memory.add(proposal(2, 5, 2, 4))).isEmpty();
        assertThat(memory.at(5)).hasSize(3);
    }

    @Test
    void itTellsWhetherAnotherBlockOfAHeightWasSeenThanTheOneThatSomebodyNames() {
        Hash block = proposal(1, 5, 2, 1).hash();
        assertThat(memory.hasOthersThan(block, 5)).isFalse();

        memory.add(proposal(1, 5, 2, 2));
        assertThat(memory.hasOthersThan(block, 5)).isTrue();
        memory.add(proposal(1, 5, 3, 1));
        assertThat(memory.hasOthersThan(proposal(1, 5, 3, 1).hash(), 5)).isFalse();
        assertThat(memory.has(proposal(1, 5, 2, 2))).isTrue();
        assertThat(memory.has(proposal(1, 5, 2, 1))).isFalse();
    }

    @Test
    void nobodyCanMakeItForgetWhatAnotherHasProposed() {
        memory.add(proposal(1, 5, 2, 1));
        for (int height = 1; height <= 3 * ProposalMemory.KEPT_MAX; height++) {
            memory.add(proposal(2, height, 2, 1));
        }

        assertThat(memory.add(proposal(1, 5, 2, 2))).isPresent();
    }

    @Test
    void ofOneKeyItKeepsSoManyAndForgetsTheOldest() {
        for (int height = 1; height <= ProposalMemory.KEPT_MAX + 1; height++) {
            memory.add(proposal(1, height, 2, 1));
        }

        assertThat(memory.at(1)).isEmpty();
        assertThat(memory.at(2)).hasSize(1);
        assertThat(memory.at(ProposalMemory.KEPT_MAX + 1)).hasSize(1);
    }
}
