package org.khazana.ledger.finality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.Invariant;

/**
 * What a validator may sign of what it has executed, by {@link SigningRule}, and what must be durable before any of these signatures
 * leaves. However many heads there are, the disk has to be waited for once.
 *
 * @param record to be made durable first; empty if the one that is durable names the highest of them already
 * @param heads to be signed then, by ascending height
 */
public record SigningPlan(Optional<SigningRecord> record, List<Head> heads) {
    public SigningPlan {
        heads = List.copyOf(heads);
    }

    /**
     * Decides about several heads; changes nothing.
     *
     * @param durable the record on disk; empty only if this replica never signed anything
     * @param executed in the order of their heights, and only those that this validator has a voice in
     * @throws IllegalStateException if one of them contradicts what was signed: the process must end, and say so
     */
    public static SigningPlan of(Optional<SigningRecord> durable, List<Head> executed, SigningRule.OwnHistory history) {
        Optional<SigningRecord> newest = durable;
        List<Head> allowed = new ArrayList<>();
        for (Head head : executed) {
            SigningDecision decision = SigningRule.decide(newest, head, history);
            Invariant.check(
                    decision != SigningDecision.STOP,
                    "block %s has come to another result than the one that this validator has signed: %s",
                    head.height(),
                    head);
            if (decision == SigningDecision.SIGN) {
                newest = Optional.of(SigningRecord.of(head));
            }
            if (decision != SigningDecision.KEEP_SILENT) {
                allowed.add(head);
            }
        }
        return new SigningPlan(newest.equals(durable) ? Optional.empty() : newest, allowed);
    }

    /** Of these, what may be signed without a new record: what was signed before, as after a restart. */
    public static SigningPlan ofWhatWasSigned(
            Optional<SigningRecord> durable, List<Head> executed, SigningRule.OwnHistory history) {
        return of(
                durable,
                executed.stream().filter(head -> isBelow(head, durable)).toList(),
                history);
    }

    private static boolean isBelow(Head head, Optional<SigningRecord> durable) {
        return durable.filter(signed -> head.height() <= signed.height()).isPresent();
    }

    /**
     * Whether signing {@code head}, which is of the validator's own history, once more is no new statement: the record's head is of that
     * history too, and not below it, so what is signed there vouches for this one.
     */
    public static boolean isRepetition(Optional<SigningRecord> durable, Head head, SigningRule.OwnHistory history) {
        return durable.filter(signed -> head.height() <= signed.height())
                .filter(signed -> history.headHashAt(signed.height())
                        .filter(signed.head()::equals)
                        .isPresent())
                .isPresent();
    }
}
