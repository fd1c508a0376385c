package org.khazana.config.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * Ed25519 keys in PEM files, as {@code openssl genpkey -algorithm ed25519} and {@code openssl pkey -pubout} write them:
 * private keys in PKCS #8 without a password, public keys as SubjectPublicKeyInfo. In memory a key is its raw 32 bytes
 * (RFC 8032).
 */
public final class KeyFiles {
    private static final String PRIVATE = "an Ed25519 private key in PEM (PKCS #8, without a password)";
    private static final String PUBLIC = "an Ed25519 public key in PEM";

    private KeyFiles() {}

    /** A new private key of 32 bytes. */
    public static byte[] newPrivateKey(SecureRandom random) {
        return new Ed25519PrivateKeyParameters(random).getEncoded();
    }

    /** The public key, 32 bytes, of a private key of 32 bytes. */
    public static byte[] publicKeyOf(byte[] privateKey) {
        return new Ed25519PrivateKeyParameters(privateKey).generatePublicKey().getEncoded();
    }

    /** Writes a private key to a new file that only its owner may read; an existing file is left alone and refused. */
    public static void writePrivate(Path file, byte[] privateKey) throws IOException {
        PrivateKeyInfo pkcs8 = PrivateKeyInfoFactory.createPrivateKeyInfo(new Ed25519PrivateKeyParameters(privateKey));
        // Version 1 as OpenSSL writes it: the newer form with the public key inside is not understood everywhere.
        PrivateKeyInfo plain = new PrivateKeyInfo(pkcs8.getPrivateKeyAlgorithm(), pkcs8.parsePrivateKey());
        NewFile.writeSecret(file, PemFile.text("PRIVATE KEY", plain.getEncoded()));
    }

    /** Writes a public key to a new file; an existing file is left alone and refused. */
    public static void writePublic(Path file, byte[] publicKey) throws IOException {
        NewFile.write(file, publicPem(publicKey));
    }

    /** A public key of 32 bytes as PEM text. */
    public static String publicPem(byte[] publicKey) {
        try {
            return PemFile.text(
                    "PUBLIC KEY",
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(new Ed25519PublicKeyParameters(publicKey))
                            .getEncoded());
        } catch (IOException impossible) {
            throw new UncheckedIOException("encoding a public key in memory failed", impossible);
        }
    }

    /** The raw 32 bytes of the private key in a file. */
    public static byte[] readPrivate(Path file) throws UnreadableFile {
        PemObject object = PemFile.read(file, "PRIVATE KEY", PRIVATE);
        try {
            if (PrivateKeyFactory.createKey(object.getContent()) instanceof Ed25519PrivateKeyParameters key) {
                return key.getEncoded();
            }
        } catch (IOException | RuntimeException malformed) {
            throw new UnreadableFile("holds a private key that cannot be decoded", PRIVATE);
        }
        throw new UnreadableFile("holds a private key of another kind", PRIVATE);
    }

    /** The raw 32 bytes of the public key in a file. */
    public static byte[] readPublic(Path file) throws UnreadableFile {
        PemObject object = PemFile.read(file, "PUBLIC KEY", PUBLIC);
        try {
            SubjectPublicKeyInfo spki = SubjectPublicKeyInfo.getInstance(object.getContent());
            if (PublicKeyFactory.createKey(spki) instanceof Ed25519PublicKeyParameters key
                    && isSound(key.getEncoded())) {
                return key.getEncoded();
            }
        } catch (IOException | RuntimeException malformed) {
            throw new UnreadableFile("holds a public key that cannot be decoded", PUBLIC);
        }
        throw new UnreadableFile("holds a public key of another kind or without value", PUBLIC);
    }

    /** Whether this is a point of the full order: one of small order would accept signatures that nobody made. */
    static boolean isSound(byte[] publicKey) {
        return Ed25519.validatePublicKeyFull(publicKey, 0);
    }

    /** 64 hexadecimal digits as they stand in a genesis. */
    public static String hexOf(byte[] key) {
        return HexFormat.of().formatHex(key);
    }

    public static byte[] bytesOf(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
