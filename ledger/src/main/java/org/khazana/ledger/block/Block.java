package org.khazana.ledger.block;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;

/**
 * A block: its header, the hash of the header, and the exact bytes of its envelopes in order. The byte arrays are
 * shared, not to be written to.
 *
 * @param membership who takes part in consensus from this block on; only in a block that changes that, which has no
 *     envelopes
 */
public record Block(BlockHeader header, Hash hash, List<byte[]> envelopes, Optional<Membership> membership) {
    public Block {
        envelopes = List.copyOf(envelopes);
    }
}
