package org.khazana.node.transport;

import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;

/** The way on which votes go to other members. Never blocks and never throws; what cannot be sent now is dropped. */
@FunctionalInterface
public interface VotePeers {
    /** Sends a vote with its 64 bytes of signature. */
    void sendVote(MemberId to, Message vote, byte[] signature);
}
