package org.khazana.node.lifecycle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps 20 MB at any time, each part for long enough to become old, and tells how much its heap held at most. */
final class Hoarder {
    private static final int KEPT = 1_000;
    private static final int PART_BYTES = 20_000;
    private static final int PARTS = 25_000;

    private Hoarder() {}

    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        if (arguments.length > 0) {
            OldGeneration.keepSmall();
        }
        Runtime heap = Runtime.getRuntime();
        MessageDigest slow = MessageDigest.getInstance(
                "SHA-256"); // collections are asked for by another thread, which needs its time
        Deque<byte[]> kept = new ArrayDeque<>();
        long most = 0;
        for (int part = 0; part < PARTS; part++) {
            byte[] next = new byte[PART_BYTES];
            slow.update(next);
            kept.addLast(next);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
            most = Math.max(most, heap.totalMemory() - heap.freeMemory());
        }
        System.out.println(most);
    }
}
