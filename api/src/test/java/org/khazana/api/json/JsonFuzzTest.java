package org.khazana.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in, reading ends with a value or with one of the two exceptions that become problems. */
class JsonFuzzTest {
    private static final int RUNS = 10_000;
    private static final Denominations PKR_ONLY =
            code -> code.text().equals("PKR") ? OptionalInt.of(2) : OptionalInt.empty();
    private static final List<String> SEEDS = List.of(
            "{\"sender\":5,\"requestId\":\"00112233445566778899aabbccddeeff\",\"validitySeconds\":60,\"operation\":"
                    + "{\"type\":\"transferTokens\",\"isin\":\"PK0000000015\",\"from\":5001,\"to\":1001,\"quantity\":\"250\"}}",
            "{\"sender\":3,\"notAfter\":\"2026-01-31T10:00:00Z\",\"operation\":{\"type\":\"settleNow\",\"legs\":["
                    + "{\"from\":1,\"to\":2,\"asset\":\"PKR\",\"quantity\":\"0.07\"},"
                    + "{\"from\":2,\"to\":1,\"asset\":\"PK0000000015\",\"quantity\":\"1\"}]}}",
            "{\"sender\":1,\"operation\":{\"type\":\"createBill\",\"isin\":\"PK0000000023\",\"name\":\"b\",\"cfi\":\"DYZTXR\","
                    + "\"registerMode\":\"NATIVE\",\"attestors\":1,"
                    + "\"currency\":\"PKR\",\"faceValue\":\"5000\",\"issueDate\":\"1970-01-11\",\"maturityDate\":\"1971-01-01\","
                    + "\"authorisedUnits\":\"10\",\"minimumUnits\":\"1\",\"multipleUnits\":\"2\"}}",
            "{\"sender\":1,\"operation\":{\"type\":\"setValidators\",\"replacesEpoch\":3,\"validators\":["
                    + "{\"id\":\"v\",\"directory\":\"3f2a9c01\",\"organisation\":\"o\",\"group\":\"CUSTODIAN\",\"duty\":\"VOTER\","
                    + "\"tlsKeySha256\":\"" + "ab".repeat(32) + "\",\"signingKey\":\"" + "cd".repeat(32) + "\","
                    + "\"peerAddress\":{\"host\":\"10.0.0.4\",\"port\":7104}}]}}",
            "{\"body\":\"CiAH\",\"signatures\":[{\"publicKey\":\"AAAA\",\"signature\":\"AAAA\"}]}");
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "null",
            "true",
            "-1",
            "1e99",
            "\\u0000",
            "\"\"",
            "9223372036854775808",
            "\"type\"",
            "\"legs\"",
            "+999999999-12-31",
            "\"-0.00\"",
            "\ud83d\ude00");

    @Test
    void readsOrRefusesAnyBytes() {
        long seed = 5;
        Random random = new Random(seed);
        int understood = 0;
        for (int run = 0; run < RUNS; run++) {
            byte[] bytes = mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
            understood += isUnderstood(bytes, "seed " + seed + ", run " + run) ? 1 : 0;
        }
        // Some mutations change nothing that matters; if none got through, the fuzzer would test the parser only.
        assertThat(understood).isBetween(50, RUNS / 2);
    }

    private static boolean isUnderstood(byte[] bytes, String description) {
        try {
            var json = StrictJson.read(bytes);
            if (json.has("body")) {
                SubmitRequest.read(json);
            } else {
                PrepareRequest.read(json, PKR_ONLY, Instant.parse("2026-01-31T09:00:00Z"));
            }
            return true;
        } catch (InvalidRequest e) {
            assertThat(e.mistakes()).as(description).isNotEmpty().hasSizeLessThanOrEqualTo(Mistakes.MISTAKES_MAX);
            return false;
        } catch (MalformedJson e) {
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(description + ": " + new String(bytes, StandardCharsets.UTF_8), e);
        }
    }

    private static byte[] mutated(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) (32 + random.nextInt(96)));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.setCharAt(at, (char) ('0' + random.nextInt(10)));
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
