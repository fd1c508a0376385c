package org.khazana.consensus.raft;

import java.util.List;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;

/** Everything that can happen to the core. */
public sealed interface Input {

    /** Time has passed; comes at least every {@link CoreSettings#tickMillis()}. */
    record Tick() implements Input {}

    /** A message from an authenticated member arrived. */
    record Received(MemberId from, Message message) implements Input {}

    /**
     * Clients want {@code proposals} agreed on, as one entry.
     *
     * @param wallClockMillis milliseconds since 1970 UTC; the entry's time is this or its parent's, whichever is later
     */
    record Propose(long wallClockMillis, List<Payload> proposals) implements Input {
        public Propose {
            proposals = List.copyOf(proposals);
        }
    }

    /** The write with this ticket, and every one before it, is on stable storage. */
    record Written(long ticket) implements Input {}

    /** The state machine has applied everything up to {@code index}. */
    record Applied(long index) implements Input {}
}
