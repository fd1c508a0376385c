package org.khazana.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.finality.TestSigners.QUICK;
import static org.khazana.ledger.finality.TestSigners.certificateBy;
import static org.khazana.ledger.finality.TestSigners.signed;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.transaction.ChainId;

class DoubleSigningTest {
    private static final List<Head> ONE = TestSigners.history("one", 8);
    /** Parts from the first history after height 3. */
    private static final List<Head> OTHER = TestSigners.continued(ONE.subList(0, 4), "other", 8);

    private static boolean isEvidence(SignedHead one, SignedHead other, List<Head> between) {
        return DoubleSigning.of(one, other, between).isPresent();
    }

    @Test
    void twoHeadsOfOneHeightAreEvidenceWhoeverIsNamedFirst() {
        SignedHead one = signed(1, ONE.get(5));
        SignedHead other = signed(1, OTHER.get(5));

        DoubleSigning evidence = DoubleSigning.of(one, other, List.of()).orElseThrow();

        assertThat(DoubleSigning.of(other, one, List.of())).contains(evidence);
        assertThat(evidence.isProved(QUICK)).isTrue();
        assertThat(evidence.words(List.of(TestSigners.voters(0, 4))))
                .startsWith("validator-1 of Organisation 1 has signed two different heads of height 5, ")
                .endsWith("they differ in the block, the state, the receipts, the history before");
        assertThat(evidence.words(List.of())).startsWith("the holder of the key " + TestSigners.key(1));
    }

    @Test
    void headsOfOneHistoryAreNoEvidence() {
        for (int low = 0; low <= 8; low++) {
            for (int high = low; high <= 8; high++) {
                List<Head> between = low == high ? List.of() : OTHER.subList(low + 1, high);
                assertThat(isEvidence(signed(1, OTHER.get(low)), signed(1, OTHER.get(high)), between))
                        .isFalse();
            }
        }
    }

    @Test
    void anyTwoHeadsAfterHistoriesPartedAreEvidence() {
        for (int low = 4; low <= 8; low++) {
            for (int high = low + 1; high <= 8; high++) {
                DoubleSigning evidence = DoubleSigning.of(
                                signed(1, OTHER.get(high)), signed(1, ONE.get(low)), OTHER.subList(low + 1, high))
                        .orElseThrow();
                assertThat(evidence.isProved(QUICK)).isTrue();
                assertThat(evidence.words(List.of()))
                        .contains("of height " + low + ", and the head ", "has another head at height " + low);
            }
        }
    }

    @Test
    void aHeadFromBeforeHistoriesPartedIsOfBoth() {
        assertThat(isEvidence(signed(1, ONE.get(3)), signed(1, OTHER.get(6)), OTHER.subList(4, 6)))
                .isFalse();
    }

    @Test
    void headsBetweenThatDoNotLeadDownProveNothing() {
        SignedHead low = signed(1, ONE.get(4));
        SignedHead high = signed(1, OTHER.get(7));

        assertThat(isEvidence(low, high, OTHER.subList(5, 7))).isTrue();
        assertThat(isEvidence(low, high, List.of())).isFalse();
        assertThat(isEvidence(low, high, OTHER.subList(6, 7))).isFalse();
        assertThat(isEvidence(low, high, ONE.subList(5, 7))).isFalse();
        assertThat(isEvidence(low, high, OTHER.subList(5, 7).reversed())).isFalse();
        assertThat(isEvidence(low, high, List.of(ONE.get(5), OTHER.get(6)))).isFalse();
        assertThat(isEvidence(low, signed(1, OTHER.get(4)), List.of(OTHER.get(4))))
                .isFalse();
    }

    @Test
    void nobodyIsFramedByHeadsOfAnotherHistoryBetweenTheirOwn() {
        SignedHead low = signed(1, ONE.get(4));
        SignedHead high = signed(1, ONE.get(7));

        assertThat(isEvidence(low, high, OTHER.subList(5, 7))).isFalse();
        assertThat(isEvidence(low, high, List.of(OTHER.get(5), ONE.get(6)))).isFalse();
        assertThat(isEvidence(low, high, List.of(OTHER.get(4), ONE.get(6)))).isFalse();
    }

    @Test
    void theSameHeadTwiceOtherKeysAndOtherNetworksAreNoEvidence() {
        SignedHead signed = signed(1, ONE.get(5));
        Head elsewhere = Head.founding(new ChainId(TestSigners.hash("other")), TestSigners.hash("state"));

        assertThat(isEvidence(signed, signed, List.of())).isFalse();
        assertThat(isEvidence(signed, signed(2, OTHER.get(5)), List.of())).isFalse();
        assertThat(isEvidence(signed(1, TestSigners.FOUNDING), signed(1, elsewhere), List.of()))
                .isFalse();
        assertThatThrownBy(() -> new DoubleSigning(signed, signed, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void headsOfTwoEpochsAtOneHeightAreEvidence() {
        Head later = TestSigners.next(ONE.get(4), "one", 1);

        assertThat(isEvidence(signed(1, ONE.get(5)), signed(1, later), List.of()))
                .isTrue();
    }

    @Test
    void withoutTwoRightSignaturesNothingIsProved() {
        SignedHead one = signed(1, ONE.get(5));
        SignedHead forged = new SignedHead(OTHER.get(5), one.signature());

        assertThat(DoubleSigning.of(one, forged, List.of()).orElseThrow().isProved(QUICK))
                .isFalse();
        assertThat(DoubleSigning.of(forged, one, List.of()).orElseThrow().isProved(QUICK))
                .isFalse();
    }

    @Test
    void twoCertificatesThatContradictEachOtherConvictAllWhoSignedBoth() {
        Certificate one = certificateBy(ONE.get(5), 1, 2, 3);
        Certificate other = certificateBy(OTHER.get(7), 2, 3, 4);

        assertThat(DoubleSigning.inBoth(one, other, OTHER.subList(6, 7)))
                .extracting(DoubleSigning::key)
                .containsExactlyInAnyOrder(TestSigners.key(2), TestSigners.key(3));
        assertThat(DoubleSigning.inBoth(one, certificateBy(ONE.get(6), 2, 3, 4), List.of()))
                .isEmpty();
    }
}
