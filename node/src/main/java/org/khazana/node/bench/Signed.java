package org.khazana.node.bench;

import java.util.List;
import org.khazana.ledger.operation.Operation;

/**
 * An operation and all who must sign it.
 *
 * @param signatories the first one sends
 */
record Signed(Operation operation, List<Signatory> signatories) {
    Signed {
        signatories = List.copyOf(signatories);
    }

    static Signed by(Operation operation, Signatory... signatories) {
        return new Signed(operation, List.of(signatories));
    }
}
