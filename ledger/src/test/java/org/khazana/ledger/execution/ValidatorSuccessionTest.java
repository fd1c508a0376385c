package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.operation.SetValidators;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

class ValidatorSuccessionTest {

    @Test
    void ofTwoSetsInOneBlockTheFirstCountsAndTheSecondIsForAnEpochThatIsGone() {
        // given
        TestNetwork network = new TestNetwork();
        List<Validator> founders = TestValidators.founders().validators();
        List<Validator> four = new ArrayList<>(founders);
        four.add(TestValidators.joining(4, Group.CUSTODIAN, Duty.OBSERVER));
        List<Validator> withFive = new ArrayList<>(founders);
        withFive.add(TestValidators.joining(5, Group.CUSTODIAN, Duty.OBSERVER));

        // when
        BlockResult result = network.executeBlock(List.of(
                network.signed(new SetValidators(0, four), MINISTRY, CENTRAL_BANK),
                network.signed(new SetValidators(0, withFive), CENTRAL_BANK, MINISTRY)));

        // then
        assertThat(result.receipts().getFirst().isAccepted()).isTrue();
        assertThat(result.receipts().getFirst().postings()).isEmpty();
        assertThat(result.receipts().getLast().refusal().map(Refusal::code)).contains(RefusalCode.EPOCH_REPLACED);
        assertThat(network.state().newestValidators())
                .isEqualTo(new ValidatorSet(1, four, TestValidators.founders().minimums()));
        assertThat(network.state().validators(0)).contains(TestValidators.founders());
    }

    /** Sets drawn at random from few ids and few directories, so that many would bring an old replica back. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void epochsFollowOneAnotherAndAReplicaThatWasGivenUpNeverComesBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TestNetwork network = new TestNetwork();
        int accepted = 0;
        Set<RefusalCode> refusals = new HashSet<>();
        for (int round = 0; round < 150; round++) {
            ValidatorSet before = network.state().newestValidators();
            Receipt receipt =
                    network.submit(new SetValidators(before.epoch(), someValidators(random)), MINISTRY, CENTRAL_BANK);
            accepted += receipt.isAccepted() ? 1 : 0;
            receipt.refusal().map(Refusal::code).ifPresent(refusals::add);
            assertThat(network.state().newestValidators().epoch())
                    .as("seed %s, round %s", seed, round)
                    .isEqualTo(before.epoch() + (receipt.isAccepted() ? 1 : 0));
        }

        assertThat(accepted).isGreaterThan(5);
        assertThat(refusals).contains(RefusalCode.DIRECTORY_USED_BEFORE, RefusalCode.GROUP_MINIMUM_UNREACHABLE);
        assertThat(network.state().newestValidators().epoch()).isEqualTo(accepted);
        assertNobodyComesBack(network, accepted, "seed " + seed);
    }

    private static void assertNobodyComesBack(TestNetwork network, int epochs, String description) {
        Set<String> gone = new HashSet<>();
        Set<String> present = Set.of();
        for (long epoch = 0; epoch <= epochs; epoch++) {
            ValidatorSet set = network.state().validators(epoch).orElseThrow();
            Set<String> now = set.validators().stream()
                    .map(validator -> validator.id() + "." + validator.directoryText())
                    .collect(Collectors.toSet());
            present.stream().filter(replica -> !now.contains(replica)).forEach(gone::add);
            assertThat(now).as("%s, epoch %s", description, epoch).noneMatch(gone::contains);
            assertThat(set.minimums()).isEqualTo(TestValidators.founders().minimums());
            assertThat(set.voters()).anyMatch(voter -> voter.group() == Group.GOVERNMENT);
            present = now;
        }
    }

    private static List<Validator> someValidators(SplittableRandom random) {
        List<Validator> validators = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            if (random.nextInt(3) > 0) {
                Validator usual = TestValidators.joining(
                        number,
                        number % 2 == 0 ? Group.CUSTODIAN : Group.GOVERNMENT,
                        random.nextInt(3) > 0 ? Duty.VOTER : Duty.OBSERVER);
                validators.add(withDirectory(usual, 1 + random.nextInt(12)));
            }
        }
        return validators;
    }

    private static Validator withDirectory(Validator validator, long directory) {
        return new Validator(
                validator.id(),
                directory,
                validator.organisation(),
                validator.group(),
                validator.duty(),
                validator.tlsKeySha256(),
                validator.signingKey(),
                Optional.of(validator.peerAddress().orElseThrow()));
    }
}
