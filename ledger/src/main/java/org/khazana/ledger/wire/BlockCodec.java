package org.khazana.ledger.wire;

import static org.khazana.ledger.block.BlockLimits.BLOCK_BYTES_MAX;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.block.EmbeddedCertificate;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.block.HeaderSignature;
import org.khazana.ledger.block.Membership;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.Embedding;
import org.khazana.ledger.finality.MalformedHead;

/** Blocks as bytes: as they travel and as they stand in the log. Every block has one byte form. */
public final class BlockCodec {
    private BlockCodec() {}

    /** The bytes of a block; at most {@code BLOCK_BYTES_MAX}. */
    public static byte[] encode(Block block) {
        return wireForm(block).toByteArray();
    }

    /** Reads a block whose header fits its envelopes; whether the envelopes are transactions is asked on execution. */
    public static Block decode(byte[] bytes) throws MalformedBlock {
        if (bytes.length > BLOCK_BYTES_MAX) {
            throw new MalformedBlock("a block has at most " + BLOCK_BYTES_MAX + " bytes, not " + bytes.length);
        }
        org.khazana.ledger.wire.v1.Block wire = parse(bytes);
        List<byte[]> envelopes =
                wire.getEnvelopesList().stream().map(ByteString::toByteArray).toList();
        BlockHeader header = readHeader(wire.getHeader());
        requireFitting(header, envelopes);
        Block block = new Block(
                header,
                HeaderLayout.hash(header),
                envelopes,
                membership(header, wire),
                certificate(header, wire),
                signature(wire));
        if (!Arrays.equals(encode(block), bytes)) {
            throw new MalformedBlock("the block is not in its one byte form");
        }
        return block;
    }

    private static void requireFitting(BlockHeader header, List<byte[]> envelopes) throws MalformedBlock {
        if (!BlockAssembly.areWithinLimits(envelopes)) {
            throw new MalformedBlock("the envelopes are too many or too large for one block");
        }
        if (header.transactionCount() != envelopes.size()) {
            throw new MalformedBlock("the header counts " + header.transactionCount() + " transactions, but there are "
                    + envelopes.size());
        }
        if (!header.transactionsRoot().equals(BlockAssembly.transactionsRoot(envelopes))) {
            throw new MalformedBlock("the transactions are not those that the header names");
        }
    }

    private static Optional<Membership> membership(BlockHeader header, org.khazana.ledger.wire.v1.Block wire)
            throws MalformedBlock {
        if (wire.getMembership().isEmpty()) {
            return Optional.empty();
        }
        if (wire.getMembership().size() > Membership.BYTES_MAX) {
            throw new MalformedBlock("the membership has more than " + Membership.BYTES_MAX + " bytes");
        }
        Membership membership = Membership.of(wire.getMembership().toByteArray());
        if (!membership.hash().equals(header.validatorSetHash())) {
            throw new MalformedBlock("the membership is not the one that the header names");
        }
        if (header.transactionCount() != 0) {
            throw new MalformedBlock("a block that changes membership carries transactions");
        }
        return Optional.of(membership);
    }

    /** Whose signatures are in it, and whether they are right, is asked where the validators are known. */
    private static Optional<EmbeddedCertificate> certificate(BlockHeader header, org.khazana.ledger.wire.v1.Block wire)
            throws MalformedBlock {
        ByteString bytes = wire.getCertificate();
        if (bytes.isEmpty()) {
            if (!header.certificateHash().equals(Hash.ZEROS)) {
                throw new MalformedBlock("the certificate that the header names is missing");
            }
            return Optional.empty();
        }
        if (bytes.size() > EmbeddedCertificate.BYTES_MAX) {
            throw new MalformedBlock("the certificate has more than " + EmbeddedCertificate.BYTES_MAX + " bytes");
        }
        EmbeddedCertificate certificate = EmbeddedCertificate.of(bytes.toByteArray());
        if (!certificate.hash().equals(header.certificateHash())) {
            throw new MalformedBlock("the certificate is not the one that the header names");
        }
        try {
            Embedding.read(header, certificate);
        } catch (MalformedHead wrong) {
            throw new MalformedBlock("the certificate that it carries is wrong: " + wrong.getMessage());
        }
        return Optional.of(certificate);
    }

    /** Whether it is right is asked where the keys are known. */
    private static Optional<HeaderSignature> signature(org.khazana.ledger.wire.v1.Block wire) throws MalformedBlock {
        int length = wire.getHeaderSignature().size();
        if (length == 0) {
            return Optional.empty();
        }
        if (length != HeaderSignature.BYTES) {
            throw new MalformedBlock("the header is signed with " + length + " bytes");
        }
        return Optional.of(HeaderSignature.of(wire.getHeaderSignature().toByteArray()));
    }

    private static BlockHeader readHeader(ByteString header) throws MalformedBlock {
        try {
            return HeaderLayout.decode(header.toByteArray());
        } catch (IllegalArgumentException wrong) {
            throw new MalformedBlock("the header is malformed: " + wrong.getMessage());
        }
    }

    private static org.khazana.ledger.wire.v1.Block parse(byte[] bytes) throws MalformedBlock {
        try {
            return org.khazana.ledger.wire.v1.Block.parseFrom(bytes);
        } catch (InvalidProtocolBufferException wrong) {
            throw new MalformedBlock("these bytes are not a protobuf Block");
        }
    }

    private static org.khazana.ledger.wire.v1.Block wireForm(Block block) {
        org.khazana.ledger.wire.v1.Block.Builder wire = org.khazana.ledger.wire.v1.Block.newBuilder()
                .setHeader(ByteString.copyFrom(HeaderLayout.encode(block.header())));
        for (byte[] envelope : block.envelopes()) {
            wire.addEnvelopes(ByteString.copyFrom(envelope));
        }
        block.signature().ifPresent(signature -> wire.setHeaderSignature(ByteString.copyFrom(signature.toBytes())));
        block.membership().ifPresent(membership -> wire.setMembership(ByteString.copyFrom(membership.toBytes())));
        block.certificate().ifPresent(certificate -> wire.setCertificate(ByteString.copyFrom(certificate.toBytes())));
        return wire.build();
    }
}
