package org.khazana.ledger.block;

import java.util.List;
import org.khazana.ledger.crypto.Hash;

/**
 * A block: its header, the hash of the header, and the exact bytes of its envelopes in order. The byte arrays are
 * shared, not to be written to.
 */
public record Block(BlockHeader header, Hash hash, List<byte[]> envelopes) {
    public Block {
        envelopes = List.copyOf(envelopes);
    }
}
