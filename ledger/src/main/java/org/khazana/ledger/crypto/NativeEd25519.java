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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Verification and signing by the Amazon Corretto Crypto Provider, where its native library exists for the platform. */
final class NativeEd25519 implements Ed25519Library {
    private static final String ALGORITHM = "Ed25519";
    /** What precedes the raw key in its X.509 form (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** What precedes the raw key in its PKCS #8 form (RFC 8410). */
    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    /** So many in each thread: custodians and validators sign again and again. */
    private static final int READY_MAX = 256;

    private final Provider provider;
    /** To read a key costs a good part of what a verification does, so what is ready to verify under a key is kept. */
    private final ThreadLocal<Map<PublicKey, Signature>> ready = ThreadLocal.withInitial(NativeEd25519::newestOnes);

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

    private static Map<PublicKey, Signature> newestOnes() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<PublicKey, Signature> eldest) {
                return size() > READY_MAX;
            }
        };
    }

    @Override
    public boolean verify(PublicKey publicKey, byte[] message, byte[] signature) {
        Map<PublicKey, Signature> known = ready.get();
        try {
            // Taken out, so that it does not come back in some state in between.
            Signature taken = known.remove(publicKey);
            Signature verifier = taken == null ? verifier(publicKey) : taken;
            verifier.update(message);
            boolean isRight = verifier.verify(signature);
            known.put(publicKey, verifier);
            return isRight;
        } catch (InvalidKeySpecException | InvalidKeyException | SignatureException wrong) {
            return false;
        } catch (NoSuchAlgorithmException lost) {
            throw new IllegalStateException("the native library no longer offers Ed25519", lost);
        }
    }

    private Signature verifier(PublicKey publicKey)
            throws NoSuchAlgorithmException, InvalidKeySpecException, InvalidKeyException {
        Signature verifier = Signature.getInstance(ALGORITHM, provider);
        verifier.initVerify(KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new X509EncodedKeySpec(encoded(X509_PREFIX, publicKey.toBytes()))));
        return verifier;
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
