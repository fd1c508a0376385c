package org.khazana.simulation.world;

import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;

/** One line of a run's story. */
sealed interface TraceEvent {
    /** A message arrives, or does not. */
    record Arrived(MemberId from, MemberId to, Message message) implements TraceEvent {}

    record Dropped(MemberId from, MemberId to, Message message) implements TraceEvent {}

    /** A process begins on what its disk holds. */
    record Started(MemberId member, EntryId last) implements TraceEvent {}

    /** A process ends; its disk durably holds everything up to {@code durable}. */
    record Crashed(MemberId member, int unfinishedWrites, EntryId durable) implements TraceEvent {}

    /** A member knows that everything up to here is agreed on, and hands it to its state machine. */
    record Committed(MemberId member, EntryId through) implements TraceEvent {}

    /** Something else at one member; {@code what} is worded only when the story is told. */
    record Happened(MemberId member, Object what) implements TraceEvent {}

    /** Something in the world around the members. */
    record Changed(String what) implements TraceEvent {}
}
