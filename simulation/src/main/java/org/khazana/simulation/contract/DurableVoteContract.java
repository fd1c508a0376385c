package org.khazana.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.port.DurableVote;

/** What every {@link DurableVote} does. */
public abstract class DurableVoteContract {

    /** Of a member that never took part. */
    protected abstract DurableVote freshVote();

    /** As it is after the process of {@code vote} was killed and started again. */
    protected abstract DurableVote reopened(DurableVote vote);

    @Test
    protected void aFreshMemberHasNoTermAndNoVote() {
        assertThat(freshVote().load()).isEqualTo(HardState.NONE);
    }

    @Test
    protected void theLastOfManyStoredVotesIsThereAfterARestart() {
        DurableVote vote = freshVote();

        for (int term = 1; term <= 5; term++) {
            HardState noVote = new HardState(new Term(term), Optional.empty(), false);
            HardState voted = new HardState(new Term(term), Optional.of(new MemberId("validator-" + term, 1)), false);
            vote.store(noVote);
            assertThat(vote.load()).isEqualTo(noVote);
            vote = reopened(vote);
            assertThat(vote.load()).isEqualTo(noVote);
            vote.store(voted);
            vote = reopened(vote);
            assertThat(vote.load()).isEqualTo(voted);
        }
    }

    @Test
    protected void theLongestNameIsKept() {
        DurableVote vote = freshVote();
        HardState longest =
                new HardState(new Term(Long.MAX_VALUE), Optional.of(new MemberId("a".repeat(32), 1)), false);

        vote.store(longest);

        assertThat(reopened(vote).load()).isEqualTo(longest);
    }

    @Test
    protected void thatAMemberRecoversIsKeptUntilItNoLongerDoes() {
        DurableVote vote = freshVote();
        HardState voted = new HardState(new Term(3), Optional.of(new MemberId("validator-1", 1)), false);
        vote.store(voted);

        vote.store(voted.recovering());

        vote = reopened(vote);
        assertThat(vote.load()).isEqualTo(voted.recovering());

        vote.store(voted);

        assertThat(reopened(vote).load()).isEqualTo(voted);
    }
}
