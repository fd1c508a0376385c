package org.khazana.ledger.statetree;

import java.util.Arrays;
import java.util.List;
import org.khazana.ledger.crypto.Hash;

/**
 * Says what stands at the place of one path; only {@link StateProofCheck} knows whether it is true.
 *
 * @param siblings hashes of the nodes beside the way, from the root downwards; {@link Hash#ZEROS} for those without entries
 */
public record StateProof(List<Hash> siblings, Claim claim) {
    /** Most bytes of a value: 1 MiB. */
    public static final int VALUE_BYTES_MAX = 1 << 20;

    public StateProof {
        siblings = List.copyOf(siblings);
    }

    /** What is said to stand there. */
    public sealed interface Claim {}

    /** No entry. */
    public enum Nothing implements Claim {
        HERE
    }

    /** One entry alone, which has another path. */
    public record Other(StatePath path, Hash valueHash) implements Claim {}

    /** The entry, with this value. */
    public static final class Present implements Claim {
        private final byte[] value;

        private Present(byte[] value) {
            this.value = value;
        }

        /** Copies {@code value}, of at most {@link #VALUE_BYTES_MAX} bytes. */
        public static Present of(byte[] value) {
            if (value.length > VALUE_BYTES_MAX) {
                throw new IllegalArgumentException("a value of " + value.length + " bytes is too long for a proof");
            }
            return new Present(value.clone());
        }

        public byte[] value() {
            return value.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Present present && Arrays.equals(value, present.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return value.length + " bytes of value";
        }
    }
}
