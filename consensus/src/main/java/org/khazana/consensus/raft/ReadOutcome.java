package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.ReadId;

/** What became of an {@link Input.Read}. None comes when a message was lost: whoever asked must stop waiting by itself. */
public sealed interface ReadOutcome {
    ReadId id();

    /** Once everything up to {@code index} is applied here, what is read is as new as when the read began, or newer. */
    record Ready(ReadId id, long index) implements ReadOutcome {}

    /** Nobody can say: this member knows no leader, or led and no longer does. */
    record NoLeader(ReadId id, Optional<MemberId> leader) implements ReadOutcome {}

    /** Too many reads wait for a quorum already. */
    record Overloaded(ReadId id) implements ReadOutcome {}
}
