package org.khazana.consensus.port;

import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;

/**
 * Sends to other members. Never blocks and never throws: what cannot be sent now is dropped, and Raft sends again. Called
 * by more than one thread.
 */
@FunctionalInterface
public interface PeerSender {
    void send(MemberId to, Message message);
}
