package org.khazana.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;

import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockLimits;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.block.EmbeddedCertificate;
import org.khazana.ledger.block.HeaderSignature;
import org.khazana.ledger.block.Membership;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.Embedding;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.UnsignedCertificates;
import org.khazana.ledger.transaction.ChainId;

class BlockCodecTest {
    private static final List<byte[]> ENVELOPES = List.of(new byte[] {1}, new byte[] {2, 2}, new byte[0]);

    private static final Membership MEMBERSHIP = Membership.of(new byte[] {5, 6, 7});

    private static Block block(List<byte[]> envelopes) {
        return BlockAssembly.assemble(
                new BlockOrigin(CHAIN, 7, 2, "validator-1", 1_000, CHAIN.hash(), CHAIN.hash()), envelopes);
    }

    /** Block 7, whose header names the hash of these bytes, whatever they are. */
    private static Block carrying(byte[] certificate) {
        return BlockAssembly.assemble(
                new BlockOrigin(
                        CHAIN,
                        7,
                        2,
                        "validator-1",
                        1_000,
                        CHAIN.hash(),
                        CHAIN.hash(),
                        Optional.of(EmbeddedCertificate.of(certificate))),
                ENVELOPES);
    }

    private static byte[] certificate(ChainId chain, long height, int signatures) {
        return HeadCodec.encode(UnsignedCertificates.of(chain, height, signatures));
    }

    private static org.khazana.ledger.wire.v1.Block.Builder wire() throws Exception {
        return org.khazana.ledger.wire.v1.Block.parseFrom(BlockCodec.encode(block(ENVELOPES))).toBuilder();
    }

    private static void assertMalformed(org.khazana.ledger.wire.v1.Block.Builder wire, String sentence) {
        assertThatThrownBy(() -> BlockCodec.decode(wire.build().toByteArray()))
                .isInstanceOf(MalformedBlock.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws MalformedBlock {
        Block block = block(ENVELOPES);

        Block read = BlockCodec.decode(BlockCodec.encode(block));

        assertThat(read.header()).isEqualTo(block.header());
        assertThat(read.hash()).isEqualTo(block.hash());
        assertThat(read.envelopes()).containsExactlyElementsOf(block.envelopes());
        assertThat(BlockCodec.decode(BlockCodec.encode(block(List.of()))).envelopes())
                .isEmpty();
    }

    @Test
    void transactionsThatTheHeaderDoesNotNameAreRefused() throws Exception {
        ByteString one = ByteString.copyFrom(new byte[] {1});
        ByteString two = ByteString.copyFrom(new byte[] {2, 2});

        assertMalformed(wire().addEnvelopes(one), "counts 3 transactions, but there are 4");
        assertMalformed(wire().setEnvelopes(2, one), "not those that the header names");
        assertMalformed(wire().setEnvelopes(0, two).setEnvelopes(1, one), "not those that the header names");
        assertMalformed(wire().clearEnvelopes(), "counts 3 transactions");
    }

    @Test
    void theProposersSignatureIsReadAgainAndTheHashDoesNotCoverIt() throws MalformedBlock {
        HeaderSignature signature = HeaderSignature.of(new byte[HeaderSignature.BYTES]);
        for (Block block : List.of(block(ENVELOPES), block(List.of()), changing(MEMBERSHIP))) {
            Block read = BlockCodec.decode(BlockCodec.encode(block.signedWith(signature)));

            assertThat(read.signature()).contains(signature);
            assertThat(read.hash()).isEqualTo(block.hash());
            assertThat(BlockCodec.decode(BlockCodec.encode(block)).signature()).isEmpty();
        }
    }

    @Test
    void aSignatureOfAnotherLengthIsRefused() throws Exception {
        assertMalformed(wire().setHeaderSignature(ByteString.copyFrom(new byte[63])), "signed with 63 bytes");
        assertMalformed(wire().setHeaderSignature(ByteString.copyFrom(new byte[65])), "signed with 65 bytes");
    }

    @Test
    void aChangeOfMembershipIsReadAgain() throws MalformedBlock {
        Block block = changing(MEMBERSHIP);

        Block read = BlockCodec.decode(BlockCodec.encode(block));

        assertThat(read.membership()).contains(MEMBERSHIP);
        assertThat(read.envelopes()).isEmpty();
        assertThat(BlockCodec.decode(BlockCodec.encode(block(ENVELOPES))).membership())
                .isEmpty();
    }

    @Test
    void aMembershipThatTheHeaderDoesNotNameIsRefused() throws Exception {
        byte[] bytes = BlockCodec.encode(changing(MEMBERSHIP));
        var change = org.khazana.ledger.wire.v1.Block.parseFrom(bytes).toBuilder();

        assertMalformed(change.setMembership(ByteString.copyFrom(new byte[] {5, 6, 8})), "not the one that the header");
        assertMalformed(
                wire().setMembership(ByteString.copyFrom(MEMBERSHIP.toBytes())), "not the one that the header names");
        assertMalformed(
                change.setMembership(ByteString.copyFrom(new byte[Membership.BYTES_MAX + 1])), "more than 65536");
        assertThatThrownBy(() -> BlockAssembly.changingMembership(originNaming(MEMBERSHIP), Membership.of(new byte[1])))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangeOfMembershipCarriesNoTransactions() throws Exception {
        Block both = BlockAssembly.assemble(originNaming(MEMBERSHIP), ENVELOPES);
        var wire = org.khazana.ledger.wire.v1.Block.parseFrom(BlockCodec.encode(both)).toBuilder();

        assertMalformed(wire.setMembership(ByteString.copyFrom(MEMBERSHIP.toBytes())), "carries transactions");
    }

    private static Block changing(Membership membership) {
        return BlockAssembly.changingMembership(originNaming(membership), membership);
    }

    private static BlockOrigin originNaming(Membership membership) {
        return new BlockOrigin(CHAIN, 7, 2, "validator-1", 1_000, CHAIN.hash(), membership.hash());
    }

    @Test
    void aCertificateOfALowerHeightIsReadAgainAndTheHashCoversIt() throws Exception {
        for (int signatures : List.of(1, 9)) {
            byte[] certificate = certificate(CHAIN, 6, signatures);
            Block block = carrying(certificate);

            Block read = BlockCodec.decode(BlockCodec.encode(block));

            assertThat(read.certificate()).contains(EmbeddedCertificate.of(certificate));
            assertThat(read.header().certificateHash()).isEqualTo(Domain.CERTIFICATE.hash(certificate));
            assertThat(Embedding.in(read)).contains(HeadCodec.decodeCertificate(certificate));
            assertThat(read.hash()).isNotEqualTo(block(ENVELOPES).hash());
        }
        assertThat(BlockCodec.decode(BlockCodec.encode(block(ENVELOPES))).certificate())
                .isEmpty();
        assertThat(block(ENVELOPES).header().certificateHash()).isEqualTo(Hash.ZEROS);
    }

    @Test
    void aCertificateThatTheHeaderDoesNotNameIsRefused() throws Exception {
        ByteString certificate = ByteString.copyFrom(certificate(CHAIN, 6, 3));
        ByteString other = ByteString.copyFrom(certificate(CHAIN, 5, 3));
        byte[] bytes = BlockCodec.encode(carrying(certificate.toByteArray()));
        var carrying = org.khazana.ledger.wire.v1.Block.parseFrom(bytes).toBuilder();

        assertMalformed(wire().setCertificate(certificate), "not the one that the header names");
        assertMalformed(carrying.setCertificate(other), "not the one that the header names");
        assertMalformed(carrying.clearCertificate(), "is missing");
        assertMalformed(carrying.setCertificate(ByteString.copyFrom(new byte[1_044])), "more than 1043 bytes");
    }

    @Test
    void aCertificateThatIsNoneOrOfNoEarlierBlockOfThisChainIsRefused() {
        byte[] good = certificate(CHAIN, 6, 2);
        byte[] outOfOrder = good.clone();
        outOfOrder[179] = (byte) 0xff;

        assertWrong(Arrays.copyOf(good, good.length - 1), "end too early");
        assertWrong(Arrays.copyOf(good, good.length + 1), "left over");
        assertWrong(outOfOrder, "out of order");
        assertWrong(certificate(CHAIN, 7, 2), "of height 7, which is not below");
        assertWrong(certificate(CHAIN, Long.MAX_VALUE, 2), "is not below");
        assertWrong(certificate(new ChainId(Hash.ZEROS), 6, 2), "another chain");
    }

    private static void assertWrong(byte[] certificate, String sentence) {
        assertThatThrownBy(() -> BlockCodec.decode(BlockCodec.encode(carrying(certificate))))
                .isInstanceOf(MalformedBlock.class)
                .hasMessageContaining("the certificate that it carries is wrong")
                .hasMessageContaining(sentence);
    }

    @Test
    void theLargestCertificateIsWithinItsBound() {
        assertThat(EmbeddedCertificate.BYTES_MAX).isEqualTo(HeadCodec.CERTIFICATE_BYTES_MAX);
        assertThatThrownBy(() -> EmbeddedCertificate.of(new byte[EmbeddedCertificate.BYTES_MAX + 1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EmbeddedCertificate.of(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameBlockInAnotherByteFormIsRefused() throws Exception {
        byte[] good = BlockCodec.encode(block(ENVELOPES));
        byte[] unknownField = Arrays.copyOf(good, good.length + 2);
        unknownField[good.length] = 4 << 3;
        byte[] headerTwice = ByteString.copyFrom(good)
                .concat(ByteString.copyFrom(good, 0, 3 + 222))
                .toByteArray();

        for (byte[] other : List.of(unknownField, headerTwice)) {
            assertThatThrownBy(() -> BlockCodec.decode(other))
                    .isInstanceOf(MalformedBlock.class)
                    .hasMessageContaining("one byte form");
        }
    }

    @Test
    void aHeaderInAnotherFormIsRefused() throws Exception {
        byte[] header = wire().getHeader().toByteArray();

        assertMalformed(wire().clearHeader(), "222 bytes");
        assertMalformed(wire().setHeader(changed(header, 1, 1)), "version");
        assertMalformed(wire().setHeader(changed(header, 34, 0x80)), "height");
        assertMalformed(wire().setHeader(changed(header, 42, 0x80)), "term");
        assertMalformed(wire().setHeader(changed(header, 50, 'V')), "proposer");
        assertMalformed(wire().setHeader(changed(header, 50, 0)), "proposer");
        assertMalformed(wire().setHeader(changed(header, 70, 'x')), "padded");
        assertMalformed(wire().setHeader(changed(header, 82, 0x80)), "time");
    }

    private static ByteString changed(byte[] header, int at, int value) {
        byte[] bytes = header.clone();
        bytes[at] = (byte) value;
        return ByteString.copyFrom(bytes);
    }

    @Test
    void aBlockBeyondItsBoundsIsNeitherMadeNorRead() {
        List<byte[]> tooMany = Collections.nCopies(BlockLimits.TRANSACTIONS_MAX + 1, new byte[0]);
        List<byte[]> tooLarge = Collections.nCopies(33, new byte[64 << 10]);
        List<byte[]> full = Collections.nCopies(32, new byte[64 << 10]);

        assertThat(BlockAssembly.areWithinLimits(tooMany)).isFalse();
        assertThat(BlockAssembly.areWithinLimits(tooLarge)).isFalse();
        assertThatThrownBy(() -> block(tooLarge)).isInstanceOf(IllegalStateException.class);
        assertThat(BlockCodec.encode(block(full))).hasSizeLessThanOrEqualTo(BlockLimits.BLOCK_BYTES_MAX);
        assertMalformed(
                org.khazana.ledger.wire.v1.Block.newBuilder()
                        .setHeader(ByteString.copyFrom(org.khazana.ledger.block.HeaderLayout.encode(
                                block(List.of()).header())))
                        .addAllEnvelopes(Collections.nCopies(BlockLimits.TRANSACTIONS_MAX + 1, ByteString.EMPTY)),
                "too many");
        assertThatThrownBy(() -> BlockCodec.decode(new byte[BlockLimits.BLOCK_BYTES_MAX + 1]))
                .isInstanceOf(MalformedBlock.class);
    }
}
