package org.khazana.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ReplicaId;

/** Two votes convict whoever signed both, and nothing else does. */
class DoubleVotingTest {
    private static final SignatureVerifier VERIFIER = Ed25519.verifier();
    private static final SignedVote ONE = TestProposals.signedVote(2, 9, 1);
    private static final SignedVote OTHER = TestProposals.signedVote(2, 9, 3);

    @Test
    void twoVotesInOneTermConvictTheVoterInWhateverOrderTheyAreShown() {
        DoubleVoting evidence = DoubleVoting.of(OTHER, ONE).orElseThrow();

        assertThat(DoubleVoting.of(ONE, OTHER)).contains(evidence);
        assertThat(evidence.isProved(VERIFIER)).isTrue();
        assertThat(evidence.key()).isEqualTo(TestSigners.key(2));
        assertThat(evidence.words(List.of(TestSigners.voters(0, 4))))
                .isEqualTo("validator-2 of Organisation 2 has voted twice in term 9, for validator-1/1 and for"
                        + " validator-3/3");
    }

    @Test
    void aVoteForItselfAndOneForAnotherAreTwo() {
        assertThat(DoubleVoting.of(TestProposals.signedVote(2, 9, 2), OTHER)).isPresent();
    }

    @Test
    void theSameCandidateWithAnotherDirectoryIsAnother() {
        Vote anew = new Vote(TestSigners.CHAIN, 9, TestProposals.replica(2), new ReplicaId("validator-1", 100));

        assertThat(DoubleVoting.of(ONE, TestProposals.signed(2, anew))).isPresent();
    }

    @Test
    void whatHonestVotersSignIsNoEvidence() {
        Vote withNewMemory =
                new Vote(TestSigners.CHAIN, 9, new ReplicaId("validator-2", 100), TestProposals.replica(3));

        assertThat(DoubleVoting.of(ONE, ONE)).isEmpty();
        assertThat(DoubleVoting.of(ONE, TestProposals.signedVote(2, 10, 3))).isEmpty();
        assertThat(DoubleVoting.of(ONE, TestProposals.signedVote(3, 9, 3))).isEmpty();
        assertThat(DoubleVoting.of(ONE, TestProposals.signed(2, withNewMemory))).isEmpty();
    }

    @Test
    void votesOfAnotherNetworkOrByAnotherKeyAreNoEvidence() {
        Vote elsewhere =
                new Vote(new ChainId(TestSigners.hash("other")), 9, TestProposals.replica(2), TestProposals.replica(3));

        assertThat(DoubleVoting.of(ONE, TestProposals.signed(2, elsewhere))).isEmpty();
        assertThat(DoubleVoting.of(ONE, TestProposals.signed(3, OTHER.vote()))).isEmpty();
    }

    @Test
    void aSignatureThatIsNotTheirsProvesNothing() {
        SignedVote forged = new SignedVote(OTHER.vote(), ONE.signature());

        assertThat(DoubleVoting.of(ONE, forged))
                .hasValueSatisfying(
                        evidence -> assertThat(evidence.isProved(VERIFIER)).isFalse());
        assertThat(DoubleVoting.of(forged, ONE))
                .hasValueSatisfying(
                        evidence -> assertThat(evidence.isProved(VERIFIER)).isFalse());
    }

    @Test
    void evidenceInTheWrongOrderIsNotMade() {
        assertThatThrownBy(() -> new DoubleVoting(OTHER, ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wrong order");
    }
}
