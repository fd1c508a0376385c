package org.khazana.ledger.crypto;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Which encodings of points and scalars Ed25519 signatures may contain: cheap checks of bytes, little-endian. */
final class Ed25519Encoding {
    private static final int BYTES = 32;
    private static final int SIGN_BIT = 0x80;
    private static final byte[] PRIME = parse("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
    private static final byte[] ORDER = parse("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");

    /** The y coordinates of the eight points whose order divides 8; x differs by sign only. */
    private static final List<byte[]> SMALL_ORDER_Y = Stream.of(
                    "0000000000000000000000000000000000000000000000000000000000000000",
                    "0100000000000000000000000000000000000000000000000000000000000000",
                    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")
            .map(Ed25519Encoding::parse)
            .toList();

    private Ed25519Encoding() {}

    /**
     * Whether the first 32 bytes are the canonical form of some y and not a point of small order. That covers {@code x =
     * 0} with a sign too, since x is 0 for two points of small order only. Whether the point is on the curve shows later.
     */
    static boolean isAcceptablePoint(byte[] bytes) {
        byte[] y = Arrays.copyOf(bytes, BYTES);
        y[BYTES - 1] &= (byte) ~SIGN_BIT;
        return isBelow(y, PRIME) && SMALL_ORDER_Y.stream().noneMatch(small -> Arrays.equals(small, y));
    }

    /** Whether the last 32 bytes of a signature, {@code s}, are below the order of the group. */
    static boolean isScalarReduced(byte[] signature) {
        return isBelow(Arrays.copyOfRange(signature, BYTES, 2 * BYTES), ORDER);
    }

    private static boolean isBelow(byte[] number, byte[] bound) {
        for (int i = BYTES - 1; i >= 0; i--) {
            int order = Byte.compareUnsigned(number[i], bound[i]);
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private static byte[] parse(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
