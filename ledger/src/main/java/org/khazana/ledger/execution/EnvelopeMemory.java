package org.khazana.ledger.execution;

import java.util.Optional;
import org.khazana.ledger.wire.ReadEnvelope;

/**
 * What a node has read before, so that execution need not read it again. It may forget anything at any time; and what it answers is
 * taken only if it was read from the very bytes, so no answer changes what a block comes to.
 */
@FunctionalInterface
public interface EnvelopeMemory {
    /** Remembers nothing. */
    EnvelopeMemory NONE = envelope -> Optional.empty();

    /** What was read from these bytes, which are not written to. */
    Optional<ReadEnvelope> find(byte[] envelope);
}
