package org.khazana.node.transport;

import org.khazana.consensus.membership.MemberId;

/** The way to the other validators. Never blocks; what does not arrive is told again. */
public interface FinalityPeers {

    /** Tells everybody who is connected. */
    void tellAll(byte[] message);

    /** Tells one of them, if it is connected. */
    void tell(MemberId peer, byte[] message);
}
