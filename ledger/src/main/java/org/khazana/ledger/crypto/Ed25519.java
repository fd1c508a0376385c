package org.khazana.ledger.crypto;

import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;

/**
 * Ed25519 (RFC 8032), by a native library where one loads and by BouncyCastle elsewhere, with the same verdicts.
 *
 * <p>Libraries differ on signatures that nobody makes by following the RFC. Such classes are refused before a library
 * is asked, so that all validators agree whichever one they run:
 *
 * <ul>
 *   <li>the second half of the signature, {@code s}, is not below the order of the group;
 *   <li>the key, or the first half {@code R}, is not the one valid encoding of its point, or is one of the eight points
 *       of small order;
 *   <li>{@code R} has a component of small order: the native library recomputes {@code R} and so refuses it by itself;
 *       BouncyCastle's verification may let it pass, so there {@code R} is examined first.
 * </ul>
 *
 * <p>A <em>key</em> with a component of small order is the one class left. It costs as much to find as a signature to
 * verify, so it is looked for once, before a key becomes known ({@link #isSoundKey}), and the ledger decides by
 * signatures of known keys only.
 */
public final class Ed25519 {
    private static final int SIGNATURE_BYTES = 64;
    private static final Ed25519Library LIBRARY =
            NativeEd25519.load().<Ed25519Library>map(library -> library).orElseGet(BouncyCastleEd25519::new);

    private Ed25519() {}

    /** The fastest verifier that works here. Expects keys for which {@link #isSoundKey} is true. */
    public static SignatureVerifier verifier() {
        return strict(LIBRARY);
    }

    /** Which library verifies and signs, for the operator. */
    public static String providerName() {
        return LIBRARY.name();
    }

    /** Asks {@code library}, but only about signatures on which all libraries agree. */
    static SignatureVerifier strict(Ed25519Library library) {
        return (key, message, signature) -> {
            byte[] keyBytes = key.toBytes();
            return signature.length == SIGNATURE_BYTES
                    && Ed25519Encoding.isAcceptablePoint(keyBytes)
                    && Ed25519Encoding.isAcceptablePoint(signature)
                    && Ed25519Encoding.isScalarReduced(signature)
                    && library.verify(key, message, signature);
        };
    }

    /** Whether a key may become known to the ledger: the canonical encoding of a point of the prime order. */
    public static boolean isSoundKey(PublicKey key) {
        return isOfPrimeOrder(key.toBytes());
    }

    /** Whether {@code bytes} start with the canonical encoding of a point in the group of prime order. */
    static boolean isOfPrimeOrder(byte[] bytes) {
        return Ed25519Encoding.isAcceptablePoint(bytes)
                && org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(bytes, 0);
    }

    /**
     * Signs; the same input always gives the same 64 bytes.
     *
     * @param privateKey the 32 bytes that RFC 8032 calls the private key
     */
    public static byte[] sign(byte[] privateKey, byte[] message) {
        requirePrivateKey(privateKey);
        return LIBRARY.sign(privateKey, message);
    }

    /** The public key that belongs to the 32 bytes of a private key. */
    public static PublicKey publicKeyOf(byte[] privateKey) {
        requirePrivateKey(privateKey);
        PublicPoint point = org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(privateKey, 0);
        byte[] publicKey = new byte[PublicKey.BYTES];
        org.bouncycastle.math.ec.rfc8032.Ed25519.encodePublicPoint(point, publicKey, 0);
        return PublicKey.of(publicKey);
    }

    private static void requirePrivateKey(byte[] privateKey) {
        if (privateKey.length != PublicKey.BYTES) {
            throw new IllegalArgumentException("an Ed25519 private key has 32 bytes, not " + privateKey.length);
        }
    }
}
