package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.DIRECTORY_USED_BEFORE;
import static org.khazana.ledger.refusal.RefusalCode.EPOCH_REPLACED;
import static org.khazana.ledger.refusal.RefusalCode.GROUP_MINIMUM_UNREACHABLE;
import static org.khazana.ledger.refusal.RefusalCode.VALIDATORS_UNCHANGED;
import static org.khazana.ledger.refusal.RefusalCode.VALIDATOR_COUNT_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.VALIDATOR_KEY_REPEATED;
import static org.khazana.ledger.refusal.RefusalCode.VALIDATOR_REPEATED;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.khazana.ledger.operation.SetValidators;
import org.khazana.ledger.state.LedgerView;
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
     * Order: the policy, without which nothing else is asked; the epoch; how many there are, without which
     * none is looked at; each validator in turn, as {@link ValidatorFormRules} says; ids twice; keys twice; directories that
     * were given up; the group minimums of the founding; nothing changed.
     */
    public static void judge(SetValidators set, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(set, circumstances, findings);
        if (!findings.areNone()) {
            return;
        }
        ValidatorSet newest = circumstances.view().newestValidators();
        List<Validator> validators = set.validators();
        findings.demand(set.replacesEpoch() == newest.epoch(), EPOCH_REPLACED);
        if (!findings.demand(isCountAllowed(validators), VALIDATOR_COUNT_INVALID)) {
            return;
        }
        validators.forEach(validator -> ValidatorFormRules.judge(validator, newest, findings));
        findings.demand(isUnique(validators, Validator::id), VALIDATOR_REPEATED);
        findings.demand(
                isUnique(validators, Validator::tlsKeySha256) && isUnique(validators, Validator::signingKey),
                VALIDATOR_KEY_REPEATED);
        findings.demand(
                validators.stream().noneMatch(validator -> wasGivenUp(validator, newest, circumstances.view())),
                DIRECTORY_USED_BEFORE);
        findings.demand(
                newest.minimums().stream().allMatch(minimum -> canHold(minimum, validators)),
                GROUP_MINIMUM_UNREACHABLE);
        findings.demand(!inOrder(validators).equals(newest.validators()), VALIDATORS_UNCHANGED);
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
