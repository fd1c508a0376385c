package org.khazana.consensus.log;

import java.util.List;
import org.khazana.consensus.membership.Configuration;

/** What a leader wants the members to agree on in one entry. */
public sealed interface EntryContent {
    /** Of the entry that opens a term (Raft §8). */
    EntryContent NOTHING = new Proposals(List.of());

    /** What clients want agreed on, in order. */
    record Proposals(List<Payload> proposals) implements EntryContent {
        public Proposals {
            proposals = List.copyOf(proposals);
        }
    }

    /** Who takes part from this entry on. */
    record Membership(Configuration configuration) implements EntryContent {}
}
