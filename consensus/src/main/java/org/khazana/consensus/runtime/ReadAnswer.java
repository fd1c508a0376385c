package org.khazana.consensus.runtime;

import java.util.Optional;
import org.khazana.consensus.membership.MemberId;

/** Answer to the question from when on a read is linearizable. */
public sealed interface ReadAnswer {

    /** Once everything up to {@code index} is applied here, what is read is as new as when the question was asked. */
    record Ready(long index) implements ReadAnswer {}

    /** This member knows no leader, or led and does no longer. */
    record NoLeader(Optional<MemberId> leader) implements ReadAnswer {}

    /** Too many reads wait already. */
    record Overloaded() implements ReadAnswer {}

    /** No quorum answered the leader, or no leader this member, in time. */
    record TimedOut() implements ReadAnswer {}
}
