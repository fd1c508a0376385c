package org.khazana.simulation.finality;

import org.khazana.consensus.membership.MemberId;

/** The way of one member to the others. */
public interface Post {
    void tellAll(Told message);

    void tell(MemberId peer, Told message);
}
