package org.khazana.node.transport;

import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.transaction.ChainId;

/** How this node presents itself to its peers. */
public record LocalPeer(MemberId self, ChainId chainId, String networkName, PeerCertificates certificates) {

    Frame.Hello hello() {
        return new Frame.Hello(Frame.PROTOCOL_VERSION, chainId, networkName, self);
    }
}
