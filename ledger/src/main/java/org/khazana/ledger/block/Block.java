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
 * @param certificate of an earlier block; what its signatures are worth is asked where the validators are known
 * @param signature by the proposer; a block that is made, and not signed yet, has none, and validators take none without
 */
public record Block(
        BlockHeader header,
        Hash hash,
        List<byte[]> envelopes,
        Optional<Membership> membership,
        Optional<EmbeddedCertificate> certificate,
        Optional<HeaderSignature> signature) {
    public Block {
        envelopes = List.copyOf(envelopes);
    }

    /** The same block, signed. */
    public Block signedWith(HeaderSignature made) {
        return new Block(header, hash, envelopes, membership, certificate, Optional.of(made));
    }
}
