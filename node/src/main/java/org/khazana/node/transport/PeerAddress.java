package org.khazana.node.transport;

import org.khazana.consensus.membership.MemberId;

/** Where another validator listens. */
public record PeerAddress(MemberId member, String host, int port) {
    @Override
    public String toString() {
        return member + " at " + host + ":" + port;
    }
}
