package org.khazana.node.transport;

import java.util.Optional;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.membership.MemberId;

/** What became of a submission handed to another validator. */
public sealed interface ForwardAnswer {

    /** The leader has it in its log as this entry; not yet committed. */
    record Accepted(EntryId entry) implements ForwardAnswer {}

    /** The other validator does not admit it; {@code code} is the ledger's stable number. */
    record Refused(int code, String detail) implements ForwardAnswer {}

    /** The other validator does not lead. */
    record NotLeader(Optional<MemberId> leader) implements ForwardAnswer {}

    /** Nothing was taken: too much is waiting here, on the way, or there. */
    record Overloaded() implements ForwardAnswer {}

    /** Nothing was sent: there is no working connection. */
    record NotConnected() implements ForwardAnswer {}

    /** It was sent, and the connection broke or the answer did not come in time: it may have been taken. */
    record Lost() implements ForwardAnswer {}
}
