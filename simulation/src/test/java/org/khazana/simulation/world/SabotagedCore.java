package org.khazana.simulation.world;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.raft.Effects;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.Outgoing;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.simulation.cluster.Core;
import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.cluster.CoreFactory.Origin;

/** A real core with a bug planted around it: what it hears or what it does is changed on the way. */
record SabotagedCore(Core core, BiFunction<Core, Input, Input> hears, BiFunction<ReplicaStatus, Effects, Effects> does)
        implements Core {
    @Override
    public Effects step(long nowMillis, Input input) {
        Effects effects = core.step(nowMillis, hears.apply(core, input));
        return does.apply(core.status(nowMillis), effects);
    }

    @Override
    public ReplicaStatus status(long nowMillis) {
        return core.status(nowMillis);
    }

    /** Cores that start with something else than they should. */
    static CoreFactory startingWith(UnaryOperator<Origin> change) {
        return origin -> CoreFactory.real().start(change.apply(origin));
    }

    /** Cores that hear another input than what comes. */
    static CoreFactory hearing(UnaryOperator<Input> change) {
        return origin -> new SabotagedCore(
                CoreFactory.real().start(origin), (core, input) -> change.apply(input), (status, effects) -> effects);
    }

    /** Cores that hear another message than what was sent. */
    static CoreFactory hearingMessage(UnaryOperator<Message> change) {
        return hearing(input -> input instanceof Input.Received(MemberId from, Message message)
                ? new Input.Received(from, change.apply(message))
                : input);
    }

    /** Cores whose effects are others than they decided. */
    static CoreFactory doing(BiFunction<ReplicaStatus, Effects, Effects> change) {
        return origin -> new SabotagedCore(CoreFactory.real().start(origin), (core, input) -> input, change);
    }

    static Effects with(Effects effects, List<Outgoing> sendNow, List<Outgoing> sendWhenWritten) {
        return new Effects(
                effects.write(), sendNow, sendWhenWritten, effects.committed(), effects.outcome(), effects.events());
    }

    static Effects withCommitted(Effects effects, List<LogEntry> committed) {
        return new Effects(
                effects.write(),
                effects.sendNow(),
                effects.sendWhenWritten(),
                committed,
                effects.outcome(),
                effects.events());
    }
}
