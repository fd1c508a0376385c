package org.khazana.node.transport;

/** What became of a {@link SnapshotQuestion}. */
public sealed interface SnapshotAnswer {

    /** An encoded manifest, and an encoded voucher for its snapshot. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Manifest(byte[] bytes, byte[] voucher) implements SnapshotAnswer {
        /** Most bytes of both; fits into a frame. */
        public static final int BYTES_MAX = 3 << 20;

        public Manifest {
            require(bytes.length + voucher.length, BYTES_MAX);
        }
    }

    /** The bytes of a chunk. */
    @SuppressWarnings("ArrayRecordComponent")
    record Chunk(byte[] bytes) implements SnapshotAnswer {
        /** Most bytes. */
        public static final int BYTES_MAX = 1 << 20;

        public Chunk {
            require(bytes.length, BYTES_MAX);
        }
    }

    /** Not now: it is being made ready, or too much is asked for. */
    record Later() implements SnapshotAnswer {}

    /** That state is not held there. */
    record Gone() implements SnapshotAnswer {}

    /** Nothing was sent: there is no working connection. */
    record NotConnected() implements SnapshotAnswer {}

    /** The connection broke, or the answer did not come in time. */
    record Lost() implements SnapshotAnswer {}

    private static void require(int bytes, int bytesMax) {
        if (bytes > bytesMax) {
            throw new IllegalArgumentException(bytes + " bytes, more than " + bytesMax);
        }
    }
}
