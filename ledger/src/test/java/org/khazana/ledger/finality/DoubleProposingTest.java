package org.khazana.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.transaction.ChainId;

/** Two proposals convict whoever signed both, and nothing else does. */
class DoubleProposingTest {
    private static final SignatureVerifier VERIFIER = Ed25519.verifier();
    private static final SignedProposal ONE = TestProposals.proposal(2, 7, 3, 1);
    private static final SignedProposal OTHER = TestProposals.proposal(2, 7, 3, 2);

    @Test
    void twoBlocksOfOneHeightAndTermConvictTheirProposerInWhateverOrderTheyAreShown() {
        DoubleProposing evidence = DoubleProposing.of(ONE, OTHER).orElseThrow();

        assertThat(DoubleProposing.of(OTHER, ONE)).contains(evidence);
        assertThat(evidence.isProved(VERIFIER)).isTrue();
        assertThat(evidence.key()).isEqualTo(TestSigners.key(2));
        assertThat(evidence.words(List.of(TestSigners.voters(0, 4))))
                .startsWith("validator-2 of Organisation 2 has proposed two different blocks of height 7 in term 3")
                .contains(ONE.hash().toString(), OTHER.hash().toString());
        assertThat(evidence.words(List.of())).startsWith("the holder of the key " + TestSigners.key(2));
    }

    @Test
    void whatHonestLeadersSignIsNoEvidence() {
        assertThat(DoubleProposing.of(ONE, ONE)).isEmpty();
        assertThat(DoubleProposing.of(ONE, TestProposals.proposal(2, 7, 4, 2))).isEmpty();
        assertThat(DoubleProposing.of(ONE, TestProposals.proposal(2, 8, 3, 2))).isEmpty();
        assertThat(DoubleProposing.of(ONE, TestProposals.proposal(3, 7, 3, 2))).isEmpty();
    }

    @Test
    void headersOfAnotherNetworkOrThatNameSomebodyElseAreNoEvidence() {
        BlockHeader elsewhere = TestProposals.header(new ChainId(TestSigners.hash("other")), 2, 7, 3, 2);
        BlockHeader ofAnother = TestProposals.header(3, 7, 3, 2);

        assertThat(DoubleProposing.of(ONE, TestProposals.signed(2, elsewhere))).isEmpty();
        assertThat(DoubleProposing.of(ONE, TestProposals.signed(2, ofAnother))).isEmpty();
        assertThat(DoubleProposing.of(ONE, TestProposals.signed(3, TestProposals.header(2, 7, 3, 2))))
                .isEmpty();
    }

    @Test
    void aSignatureThatIsNotTheirsProvesNothing() {
        SignedProposal forged = new SignedProposal(
                OTHER.header(), HeadSignature.of(ONE.key(), ONE.signature().signature()));

        assertThat(DoubleProposing.of(ONE, forged))
                .hasValueSatisfying(
                        evidence -> assertThat(evidence.isProved(VERIFIER)).isFalse());
        assertThat(DoubleProposing.of(forged, ONE))
                .hasValueSatisfying(
                        evidence -> assertThat(evidence.isProved(VERIFIER)).isFalse());
    }

    @Test
    void evidenceInTheWrongOrderIsNotMade() {
        boolean isRightOrder = ONE.hash().compareTo(OTHER.hash()) < 0;
        SignedProposal lower = isRightOrder ? ONE : OTHER;
        SignedProposal higher = isRightOrder ? OTHER : ONE;

        assertThatThrownBy(() -> new DoubleProposing(higher, lower))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wrong order");
    }
}
