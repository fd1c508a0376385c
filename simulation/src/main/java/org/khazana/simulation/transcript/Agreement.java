package org.khazana.simulation.transcript;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.ReplicaStatus;

/** How every transcript ends: all come back, time passes, and those whom the leader counts in must hold equal logs. */
final class Agreement {
    private static final int ROUNDS_MAX = 2_000;

    private final Stage stage;

    Agreement(Stage stage) {
        this.stage = stage;
    }

    void demand() {
        for (MemberId member : stage.members()) {
            if (!stage.member(member).isRunning()) {
                stage.start(member);
            }
        }
        for (int round = 0; round < ROUNDS_MAX; round++) {
            stage.settle(stage.members());
            stage.members().forEach(stage::fetch);
            stage.members().forEach(stage::install);
            if (isReached()) {
                return;
            }
            stage.members().forEach(member -> stage.pass(member, stage.tickMillis()));
        }
        throw new AssertionError("no agreement at the end: "
                + statuses().stream().map(ReplicaStatus::toString).collect(Collectors.joining("; ")));
    }

    private boolean isReached() {
        Optional<ReplicaStatus> leader = statuses().stream()
                .filter(status -> status.role() == ReplicaStatus.RoleName.LEADER)
                .findFirst();
        return leader.isPresent()
                && leader.get().membership().configuration().members().stream()
                        .map(member -> stage.member(member).status())
                        .allMatch(status -> status.last().equals(leader.get().last())
                                && status.commitIndex() == leader.get().last().index());
    }

    private List<ReplicaStatus> statuses() {
        return stage.members().stream()
                .map(member -> stage.member(member).status())
                .toList();
    }
}
