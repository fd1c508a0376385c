package org.khazana.simulation.property;

import java.util.Optional;
import java.util.function.Predicate;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;

/** Quorums counted by hand: the arithmetic of the core is under test too. */
final class HandCount {
    private HandCount() {}

    /** A clause of {@code configuration}, the old voters' included, that too few agree on; empty when there is a quorum. */
    static Optional<QuorumClause> unmetClause(Configuration configuration, Predicate<MemberId> agrees) {
        Optional<QuorumClause> unmet = unmetClause(configuration.voters(), agrees);
        return unmet.isPresent() ? unmet : configuration.outgoing().flatMap(outgoing -> unmetClause(outgoing, agrees));
    }

    private static Optional<QuorumClause> unmetClause(QuorumPolicy policy, Predicate<MemberId> agrees) {
        for (QuorumClause clause : policy.clauses()) {
            int agreeing = 0;
            for (MemberId member : clause.members()) {
                agreeing += agrees.test(member) ? 1 : 0;
            }
            if (agreeing < clause.required()) {
                return Optional.of(clause);
            }
        }
        return Optional.empty();
    }

    /**
     * The configuration that a leader may have counted by in {@code step}, in which it may itself have changed; empty when
     * neither was satisfied.
     */
    static Optional<Configuration> configurationMet(Step step, Predicate<MemberId> agrees) {
        Configuration before = step.before().membership().configuration();
        if (unmetClause(before, agrees).isEmpty()) {
            return Optional.of(before);
        }
        Configuration after = step.after().membership().configuration();
        return unmetClause(after, agrees).isEmpty() ? Optional.of(after) : Optional.empty();
    }
}
