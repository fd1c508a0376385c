package org.khazana.ledger.operation;

import java.util.List;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

@Means(
        "Says who the validators are from now on: all of them, not a difference, so that what is signed is what will be. "
                + "Signed as the policy demands: by more than half of the active governors, unless they say otherwise.")
@Says({"replace all validators of epoch {replacesEpoch} by these:", "{validators}"})
public record SetValidators(
        @Whole(min = 0, max = Long.MAX_VALUE) @Means("the newest epoch, or nothing happens")
        long replacesEpoch,

        @Count(
                min = 1,
                max = ValidatorSet.VOTERS_MAX + ValidatorSet.OBSERVERS_MAX,
                otherwise = RefusalCode.VALIDATOR_COUNT_INVALID)
        @Means("1 to 9 voters, up to 16 observers, in any order")
        List<Validator> validators)
        implements GovernanceOperation {
    public SetValidators {
        validators = List.copyOf(validators);
    }
}
