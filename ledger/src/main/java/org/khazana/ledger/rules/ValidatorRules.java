package org.khazana.ledger.rules;

import static org.khazana.ledger.receipt.RefusalCode.DIRECTORY_USED_BEFORE;
import static org.khazana.ledger.receipt.RefusalCode.EPOCH_REPLACED;
import static org.khazana.ledger.receipt.RefusalCode.GROUP_MINIMUM_UNREACHABLE;
import static org.khazana.ledger.receipt.RefusalCode.VALIDATORS_UNCHANGED;
import static org.khazana.ledger.receipt.RefusalCode.VALIDATOR_COUNT_INVALID;
import static org.khazana.ledger.receipt.RefusalCode.VALIDATOR_KEY_REPEATED;
import static org.khazana.ledger.receipt.RefusalCode.VALIDATOR_REPEATED;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.khazana.ledger.receipt.RefusalCode;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.transaction.Operation.SetValidators;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * Whether a set of validators may replace the newest one. That some voter stays is not asked for: agreement passes
 * through a time in which majorities of both sets must hold everything, so all of them may be replaced at once.
 */
public final class ValidatorRules {
    private ValidatorRules() {}

    /**
     * Order: authority of the governors; the epoch; how many there are; each validator in turn, as {@link
     * ValidatorFormRules} says; ids twice; keys twice; directories that were given up; the group minimums of the founding;
     * nothing changed.
     */
    public static Optional<RefusalCode> refusal(SetValidators set, Circumstances circumstances) {
        Optional<RefusalCode> authority = AuthorityRules.governors(circumstances);
        if (authority.isPresent()) {
            return authority;
        }
        ValidatorSet newest = circumstances.view().newestValidators();
        if (set.replacesEpoch() != newest.epoch()) {
            return Optional.of(EPOCH_REPLACED);
        }
        List<Validator> validators = set.validators();
        if (!isCountAllowed(validators)) {
            return Optional.of(VALIDATOR_COUNT_INVALID);
        }
        Optional<RefusalCode> form = validators.stream()
                .flatMap(validator -> ValidatorFormRules.refusal(validator, newest).stream())
                .findFirst();
        if (form.isPresent()) {
            return form;
        }
        if (!isUnique(validators, Validator::id)) {
            return Optional.of(VALIDATOR_REPEATED);
        }
        if (!isUnique(validators, Validator::tlsKey) || !isUnique(validators, Validator::signingKey)) {
            return Optional.of(VALIDATOR_KEY_REPEATED);
        }
        if (validators.stream().anyMatch(validator -> wasGivenUp(validator, newest, circumstances.view()))) {
            return Optional.of(DIRECTORY_USED_BEFORE);
        }
        if (!newest.minimums().stream().allMatch(minimum -> canHold(minimum, validators))) {
            return Optional.of(GROUP_MINIMUM_UNREACHABLE);
        }
        return inOrder(validators).equals(newest.validators()) ? Optional.of(VALIDATORS_UNCHANGED) : Optional.empty();
    }

    /** The validators in the order in which a set has them. */
    public static List<Validator> inOrder(List<Validator> validators) {
        return validators.stream().sorted(Comparator.comparing(Validator::id)).toList();
    }

    private static boolean isCountAllowed(List<Validator> validators) {
        long voters = validators.stream().filter(Validator::isVoter).count();
        return voters >= 1
                && voters <= ValidatorSet.VOTERS_MAX
                && validators.size() - voters <= ValidatorSet.OBSERVERS_MAX;
    }

    private static <K> boolean isUnique(List<Validator> validators, Function<Validator, K> key) {
        return validators.stream().map(key).distinct().count() == validators.size();
    }

    /**
     * A replica that is gone may have forgotten what it promised, or another one stands in for it: it must never vote
     * again. Looks through all epochs; there are as many as governors have made, and only they come this far.
     */
    private static boolean wasGivenUp(Validator validator, ValidatorSet newest, LedgerView view) {
        if (newest.hasReplica(validator)) {
            return false;
        }
        for (long epoch = 0; epoch < newest.epoch(); epoch++) {
            if (view.validators(epoch).orElseThrow().hasReplica(validator)) {
                return true;
            }
        }
        return false;
    }

    private static boolean canHold(GroupMinimum minimum, List<Validator> validators) {
        return validators.stream()
                        .filter(validator -> validator.isVoter() && validator.group() == minimum.group())
                        .count()
                >= minimum.members();
    }
}
