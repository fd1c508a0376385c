package org.khazana.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.crypto.EdwardsCurve.Point;

class Ed25519Test {
    /** A point of order 8 (RFC 8032 implementations call it torsion): it is not reachable from the base point. */
    private static final Point OF_ORDER_8 = EdwardsCurve.decode(
            HexFormat.of().parseHex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"));

    private static final byte[] PRIVATE_KEY = new byte[32];
    private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);

    private static final Ed25519Library BOUNCY_CASTLE = new BouncyCastleEd25519();

    /** Both libraries where the native one loads, which is so on the machines that build releases. */
    private static List<Ed25519Library> libraries() {
        return Stream.concat(Stream.of(BOUNCY_CASTLE), NativeEd25519.load().stream())
                .toList();
    }

    private static boolean allSay(boolean verdict, PublicKey key, byte[] message, byte[] signature) {
        return libraries().stream()
                .allMatch(library -> Ed25519.strict(library).isValid(key, message, signature) == verdict);
    }

    private static byte[] join(byte[] point, BigInteger scalar) {
        return ByteBuffer.allocate(64)
                .put(point)
                .put(EdwardsCurve.little(scalar))
                .array();
    }

    /** Section 7.1 of RFC 8032, tests 1 to 3. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void signsAndVerifiesAsTheRfcDoes(String privateKey, String publicKey, String message, String signature) {
        byte[] secret = HexFormat.of().parseHex(privateKey);
        byte[] messageBytes = HexFormat.of().parseHex(message);
        byte[] signatureBytes = HexFormat.of().parseHex(signature);

        assertThat(Ed25519.publicKeyOf(secret)).hasToString(publicKey);
        assertThat(Ed25519.sign(secret, messageBytes)).isEqualTo(signatureBytes);
        assertThat(libraries())
                .allSatisfy(library ->
                        assertThat(library.sign(secret, messageBytes)).isEqualTo(signatureBytes));
        assertThat(allSay(true, Ed25519.publicKeyOf(secret), messageBytes, signatureBytes))
                .isTrue();
        assertThat(Ed25519.isSoundKey(Ed25519.publicKeyOf(secret))).isTrue();
    }

    @Test
    void anyChangedBitIsRefused() {
        PublicKey key = Ed25519.publicKeyOf(PRIVATE_KEY);
        byte[] signature = Ed25519.sign(PRIVATE_KEY, MESSAGE);
        for (int bit = 0; bit < 512; bit += 7) {
            byte[] changed = signature.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(allSay(false, key, MESSAGE, changed)).as("bit %s", bit).isTrue();
        }
        assertThat(allSay(false, key, new byte[0], signature)).isTrue();
        assertThat(allSay(false, key, MESSAGE, Arrays.copyOf(signature, 63))).isTrue();
        assertThat(allSay(false, key, MESSAGE, Arrays.copyOf(signature, 65))).isTrue();
        assertThat(allSay(
                        false,
                        Ed25519.publicKeyOf(new byte[] {
                            1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                            0
                        }),
                        MESSAGE,
                        signature))
                .isTrue();
    }

    /** A library may keep what is ready to verify under a key. */
    @Test
    void noVerdictDependsOnThoseBefore() {
        SplittableRandom random = new SplittableRandom(11);
        byte[][] secrets = new byte[300][32];
        List<PublicKey> keys = new ArrayList<>();
        for (byte[] secret : secrets) {
            random.nextBytes(secret);
            keys.add(Ed25519.publicKeyOf(secret));
        }
        for (Ed25519Library library : libraries()) {
            for (int i = 0; i < 900; i++) {
                int signer = i < 600 ? i % secrets.length : random.nextInt(3);
                byte[] message = {(byte) i};
                byte[] signature = library.sign(secrets[signer], message);
                PublicKey key = keys.get(signer);
                switch (random.nextInt(4)) {
                    case 0 ->
                        assertThat(library.verify(key, new byte[2], signature)).isFalse();
                    case 1 ->
                        assertThat(Ed25519.strict(library).isValid(key, message, Arrays.copyOf(signature, 63)))
                                .isFalse();
                    case 2 ->
                        assertThat(library.verify(keys.get(signer + 1 < 300 ? signer + 1 : 0), message, signature))
                                .isFalse();
                    default -> {}
                }
                assertThat(library.verify(key, message, signature)).isTrue();
            }
        }
    }

    @Test
    void aScalarThatIsNotReducedIsRefused() {
        byte[] signature = Ed25519.sign(PRIVATE_KEY, MESSAGE);
        byte[] r = Arrays.copyOf(signature, 32);
        BigInteger s = EdwardsCurve.fromLittle(Arrays.copyOfRange(signature, 32, 64));
        PublicKey key = Ed25519.publicKeyOf(PRIVATE_KEY);

        assertThat(allSay(true, key, MESSAGE, join(r, s))).isTrue();
        assertThat(allSay(false, key, MESSAGE, join(r, s.add(EdwardsCurve.ORDER))))
                .isTrue();
        assertThat(allSay(false, key, MESSAGE, join(r, EdwardsCurve.ORDER))).isTrue();
    }

    /** The libraries of today refuse these by themselves; the verdict must not hang on that. */
    @Test
    void whatLibrariesMayDifferOnIsRefusedBeforeTheyAreAsked() {
        Ed25519Library credulous = new Ed25519Library() {
            @Override
            public boolean verify(PublicKey publicKey, byte[] message, byte[] signature) {
                return true;
            }

            @Override
            public byte[] sign(byte[] privateKey, byte[] message) {
                throw new AssertionError("nothing is signed");
            }

            @Override
            public String name() {
                return "says yes to everything";
            }
        };
        SignatureVerifier strict = Ed25519.strict(credulous);
        PublicKey key = Ed25519.publicKeyOf(PRIVATE_KEY);
        byte[] point = EdwardsCurve.BASE.encode();
        byte[] notBelowPrime = EdwardsCurve.little(EdwardsCurve.PRIME.add(BigInteger.TWO));

        assertThat(strict.isValid(key, MESSAGE, join(point, EdwardsCurve.ORDER.subtract(BigInteger.ONE))))
                .isTrue();
        assertThat(strict.isValid(key, MESSAGE, join(point, EdwardsCurve.ORDER)))
                .isFalse();
        assertThat(strict.isValid(key, MESSAGE, join(point, EdwardsCurve.ORDER.add(BigInteger.TEN))))
                .isFalse();
        assertThat(strict.isValid(key, MESSAGE, join(notBelowPrime, BigInteger.TEN)))
                .isFalse();
        assertThat(strict.isValid(PublicKey.of(notBelowPrime), MESSAGE, join(point, BigInteger.TEN)))
                .isFalse();
        assertThat(strict.isValid(key, MESSAGE, new byte[63])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void pointsOfSmallOrderAndOtherSpellingsOfPointsAreRefusedAsKeyAndInSignatures(String hex) {
        byte[] point = HexFormat.of().parseHex(hex);
        PublicKey key = PublicKey.of(point);

        assertThat(Ed25519.isSoundKey(key)).isFalse();
        assertThat(allSay(false, key, MESSAGE, join(point, BigInteger.ZERO))).isTrue();
        assertThat(allSay(
                        false,
                        key,
                        MESSAGE,
                        join(EdwardsCurve.BASE.times(BigInteger.TEN).encode(), BigInteger.TEN)))
                .isTrue();
        assertThat(allSay(false, Ed25519.publicKeyOf(PRIVATE_KEY), MESSAGE, join(point, BigInteger.TEN)))
                .isTrue();
    }

    /** R' = R + T with T of small order, and s made to fit: the class on which libraries are known to differ. */
    @Test
    void aSignatureWithAComponentOfSmallOrderIsRefusedByEveryLibrary() {
        BigInteger a = EdwardsCurve.secretScalar(PRIVATE_KEY);
        PublicKey key = Ed25519.publicKeyOf(PRIVATE_KEY);
        BigInteger nonce = BigInteger.valueOf(123_456_789);
        SplittableRandom random = new SplittableRandom(1);
        int unguardedAccepted = 0;
        for (int i = 0; i < 40; i++) {
            byte[] message = new byte[8];
            random.nextBytes(message);
            Point torsion = OF_ORDER_8.times(BigInteger.valueOf(1 + i % 7));
            byte[] r = EdwardsCurve.BASE.times(nonce).plus(torsion).encode();
            BigInteger k = EdwardsCurve.hash(r, key.toBytes(), message).mod(EdwardsCurve.ORDER);
            byte[] signature = join(r, nonce.add(k.multiply(a)).mod(EdwardsCurve.ORDER));

            assertThat(allSay(false, key, message, signature)).isTrue();
            unguardedAccepted += org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
                            signature, 0, key.toBytes(), 0, message, 0, message.length)
                    ? 1
                    : 0;
        }
        // Without the guard this class would really pass now and then, and validators would disagree.
        assertThat(unguardedAccepted).isPositive();
    }

    @Test
    void aKeyWithAComponentOfSmallOrderIsNotSound() {
        Point sound = EdwardsCurve.decode(Ed25519.publicKeyOf(PRIVATE_KEY).toBytes());

        for (int i = 1; i < 8; i++) {
            PublicKey mixed = PublicKey.of(
                    sound.plus(OF_ORDER_8.times(BigInteger.valueOf(i))).encode());
            assertThat(Ed25519.isSoundKey(mixed)).isFalse();
        }
        assertThat(Ed25519.isSoundKey(PublicKey.of(sound.encode()))).isTrue();
    }

    @Test
    void bytesThatAreNoPointAreRefused() {
        byte[] noPoint = new byte[32];
        noPoint[0] = 2;

        assertThat(Ed25519.isSoundKey(PublicKey.of(noPoint))).isFalse();
        assertThat(allSay(false, PublicKey.of(noPoint), MESSAGE, Ed25519.sign(PRIVATE_KEY, MESSAGE)))
                .isTrue();
        assertThat(allSay(false, Ed25519.publicKeyOf(PRIVATE_KEY), MESSAGE, join(noPoint, BigInteger.TEN)))
                .isTrue();
    }

    @Test
    void everyLibraryMakesTheSameSignaturesAndSaysTheSameOfThem() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 100; i++) {
            byte[] secret = new byte[32];
            byte[] message = new byte[random.nextInt(200)];
            random.nextBytes(secret);
            random.nextBytes(message);
            byte[] signature = Ed25519.sign(secret, message);
            assertThat(libraries())
                    .as("round %s", i)
                    .allSatisfy(
                            library -> assertThat(library.sign(secret, message)).isEqualTo(signature));
            boolean isChanged = random.nextBoolean();
            if (isChanged) {
                signature[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
            }

            assertThat(allSay(!isChanged, Ed25519.publicKeyOf(secret), message, signature))
                    .as("round %s", i)
                    .isTrue();
        }
    }
}
