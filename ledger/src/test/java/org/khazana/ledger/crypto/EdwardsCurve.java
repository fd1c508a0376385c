package org.khazana.ledger.crypto;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The curve of Ed25519 written down slowly (RFC 8032, section 5.1), to make points that no honest signer makes. */
final class EdwardsCurve {
    static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(PRIME))
            .mod(PRIME);
    static final Point NEUTRAL = new Point(BigInteger.ZERO, BigInteger.ONE);
    static final Point BASE = decode(little(BigInteger.valueOf(4)
            .multiply(BigInteger.valueOf(5).modInverse(PRIME))
            .mod(PRIME)));

    private EdwardsCurve() {}

    record Point(BigInteger x, BigInteger y) {
        Point plus(Point other) {
            BigInteger product = D.multiply(x).multiply(other.x).multiply(y).multiply(other.y);
            BigInteger newX =
                    x.multiply(other.y).add(y.multiply(other.x)).multiply(inverse(BigInteger.ONE.add(product)));
            BigInteger newY =
                    y.multiply(other.y).add(x.multiply(other.x)).multiply(inverse(BigInteger.ONE.subtract(product)));
            return new Point(newX.mod(PRIME), newY.mod(PRIME));
        }

        Point times(BigInteger scalar) {
            Point sum = NEUTRAL;
            for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
                sum = sum.plus(sum);
                sum = scalar.testBit(bit) ? sum.plus(this) : sum;
            }
            return sum;
        }

        byte[] encode() {
            byte[] bytes = little(y);
            bytes[31] |= (byte) (x.testBit(0) ? 0x80 : 0);
            return bytes;
        }

        private static BigInteger inverse(BigInteger number) {
            return number.mod(PRIME).modInverse(PRIME);
        }
    }

    /** The point that these bytes encode; they must encode one. */
    static Point decode(byte[] bytes) {
        byte[] yBytes = bytes.clone();
        yBytes[31] &= 0x7f;
        BigInteger y = fromLittle(yBytes);
        BigInteger ySquared = y.multiply(y);
        BigInteger xSquared = ySquared.subtract(BigInteger.ONE)
                .multiply(D.multiply(ySquared).add(BigInteger.ONE).mod(PRIME).modInverse(PRIME))
                .mod(PRIME);
        BigInteger x = xSquared.modPow(PRIME.add(BigInteger.valueOf(3)).shiftRight(3), PRIME);
        if (!x.multiply(x).mod(PRIME).equals(xSquared)) {
            x = x.multiply(BigInteger.TWO.modPow(PRIME.shiftRight(2), PRIME)).mod(PRIME);
        }
        if (!x.multiply(x).mod(PRIME).equals(xSquared)) {
            throw new IllegalArgumentException("not a point of the curve");
        }
        boolean sign = (bytes[31] & 0x80) != 0;
        return new Point(x.testBit(0) == sign ? x : PRIME.subtract(x).mod(PRIME), y);
    }

    static BigInteger fromLittle(byte[] bytes) {
        byte[] big = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            big[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, big);
    }

    /** 32 bytes, little-endian. */
    static byte[] little(BigInteger number) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < 32; i++) {
            bytes[i] = number.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }

    /** SHA-512 of all parts, as a number. */
    static BigInteger hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return fromLittle(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The secret scalar of a private key. */
    static BigInteger secretScalar(byte[] privateKey) {
        byte[] half = Arrays.copyOf(hashBytes(privateKey), 32);
        half[0] &= (byte) 0xf8;
        half[31] &= 0x7f;
        half[31] |= 0x40;
        return fromLittle(half);
    }

    private static byte[] hashBytes(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
