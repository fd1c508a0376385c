package org.khazana.ledger.validator;

import java.util.List;
import java.util.Optional;

/**
 * All validators of one epoch. Each set replaces the one before as a whole and stays known for ever.
 *
 * @param epoch 0 for the founders, one more with every set that replaces another
 * @param validators in order of id, ids unique
 * @param minimums of the founding; the same in every epoch
 */
public record ValidatorSet(long epoch, List<Validator> validators, List<GroupMinimum> minimums) {
    public static final int VOTERS_MAX = 9;
    public static final int OBSERVERS_MAX = 16;

    /** Checks only that the epoch is not negative and that the validators are in order. */
    public ValidatorSet {
        validators = List.copyOf(validators);
        minimums = List.copyOf(minimums);
        if (epoch < 0) {
            throw new IllegalArgumentException("the epoch " + epoch + " is negative");
        }
        for (int i = 1; i < validators.size(); i++) {
            if (validators.get(i - 1).id().compareTo(validators.get(i).id()) >= 0) {
                throw new IllegalArgumentException(
                        "validator " + validators.get(i).id() + " is out of order or there twice");
            }
        }
    }

    public Optional<Validator> validator(String id) {
        return validators.stream()
                .filter(validator -> validator.id().equals(id))
                .findFirst();
    }

    public List<Validator> voters() {
        return validators.stream().filter(Validator::isVoter).toList();
    }

    /** Whether this very replica, with this very directory, is of the set. */
    public boolean hasReplica(Validator sought) {
        return validators.stream().anyMatch(sought::isSameReplica);
    }
}
