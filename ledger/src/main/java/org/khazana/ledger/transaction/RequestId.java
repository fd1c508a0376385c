package org.khazana.ledger.transaction;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** 16 bytes chosen by the client, unique per sender: what makes sending again safe. */
public record RequestId(long high, long low) implements Comparable<RequestId> {
    public static final int BYTES = 16;

    /** Reads 16 bytes, big-endian. */
    public static RequestId of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a request id has 16 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new RequestId(buffer.getLong(), buffer.getLong());
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    @Override
    public int compareTo(RequestId other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** All 32 hexadecimal digits, lower case. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(toBytes());
    }
}
