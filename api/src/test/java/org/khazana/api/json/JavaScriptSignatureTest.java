package org.khazana.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Browsers differ in which strange signatures they take; the verifier takes none of these, whatever its library says. */
class JavaScriptSignatureTest {
    private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final BigInteger SIGN = BigInteger.TWO.pow(255);
    /** Of a point of order 8, as the lists of every library have it. */
    private static final BigInteger ORDER_8 =
            new BigInteger("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16);

    private static final String KEY = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    private static final int NUMBER_BYTES = 32;

    @TempDir
    private Path folder;

    @BeforeAll
    static void nodeIsThere() throws InterruptedException {
        NodeProgram.assumeNode();
    }

    private static String littleEndian(BigInteger number) {
        byte[] bytes = new byte[NUMBER_BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = number.shiftRight(Byte.SIZE * i).byteValue();
        }
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void onlyTheOneFormThatEveryLibraryTakesIsRight() throws Exception {
        String one = littleEndian(BigInteger.ONE);
        Map<String, Boolean> lines = new LinkedHashMap<>();
        lines.put(KEY + " " + KEY + one + " 00", true);
        lines.put(KEY + " " + KEY + littleEndian(ORDER.subtract(BigInteger.ONE)) + " 00", true);
        lines.put(KEY + " " + KEY + littleEndian(ORDER) + " 00", false);
        lines.put(KEY + " " + KEY + littleEndian(ORDER.add(BigInteger.ONE)) + " 00", false);
        lines.put(KEY + " " + KEY + "ff".repeat(NUMBER_BYTES) + " 00", false);
        List<BigInteger> refused = List.of(
                BigInteger.ZERO,
                BigInteger.ONE,
                PRIME.subtract(BigInteger.ONE),
                ORDER_8,
                PRIME.subtract(ORDER_8),
                PRIME,
                PRIME.add(BigInteger.ONE),
                PRIME.add(BigInteger.valueOf(3)),
                SIGN.subtract(BigInteger.ONE));
        for (BigInteger point : refused) {
            for (String bytes : List.of(littleEndian(point), littleEndian(point.add(SIGN)))) {
                lines.put(bytes + " " + KEY + one + " 00", false);
                lines.put(KEY + " " + bytes + one + " 00", false);
            }
        }
        Path file = Files.write(folder.resolve("lines"), lines.keySet());

        List<String> answers = NodeProgram.start(
                        folder,
                        NodeProgram.resource("/proofs/lenient-library.mjs"),
                        NodeProgram.resource("/khazana/verify"),
                        file)
                .lines();

        assertThat(answers)
                .containsExactlyElementsOf(
                        lines.values().stream().map(String::valueOf).toList());
    }
}
