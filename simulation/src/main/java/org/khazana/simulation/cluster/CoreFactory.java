package org.khazana.simulation.cluster;

import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.port.EntryFactory;
import org.khazana.consensus.raft.CoreSettings;
import org.khazana.consensus.raft.Effects;
import org.khazana.consensus.raft.ElectionPriority;
import org.khazana.consensus.raft.Identity;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.RaftCore;
import org.khazana.consensus.raft.RecoveredState;
import org.khazana.consensus.raft.ReplicaStatus;

/** Starts the core of one member. */
@FunctionalInterface
public interface CoreFactory {
    Core start(Origin origin);

    /** The cores that are shipped. */
    static CoreFactory real() {
        return origin -> new RealCore(new RaftCore(
                new Identity(origin.self(), ElectionPriority.PREFERRED, origin.seed(), origin.seed()),
                origin.settings(),
                origin.entries(),
                origin.recovered()));
    }

    /** {@link RaftCore} behind the seam, unchanged. */
    record RealCore(RaftCore core) implements Core {
        @Override
        public Effects step(long nowMillis, Input input) {
            return core.step(nowMillis, input);
        }

        @Override
        public ReplicaStatus status(long nowMillis) {
            return core.status(nowMillis);
        }
    }

    /** Everything a core is started with. */
    record Origin(MemberId self, CoreSettings settings, EntryFactory entries, RecoveredState recovered, long seed) {}
}
