package org.khazana.ledger.statetree;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Flips, sets, cuts, adds and copies some bytes. */
final class Damage {
    private Damage() {}

    static byte[] to(byte[] good, SplittableRandom random) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) (bytes[at] ^ 1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 3 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(1, 20));
                default -> {
                    int length = Math.min(random.nextInt(1, 40), bytes.length - at);
                    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                }
            }
        }
        return bytes;
    }
}
