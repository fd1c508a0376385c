package org.khazana.benchmarks.ledger;

import static java.util.Objects.requireNonNull;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to make and to verify one Ed25519 signature of 256 bytes, as the ledger does, by the native library and, where
 * that is kept from loading, by BouncyCastle. Messages go round, and so do keys, of which a validator's threads remember the newest 256.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SignatureBenchmark {
    private static final String NO_NATIVE_LIBRARY = "-Dcom.amazon.corretto.crypto.provider.useExternalLib=true";
    private static final String PROVIDER = Ed25519.providerName();
    private static final int MESSAGES = 4_096;
    private static final int MESSAGE_BYTES = 256;
    private static final int KEY_BYTES = 32;

    /** How many keys sign. */
    @Param({"2", "4096"})
    private int keys;

    private final byte[][] messages = new byte[MESSAGES][MESSAGE_BYTES];
    private final byte[][] signatures = new byte[MESSAGES][];
    private byte[][] privateKeys = {};
    private PublicKey[] publicKeys = {};
    private @Nullable SignatureVerifier verifier;
    private int at;

    @Setup
    public void sign() {
        SplittableRandom random = new SplittableRandom(1);
        privateKeys = new byte[keys][KEY_BYTES];
        publicKeys = new PublicKey[keys];
        for (int key = 0; key < keys; key++) {
            random.nextBytes(privateKeys[key]);
            publicKeys[key] = Ed25519.publicKeyOf(privateKeys[key]);
        }
        for (int i = 0; i < MESSAGES; i++) {
            random.nextBytes(messages[i]);
            signatures[i] = Ed25519.sign(privateKeys[i % keys], messages[i]);
        }
        verifier = Ed25519.verifier();
    }

    private int next() {
        at = (at + 1) % MESSAGES;
        return at;
    }

    @Benchmark
    @Fork(1)
    public boolean verifyNative() {
        return verifyBy("AmazonCorrettoCryptoProvider");
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = NO_NATIVE_LIBRARY)
    public boolean verifyBouncyCastle() {
        return verifyBy("BouncyCastle");
    }

    @Benchmark
    @Fork(1)
    public byte[] signNative() {
        return signBy("AmazonCorrettoCryptoProvider");
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = NO_NATIVE_LIBRARY)
    public byte[] signBouncyCastle() {
        return signBy("BouncyCastle");
    }

    private boolean verifyBy(String library) {
        int next = next();
        if (!requireNonNull(verifier).isValid(publicKeys[next % keys], messages[next], signatures[next])) {
            throw new IllegalStateException("a right signature was refused");
        }
        return requireLibrary(library);
    }

    private byte[] signBy(String library) {
        requireLibrary(library);
        int next = next();
        return Ed25519.sign(privateKeys[next % keys], messages[next]);
    }

    /** Otherwise the figure would stand under a wrong name. */
    private static boolean requireLibrary(String library) {
        if (!PROVIDER.startsWith(library)) {
            throw new IllegalStateException("signatures are made by " + PROVIDER + ", not by " + library);
        }
        return true;
    }
}
