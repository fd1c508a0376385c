package org.khazana.simulation.property;

import static org.khazana.simulation.property.Property.MEMBERSHIP_IN_STEPS;
import static org.khazana.simulation.property.Property.MEMBERSHIP_MATCHES_LOG;
import static org.khazana.simulation.property.PropertyViolation.check;

import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.PlacedConfiguration;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.ProposalOutcome;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.simulation.disk.SimulatedLog;

/** Membership changes jointly, one change at a time, and what is in force is what the log says. */
final class MembershipProperties {
    private final ClusterView view;

    MembershipProperties(ClusterView view) {
        this.view = view;
    }

    void stepped(Step step) {
        SimulatedLog issued = view.disk(step.member()).issued();
        PlacedConfiguration inForce = step.after().membership();
        PlacedConfiguration newest = issued.newestConfiguration();
        check(
                inForce.index() == newest.index()
                        && (!mayHaveChanged(step) || inForce.configuration().equals(newest.configuration())),
                MEMBERSHIP_MATCHES_LOG,
                "%s goes by the configuration of entry %s, but its log says that of %s",
                step.member(),
                inForce.index(),
                newest.index());
        if (Step.isLeader(step.after())
                && inForce.index() != step.before().membership().index()) {
            appends(step);
        }
    }

    /** Comparing all members in every step would take more time than the core does. */
    private static boolean mayHaveChanged(Step step) {
        return step.after().membership().index() != step.before().membership().index()
                || step.effects()
                        .write()
                        .filter(write -> write.truncateFrom().isPresent()
                                || write.restart().isPresent())
                        .isPresent();
    }

    /** A leader has put configurations into its log. */
    private void appends(Step step) {
        SimulatedLog issued = view.disk(step.member()).issued();
        ReplicaStatus before = step.before();
        if (step.input() instanceof Input.ChangeMembership
                && step.effects().outcome().orElse(null) instanceof ProposalOutcome.Appended) {
            check(
                    issued.known(before.commitIndex())
                            .filter(entry -> entry.term().equals(before.term()))
                            .isPresent(),
                    MEMBERSHIP_IN_STEPS,
                    "%s changes membership before it has committed an entry of its own term %s",
                    step.member(),
                    before.term());
        }
        PlacedConfiguration from = before.membership();
        for (LogEntry entry : step.effects().write().orElseThrow().entries()) {
            if (entry.configuration().isPresent()) {
                follows(step, from, entry.configuration().get());
                from = new PlacedConfiguration(
                        entry.index(), entry.configuration().get());
            }
        }
    }

    private static void follows(Step step, PlacedConfiguration from, Configuration next) {
        check(
                from.index() <= step.after().commitIndex(),
                MEMBERSHIP_IN_STEPS,
                "%s changes membership again while the change of entry %s is open",
                step.member(),
                from.index());
        Configuration before = from.configuration();
        boolean ends = before.isJoint() && next.equals(before.settled());
        boolean begins = !before.isJoint()
                && next.outgoing().filter(before.voters()::equals).isPresent();
        boolean observersOnly =
                !before.isJoint() && !next.isJoint() && next.voters().equals(before.voters());
        check(
                ends || begins || observersOnly,
                MEMBERSHIP_IN_STEPS,
                "%s goes from %s to %s",
                step.member(),
                before,
                next);
    }
}
