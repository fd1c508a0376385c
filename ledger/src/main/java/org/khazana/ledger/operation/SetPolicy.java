package org.khazana.ledger.operation;

import java.util.List;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.form.Count;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Reference;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.refusal.RefusalCode;

@Means(
        "Says who must agree, from now on, before an operation is carried out. Signed as the policy of setPolicy itself demands.")
@Says({"from now on, {operation} is carried out when these agree, each another party:", "{voices}"})
public record SetPolicy(
        @Reference(max = Policy.OPERATION_LENGTH_MAX) @Means("name of an operation that has a policy")
        String operation,

        @Count(min = 1, max = Policy.VOICES_MAX, otherwise = RefusalCode.BOUND_EXCEEDED)
        @Means("all must be heard; the sender is one of those who make the first")
        List<Voice> voices)
        implements GovernanceOperation {
    public SetPolicy {
        voices = List.copyOf(voices);
    }
}
