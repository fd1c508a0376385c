package org.khazana.storage.schema;

import com.google.protobuf.InvalidProtocolBufferException;

/** Values that are not what this program wrote, although RocksDB's check sums are right: a bug, not a bad disk. */
final class Damaged {
    private Damaged() {}

    @FunctionalInterface
    interface Parsing<T> {
        T parse(byte[] bytes) throws InvalidProtocolBufferException;
    }

    static <T> T parse(byte[] bytes, Parsing<T> parsing) {
        try {
            return parsing.parse(bytes);
        } catch (InvalidProtocolBufferException damage) {
            throw new IllegalStateException("the ledger state holds bytes that are not a value", damage);
        }
    }

    static IllegalStateException unknown(Enum<?> number) {
        return new IllegalStateException("the ledger state holds an unknown number: " + number);
    }
}
