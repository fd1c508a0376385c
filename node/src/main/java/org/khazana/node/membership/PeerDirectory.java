package org.khazana.node.membership;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.validator.Validator;
import org.khazana.node.transport.PeerAddress;

/**
 * Where this node reaches the others: where its own node file says, or else where the governors said.
 *
 * @param self id of this validator
 * @param configured from the node file
 */
public record PeerDirectory(String self, List<PeerAddress> configured) {
    public PeerDirectory {
        configured = List.copyOf(configured);
    }

    /** Whom to be connected with; somebody for whom there is no address will call by himself. */
    public List<PeerAddress> peers(Roster roster) {
        return roster.everybody().stream()
                .filter(validator -> !validator.id().equals(self))
                .flatMap(validator -> addressOf(validator).stream())
                .toList();
    }

    private Optional<PeerAddress> addressOf(Validator validator) {
        return configured.stream()
                .filter(peer -> peer.validator().equals(validator.id()))
                .findFirst()
                .or(() -> validator
                        .peerAddress()
                        .map(address -> new PeerAddress(validator.id(), address.host(), address.port())));
    }
}
