package org.khazana.consensus.port;

import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;

/**
 * What a transport hands in. It has made sure who speaks. Both may be called on any thread and never block; what concerns
 * one member is handed in one after another, in the order in which it happened.
 */
public interface MessageReceiver {
    /** A message of {@code from}; it is dropped when too many wait. */
    void receive(MemberId from, Message message);

    /** The connection over which messages of {@code from} came has ended. */
    void disconnected(MemberId from);
}
