package org.khazana.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.ValidatorSet;

class CertificateRuleTest {

    private static List<PublicKey> keys(int... numbers) {
        return IntStream.of(numbers).mapToObj(TestSigners::key).toList();
    }

    @ParameterizedTest(name = "of {0} voters {1} must sign, and {2} would have to lie")
    @CsvSource({"1,1,1", "2,2,2", "3,2,1", "4,3,2", "5,4,3", "6,5,4", "7,5,3", "8,6,4", "9,7,5"})
    void moreThanTwoThirdsMustSignOrOfFewAMajority(int voters, int needed, int inBoth) {
        CertificateRule rule = new CertificateRule(TestSigners.voters(0, voters));

        assertThat(rule.needed()).isEqualTo(needed);
        assertThat(rule.inBoth()).isEqualTo(inBoth);
        int fewest = Integer.MAX_VALUE;
        for (int one = 0; one < 1 << voters; one++) {
            boolean isMet = rule.isMetBy(chosen(one, voters));
            assertThat(isMet).isEqualTo(Integer.bitCount(one) >= needed);
            for (int other = 0; isMet && other < 1 << voters; other++) {
                if (Integer.bitCount(other) >= needed) {
                    fewest = Math.min(fewest, Integer.bitCount(one & other));
                }
            }
        }
        assertThat(fewest).as("in any two certificates, and exactly in some").isEqualTo(inBoth);
    }

    private static List<PublicKey> chosen(int bits, int voters) {
        return IntStream.rangeClosed(1, voters)
                .filter(number -> (bits >> (number - 1) & 1) == 1)
                .mapToObj(KEYS::get)
                .toList();
    }

    private static final List<PublicKey> KEYS =
            IntStream.rangeClosed(0, 9).mapToObj(TestSigners::key).toList();

    @Test
    void onlyVotersCountAndEachOnce() {
        ValidatorSet voters = TestSigners.voters(0, 3);
        ValidatorSet set = new ValidatorSet(
                0,
                Stream.concat(
                                voters.validators().stream(),
                                Stream.of(TestSigners.validator(4, TestSigners.key(4), Duty.OBSERVER)))
                        .toList(),
                List.of());
        CertificateRule rule = new CertificateRule(set);

        assertThat(rule.voterCount()).isEqualTo(3);
        assertThat(rule.isMetBy(keys(1, 4))).isFalse();
        assertThat(rule.isMetBy(keys(1, 9))).isFalse();
        assertThat(rule.isMetBy(keys(1, 1, 1))).isFalse();
        assertThat(rule.isMetBy(keys(1, 3))).isTrue();
        assertThat(rule.voter(TestSigners.key(4))).isEmpty();
    }

    @Test
    void theGroupsThatMustHoldEveryBlockMustSignToo() {
        CertificateRule rule = new CertificateRule(TestSigners.voters(0, 7, new GroupMinimum(Group.CUSTODIAN, 2)));

        assertThat(rule.isMetBy(keys(1, 3, 5, 7, 2))).isFalse();
        assertThat(rule.missing(keys(1, 3, 5, 7, 2)).orElseThrow()).contains("only 1 voters of group CUSTODIAN");
        assertThat(rule.isMetBy(keys(1, 3, 5, 2, 4))).isTrue();
        assertThat(rule.isMetBy(keys(2, 4, 6))).isFalse();
    }

    @Test
    void aKeyThatTwoShareCountsForNeither() {
        ValidatorSet set = new ValidatorSet(
                0,
                List.of(
                        TestSigners.validator(1, TestSigners.key(1), Duty.VOTER),
                        TestSigners.validator(2, TestSigners.key(2), Duty.VOTER),
                        TestSigners.validator(3, TestSigners.key(2), Duty.VOTER),
                        TestSigners.validator(4, TestSigners.key(4), Duty.VOTER),
                        TestSigners.validator(5, TestSigners.key(5), Duty.VOTER),
                        TestSigners.validator(6, TestSigners.key(5), Duty.OBSERVER)),
                List.of());
        CertificateRule rule = new CertificateRule(set);

        assertThat(rule.voterCount()).isEqualTo(5);
        assertThat(rule.voter(TestSigners.key(2))).isEmpty();
        assertThat(rule.voter(TestSigners.key(5))).isEmpty();
        assertThat(rule.isMetBy(keys(1, 2, 4, 5))).isFalse();
    }

    @Test
    void nobodyCertifiesForASetWithoutVoters() {
        CertificateRule rule = new CertificateRule(new ValidatorSet(0, List.of(), List.of()));

        assertThat(rule.isMetBy(List.of())).isFalse();
        assertThat(rule.isMetBy(keys(1))).isFalse();
    }
}
