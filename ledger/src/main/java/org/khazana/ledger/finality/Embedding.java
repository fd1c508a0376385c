package org.khazana.ledger.finality;

import java.util.Optional;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.block.EmbeddedCertificate;

/**
 * Certificates in later blocks: what leaders knew to be certified when they made them. Whether one proves anything is asked where the
 * validators of its epoch are known, so not here.
 */
public final class Embedding {
    private Embedding() {}

    /** A certificate as a block carries it. */
    public static EmbeddedCertificate of(Certificate certificate) {
        return EmbeddedCertificate.of(HeadCodec.encode(certificate));
    }

    /**
     * The certificate that a block carries.
     *
     * @throws MalformedHead if it is none, or of no earlier block of this chain
     */
    public static Optional<Certificate> in(Block block) throws MalformedHead {
        return block.certificate().isEmpty()
                ? Optional.empty()
                : Optional.of(read(block.header(), block.certificate().get()));
    }

    /** The same, of a block that was not put together yet. */
    public static Certificate read(BlockHeader header, EmbeddedCertificate embedded) throws MalformedHead {
        Certificate certificate = HeadCodec.decodeCertificate(embedded.toBytes());
        Head head = certificate.head();
        if (!head.chainId().equals(header.chainId())) {
            throw new MalformedHead("it is of another chain");
        }
        if (head.height() >= header.height()) {
            throw new MalformedHead("it is of height " + head.height() + ", which is not below that of the block");
        }
        return certificate;
    }
}
