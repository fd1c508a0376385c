package org.khazana.node.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.storage.snapshot.ManifestCodec;
import org.khazana.storage.snapshot.SnapshotManifest;
import org.khazana.storage.snapshot.VoucherCodec;

final class FrameCodecTest {
    private static final List<Frame> COMPARABLE = List.of(
            new Frame.Hello(1, TestPeer.CHAIN, "Pakistan Øst", new MemberId("validator-1", 1)),
            new Frame.Reply(-1, new ForwardAnswer.Accepted(new EntryId(new Term(5), Long.MAX_VALUE))),
            new Frame.Reply(2, new ForwardAnswer.Refused(1002, "signature 1 is wrong")),
            new Frame.Reply(3, new ForwardAnswer.NotLeader(Optional.empty())),
            new Frame.Reply(4, new ForwardAnswer.NotLeader(Optional.of(new MemberId("validator-2", 1)))),
            new Frame.Reply(5, new ForwardAnswer.Overloaded()),
            new Frame.AskSnapshot(6, new SnapshotQuestion.Manifest(90)),
            new Frame.AskSnapshot(7, new SnapshotQuestion.Chunk(TestPeer.CHAIN.hash(), 65_535)),
            new Frame.SnapshotPart(8, new SnapshotAnswer.Later()),
            new Frame.SnapshotPart(9, new SnapshotAnswer.Gone()),
            new Frame.KeepAlive());

    @Test
    void everyFrameReadsAsItWasWritten() {
        assertThat(COMPARABLE)
                .allSatisfy(frame -> assertThat(thereAndBack(frame)).isEqualTo(frame));
        assertThat(((Frame.Raft) thereAndBack(new Frame.Raft(new byte[] {4, 5}))).message())
                .containsExactly(4, 5);
        Frame.Vote vote = (Frame.Vote) thereAndBack(new Frame.Vote(new byte[64], new byte[] {3}));
        assertThat(vote.signature()).hasSize(64);
        assertThat(vote.message()).containsExactly(3);
        assertThat(((Frame.Finality) thereAndBack(new Frame.Finality(new byte[] {9}))).message())
                .containsExactly(9);
        Frame.Forward forward = (Frame.Forward) thereAndBack(new Frame.Forward(77, new byte[] {6}));
        assertThat(forward.correlation()).isEqualTo(77);
        assertThat(forward.envelope()).containsExactly(6);
        Frame.SnapshotPart chunk =
                (Frame.SnapshotPart) thereAndBack(new Frame.SnapshotPart(78, new SnapshotAnswer.Chunk(new byte[] {7})));
        assertThat(((SnapshotAnswer.Chunk) chunk.answer()).bytes()).containsExactly(7);
        Frame.SnapshotPart manifest = (Frame.SnapshotPart) thereAndBack(
                new Frame.SnapshotPart(79, new SnapshotAnswer.Manifest(new byte[] {8}, new byte[] {9, 10})));
        assertThat(((SnapshotAnswer.Manifest) manifest.answer()).bytes()).containsExactly(8);
        assertThat(((SnapshotAnswer.Manifest) manifest.answer()).voucher()).containsExactly(9, 10);
    }

    @Test
    void theLargestManifestFitsIntoAFrameAndALargerChunkThanAllowedIsRefused() {
        assertThat(ManifestCodec.BYTES_MAX + VoucherCodec.BYTES_MAX)
                .isLessThanOrEqualTo(SnapshotAnswer.Manifest.BYTES_MAX);
        assertThat(SnapshotAnswer.Manifest.BYTES_MAX + 100).isLessThan(TransportLimits.STANDARD.frameBytesMax());
        assertThat(SnapshotManifest.CHUNK_BYTES_MAX).isEqualTo(SnapshotAnswer.Chunk.BYTES_MAX);
        ByteBuf larger =
                Unpooled.buffer().writeByte(7).writeLong(1).writeByte(2).writeZero(SnapshotAnswer.Chunk.BYTES_MAX + 1);

        assertThatThrownBy(() -> FrameCodec.decode(larger)).isInstanceOf(MalformedFrame.class);
    }

    @Test
    void aFrameCutShortAnywhereIsRefused() {
        for (Frame frame : COMPARABLE) {
            ByteBuf whole = FrameCodec.encode(frame).skipBytes(FrameCodec.LENGTH_BYTES);
            for (int length = 0; length < whole.readableBytes(); length++) {
                ByteBuf part = whole.slice(whole.readerIndex(), length);
                assertThatThrownBy(() -> FrameCodec.decode(part)).isInstanceOf(MalformedFrame.class);
            }
        }
    }

    @Test
    void aFrameWithBytesTooManyIsRefused() {
        ByteBuf longer = Unpooled.wrappedBuffer(
                FrameCodec.encode(new Frame.KeepAlive()).skipBytes(FrameCodec.LENGTH_BYTES),
                Unpooled.wrappedBuffer(new byte[1]));

        assertThatThrownBy(() -> FrameCodec.decode(longer)).isInstanceOf(MalformedFrame.class);
    }

    @Test
    void anyBytesAreEitherAFrameOrRefused() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int run = 0; run < 20_000; run++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[0] = (byte) (1 + random.nextInt(9)); // so that more than the kind is tried
            }
            try {
                assertThat(FrameCodec.decode(Unpooled.wrappedBuffer(bytes))).isNotNull();
            } catch (MalformedFrame expected) {
                assertThat(expected).hasMessageMatching("(?s).+");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", run " + run, e);
            }
        }
    }

    private static Frame thereAndBack(Frame frame) {
        ByteBuf bytes = FrameCodec.encode(frame);
        assertThat(bytes.readInt()).isEqualTo(bytes.readableBytes());
        return FrameCodec.decode(bytes);
    }
}
