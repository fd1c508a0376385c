package org.khazana.consensus.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;

/** Configurations to the generated classes and back; what comes from outside is bounded and checked. */
final class ConfigurationForm {
    private static final int CLAUSES_MAX = 16;
    private static final int MEMBERS_MAX = 64;
    private static final int CLAUSE_NAME_MAX = 64;

    private ConfigurationForm() {}

    static org.khazana.consensus.wire.v1.Configuration of(Configuration configuration) {
        org.khazana.consensus.wire.v1.Configuration.Builder wire =
                org.khazana.consensus.wire.v1.Configuration.newBuilder().setVoters(of(configuration.voters()));
        configuration.outgoing().ifPresent(outgoing -> wire.setOutgoing(of(outgoing)));
        configuration.observers().forEach(observer -> wire.addObservers(MemberForm.of(observer)));
        return wire.build();
    }

    private static org.khazana.consensus.wire.v1.QuorumPolicy of(QuorumPolicy policy) {
        org.khazana.consensus.wire.v1.QuorumPolicy.Builder wire =
                org.khazana.consensus.wire.v1.QuorumPolicy.newBuilder();
        for (QuorumClause clause : policy.clauses()) {
            org.khazana.consensus.wire.v1.QuorumClause.Builder wireClause =
                    org.khazana.consensus.wire.v1.QuorumClause.newBuilder()
                            .setName(clause.name())
                            .setRequired(clause.required());
            clause.members().forEach(member -> wireClause.addMembers(MemberForm.of(member)));
            wire.addClauses(wireClause);
        }
        return wire.build();
    }

    static Configuration of(org.khazana.consensus.wire.v1.Configuration wire) throws MalformedMessage {
        Optional<QuorumPolicy> outgoing =
                wire.hasOutgoing() ? Optional.of(policy(wire.getOutgoing())) : Optional.empty();
        QuorumPolicy voters = policy(wire.getVoters());
        try {
            return new Configuration(voters, outgoing, members(wire.getObserversList()));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("not a configuration: " + e.getMessage(), e);
        }
    }

    private static QuorumPolicy policy(org.khazana.consensus.wire.v1.QuorumPolicy wire) throws MalformedMessage {
        if (wire.getClausesCount() > CLAUSES_MAX) {
            throw new MalformedMessage(wire.getClausesCount() + " clauses, more than " + CLAUSES_MAX);
        }
        List<QuorumClause> clauses = new ArrayList<>(wire.getClausesCount());
        try {
            for (org.khazana.consensus.wire.v1.QuorumClause clause : wire.getClausesList()) {
                if (clause.getName().length() > CLAUSE_NAME_MAX) {
                    throw new MalformedMessage("a clause name longer than " + CLAUSE_NAME_MAX);
                }
                clauses.add(new QuorumClause(clause.getName(), members(clause.getMembersList()), clause.getRequired()));
            }
            return new QuorumPolicy(clauses);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("not a quorum policy: " + e.getMessage(), e);
        }
    }

    private static SortedSet<MemberId> members(List<org.khazana.consensus.wire.v1.MemberId> wire)
            throws MalformedMessage {
        if (wire.size() > MEMBERS_MAX) {
            throw new MalformedMessage(wire.size() + " members, more than " + MEMBERS_MAX);
        }
        SortedSet<MemberId> members = new TreeSet<>();
        for (org.khazana.consensus.wire.v1.MemberId member : wire) {
            members.add(MemberForm.of(member));
        }
        return members;
    }
}
