package org.khazana.node.transport;

import java.util.function.Consumer;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;

/**
 * Takes what authenticated peers send. Called on inspector threads, for one peer in the order in which it sent; may use
 * the processor for a while, and must not wait for anything.
 */
public interface PeerReceiver {

    /** A well-formed consensus message of {@code from}; its content is not checked. */
    void message(MemberId from, Message message);

    /** A well-formed consensus message of {@code from} with 64 bytes of signature; neither is checked. */
    void vote(MemberId from, Message message, byte[] signature);

    /** What {@code from} has signed, or knows to be certified; not even its form is checked. */
    void finality(MemberId from, byte[] message);

    /** {@code from} has connected, and will send from now on. */
    void connected(MemberId from);

    /** The connection of {@code from} has ended and no newer one has come: nothing more will, until it connects again. */
    void disconnected(MemberId from);

    /** A submission that {@code from} hands over; {@code answer} is to be called once, from any thread. */
    void submission(MemberId from, byte[] envelope, Consumer<ForwardAnswer> answer);

    /** {@code from} wants a part of the state; {@code answer} is to be called once, from any thread. */
    void snapshotQuestion(MemberId from, SnapshotQuestion question, Consumer<SnapshotAnswer> answer);
}
