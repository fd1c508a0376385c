package org.khazana.ledger.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Verification and signing by the Amazon Corretto Crypto Provider, where its native library exists for the platform. */
final class NativeEd25519 implements Ed25519Library {
    private static final String ALGORITHM = "Ed25519";
    /** What precedes the raw key in its X.509 form (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** What precedes the raw key in its PKCS #8 form (RFC 8410). */
    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final Provider provider;

    private NativeEd25519(Provider provider) {
        this.provider = provider;
    }

    /** Empty where the native library does not load or fails its own tests; then another library serves. */
    static Optional<NativeEd25519> load() {
        try {
            AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            provider.assertHealthy();
            Signature.getInstance(ALGORITHM, provider);
            // The provider takes keys of the Java platform and has no factory of its own.
            KeyFactory.getInstance(ALGORITHM);
            return Optional.of(new NativeEd25519(provider));
        } catch (NoSuchAlgorithmException | RuntimeException | LinkageError unavailable) {
            return Optional.empty();
        }
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        byte[] encodedKey = encoded(X509_PREFIX, publicKey);
        try {
            Signature verifier = Signature.getInstance(ALGORITHM, provider);
            verifier.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encodedKey)));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (InvalidKeySpecException | InvalidKeyException | SignatureException wrong) {
            return false;
        } catch (NoSuchAlgorithmException lost) {
            throw new IllegalStateException("the native library no longer offers Ed25519", lost);
        }
    }

    @Override
    public byte[] sign(byte[] privateKey, byte[] message) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM, provider);
            signer.initSign(KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded(PKCS8_PREFIX, privateKey))));
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the native library does not sign with Ed25519", failure);
        }
    }

    private static byte[] encoded(byte[] prefix, byte[] key) {
        byte[] encoded = Arrays.copyOf(prefix, prefix.length + key.length);
        System.arraycopy(key, 0, encoded, prefix.length, key.length);
        return encoded;
    }

    @Override
    public String name() {
        return provider.getName() + " " + provider.getVersionStr();
    }
}
