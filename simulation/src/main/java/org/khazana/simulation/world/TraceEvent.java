package org.khazana.simulation.world;

import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;

/** One line of a run's story. */
sealed interface TraceEvent {
    /** A message arrives, or does not. */
    record Arrived(MemberId from, MemberId to, Message message) implements TraceEvent {}

    record Dropped(MemberId from, MemberId to, Message message) implements TraceEvent {}

    /** Something at one member; {@code what} is worded only when the story is told. */
    record Happened(MemberId member, Object what) implements TraceEvent {}

    /** Something in the world around the members. */
    record Changed(String what) implements TraceEvent {}
}
