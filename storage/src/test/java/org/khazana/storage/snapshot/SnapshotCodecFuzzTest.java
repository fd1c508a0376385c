package org.khazana.storage.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Hash;
import org.khazana.storage.rocksdb.Row;

/** Whatever bytes come, they are a manifest or a chunk in its only form, or they are refused. */
class SnapshotCodecFuzzTest {
    private static final SnapshotManifest MANIFEST = new SnapshotManifest(
            TestStates.CHAIN,
            TestStates.block(90, 4),
            TestStates.CONFIGURATION,
            2_000_000,
            Collections.nCopies(3, Hash.of(new byte[Hash.BYTES])));
    private static final List<Row> ROWS = List.of(
            new Row(new byte[] {3, 1}, new byte[] {5, 6}),
            new Row(new byte[] {3, (byte) 200}, new byte[0]),
            new Row(new byte[] {101}, new byte[] {7}),
            new Row(new byte[] {101, 0}, new byte[] {8}));

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void aManifestReadsAsItWasWritten() throws MalformedSnapshot {
        assertThat(ManifestCodec.decode(ManifestCodec.encode(MANIFEST))).isEqualTo(MANIFEST);
    }

    @Test
    void theLargestManifestFitsItsBound() throws MalformedSnapshot {
        SnapshotManifest largest = new SnapshotManifest(
                TestStates.CHAIN,
                TestStates.block(90, 4),
                TestStates.CONFIGURATION,
                1L << 36,
                Collections.nCopies(SnapshotManifest.CHUNKS_MAX, Hash.of(new byte[Hash.BYTES])));

        assertThat(ManifestCodec.encode(largest).length).isLessThanOrEqualTo(ManifestCodec.BYTES_MAX);
        assertThat(ManifestCodec.decode(ManifestCodec.encode(largest))).isEqualTo(largest);
    }

    @Test
    void aChangedManifestIsAnotherManifestOrRefused() {
        byte[] whole = ManifestCodec.encode(MANIFEST);
        for (int run = 0; run < 20_000; run++) {
            byte[] bytes = mutated(whole);
            try {
                assertThat(ManifestCodec.encode(ManifestCodec.decode(bytes))).isEqualTo(bytes);
            } catch (MalformedSnapshot expected) {
                assertThat(expected).hasMessageMatching("(?s).+");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", run " + run, e);
            }
        }
    }

    @Test
    void aChangedChunkIsAnotherChunkOrRefused() {
        byte[] whole = chunk(ROWS);
        int understood = 0;
        for (int run = 0; run < 50_000; run++) {
            byte[] bytes = mutated(whole);
            try {
                assertThat(chunk(ChunkCodec.decode(bytes))).isEqualTo(bytes);
                understood++;
            } catch (MalformedSnapshot expected) {
                assertThat(expected).hasMessageMatching("(?s).+");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", run " + run, e);
            }
        }
        assertThat(understood).as("seed " + seed).isPositive();
    }

    @Test
    void rowsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> ChunkCodec.decode(chunk(List.of(ROWS.get(1), ROWS.get(0)))))
                .hasMessageContaining("keys out of order");
        assertThatThrownBy(() -> ChunkCodec.decode(chunk(List.of(ROWS.get(2), ROWS.get(0)))))
                .hasMessageContaining("keys out of order");
        assertThatThrownBy(() -> ChunkCodec.decode(chunk(List.of(ROWS.get(0), ROWS.get(0)))))
                .hasMessageContaining("keys out of order");
        assertThatThrownBy(() -> ChunkCodec.decode(chunk(List.of(new Row(new byte[0], new byte[] {1})))))
                .hasMessageContaining("keys out of order");
        assertThatThrownBy(() -> ChunkCodec.decode(new byte[0])).hasMessageContaining("without rows");
    }

    private static byte[] chunk(List<Row> rows) {
        ByteBuffer out = ByteBuffer.allocate(4_096);
        rows.forEach(row -> ChunkCodec.putRow(out, row));
        return Arrays.copyOf(out.array(), out.position());
    }

    private byte[] mutated(byte[] whole) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length + 8)) : whole.clone();
        int changes = random.nextInt(4);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
