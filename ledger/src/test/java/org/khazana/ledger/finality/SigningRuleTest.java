package org.khazana.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.finality.SigningDecision.KEEP_SILENT;
import static org.khazana.ledger.finality.SigningDecision.SEND_AGAIN;
import static org.khazana.ledger.finality.SigningDecision.SIGN;
import static org.khazana.ledger.finality.SigningDecision.STOP;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.crypto.Hash;

class SigningRuleTest {
    private static final List<Head> ONE = TestSigners.history("one", 12);
    private static final List<Head> OTHER = TestSigners.continued(ONE.subList(0, 4), "other", 12);
    private static final SigningRule.OwnHistory UNKNOWN = height -> Optional.empty();

    private static Optional<SigningRecord> record(Head head) {
        return Optional.of(SigningRecord.of(head));
    }

    private static SigningRule.OwnHistory of(List<Head> history) {
        return height -> Optional.of(history.get((int) height).hash());
    }

    @Test
    void whoNeverSignedSigns() {
        assertThat(SigningRule.decide(Optional.empty(), ONE.get(7), UNKNOWN)).isEqualTo(SIGN);
    }

    @Test
    void theNextHeadIsSignedIfItNamesWhatWasSigned() {
        assertThat(SigningRule.decide(record(ONE.get(7)), ONE.get(8), UNKNOWN)).isEqualTo(SIGN);
        assertThat(SigningRule.decide(record(ONE.get(7)), OTHER.get(8), UNKNOWN))
                .isEqualTo(STOP);
    }

    @Test
    void theSameHeadIsSentAgainAndAnotherOneOfItsHeightStopsTheNode() {
        assertThat(SigningRule.decide(record(ONE.get(7)), ONE.get(7), UNKNOWN)).isEqualTo(SEND_AGAIN);
        assertThat(SigningRule.decide(record(ONE.get(7)), OTHER.get(7), UNKNOWN))
                .isEqualTo(STOP);
    }

    @Test
    void whatLiesBelowIsNotSignedAgain() {
        assertThat(SigningRule.decide(record(ONE.get(7)), ONE.get(6), of(ONE))).isEqualTo(KEEP_SILENT);
        assertThat(SigningRule.decide(record(ONE.get(7)), OTHER.get(6), of(OTHER)))
                .isEqualTo(KEEP_SILENT);
    }

    @Test
    void heightsAreLeftOutOnlyWhereTheOwnHistoryHasWhatWasSigned() {
        assertThat(SigningRule.decide(record(ONE.get(7)), ONE.get(11), of(ONE))).isEqualTo(SIGN);
        assertThat(SigningRule.decide(record(ONE.get(7)), ONE.get(11), UNKNOWN)).isEqualTo(KEEP_SILENT);
        assertThat(SigningRule.decide(record(ONE.get(7)), OTHER.get(11), of(OTHER)))
                .isEqualTo(STOP);
    }

    /**
     * A validator that dies between any two of its actions, loses all but its record, and comes back to another history or to a
     * snapshot, in a network whose history was replaced: whatever it has signed is of one history.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverHappensAllItSignsIsOfOneHistory(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int parted = 0;
        for (int life = 0; life < 500; life++) {
            List<SignedHead> signed = new ArrayList<>();
            Optional<SigningRecord> record = Optional.empty();
            for (int start = 0; start < 6; start++) {
                record = oneRun(random, record, signed, random.nextInt(3) == 0 ? OTHER : ONE);
            }
            parted += assertOneHistory(signed) ? 1 : 0;
        }
        assertThat(parted)
                .as("lives that signed something of either history's own heights")
                .isPositive();
    }

    private static Optional<SigningRecord> oneRun(
            SplittableRandom random, Optional<SigningRecord> before, List<SignedHead> signed, List<Head> history) {
        Optional<SigningRecord> record = before;
        NavigableMap<Long, Hash> known = new TreeMap<>();
        for (int height = random.nextInt(8); height <= 12; height++) {
            Head head = history.get(height);
            known.put(head.height(), head.hash());
            if (random.nextInt(4) == 0) {
                continue; // catches up
            }
            SigningDecision decision = SigningRule.decide(record, head, at -> Optional.ofNullable(known.get(at)));
            if (decision == STOP || random.nextInt(8) == 0) {
                return record; // or dies before the record is durable
            }
            if (decision == SIGN) {
                record = record(head);
            }
            if (random.nextInt(8) == 0) {
                return record; // dies before the signature leaves
            }
            if (decision != KEEP_SILENT) {
                signed.add(TestSigners.signed(1, head));
            }
        }
        return record;
    }

    private static boolean assertOneHistory(List<SignedHead> signed) {
        List<Head> heads = signed.stream().map(SignedHead::head).toList();
        assertThat(ONE.containsAll(heads) || OTHER.containsAll(heads)).isTrue();
        return heads.stream().anyMatch(head -> head.height() > 4);
    }
}
