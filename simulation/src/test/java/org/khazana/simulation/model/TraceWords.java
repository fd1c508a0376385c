package org.khazana.simulation.model;

import java.util.stream.Collectors;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumPolicy;

/** How the model names what the code has. */
final class TraceWords {
    private TraceWords() {}

    static String of(MemberId member) {
        return member.validator() + "." + member.directory();
    }

    /** Who observes is no part of the model, so a change of observers alone is an entry like any other. */
    static String of(LogEntry entry, Configuration before) {
        long term = entry.term().number();
        return entry.configuration()
                .filter(next -> !decidesLike(next, before))
                .map(next -> "C(" + term + ", " + of(next) + ")")
                .orElse("E(" + term + ")");
    }

    private static boolean decidesLike(Configuration one, Configuration other) {
        return one.voters().equals(other.voters()) && one.outgoing().equals(other.outgoing());
    }

    /** The old policy first, while there are two. */
    static String of(Configuration configuration) {
        String voters = of(configuration.voters());
        return configuration
                .outgoing()
                .map(old -> "<<" + of(old) + ", " + voters + ">>")
                .orElse("<<" + voters + ">>");
    }

    static String of(QuorumPolicy policy) {
        return policy.clauses().stream()
                .map(clause -> "[name |-> \"%s\", members |-> {%s}, required |-> %d]"
                        .formatted(
                                clause.name(),
                                clause.members().stream()
                                        .map(member -> '"' + of(member) + '"')
                                        .collect(Collectors.joining(", ")),
                                clause.required()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
