package org.khazana.storage.blocklog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.PlacedConfiguration;
import org.khazana.simulation.contract.EntryChain;
import org.khazana.storage.DataFolderProblem;

/**
 * Whatever bytes a decoder gets, it answers with what they say or with nothing, or refuses what another version wrote.
 * Half of the inputs carry a right check sum, so that what comes after it is tried too.
 */
class DecoderFuzzTest {
    private static final int INPUTS = 60_000;
    private static final long SALT = 99;

    @Test
    void recordsOfAnyBytesAreDecodedOrNot() {
        fuzz("record", DecoderFuzzTest::someRecord);
    }

    private static void someRecord(Random chance) {
        LogEntry first = EntryChain.membership(TestLog.GENESIS, 1, TestLog.ORIGIN.configuration());
        LogRecord.Stamp stamp = new LogRecord.Stamp(chance.nextInt(9), chance.nextInt(9));
        List<LogRecord> good = List.of(
                new LogRecord.Entry(stamp, first),
                new LogRecord.Entry(
                        stamp,
                        EntryChain.after(TestLog.GENESIS, 1, chance.nextInt(60)).get(0)),
                new LogRecord.Truncate(stamp, chance.nextLong()),
                new LogRecord.BatchEnd(stamp, chance.nextLong()));
        ByteBuffer bytes = ByteBuffer.allocate(1_024);
        LogRecord encoded = good.get(chance.nextInt(good.size()));
        RecordCodec.encode(encoded, SALT, 0, bytes);
        int length = bytes.position();
        assertThat(RecordCodec.decode(bytes, 0, SALT, 0)).contains(encoded);

        change(bytes, length, chance);
        if (chance.nextBoolean()) {
            Optional<Integer> claimed = RecordCodec.claimedBytes(bytes, 0);
            claimed.ifPresent(end -> bytes.putInt(
                    end - 4,
                    RecordCodec.checkSum(
                            SALT, 0, bytes.duplicate().limit(end - 4).position(0))));
        }
        RecordCodec.decode(bytes, 0, SALT, 0);
        RecordCodec.decode(bytes, chance.nextInt(128) * 8, SALT, 0);
    }

    @Test
    void headersOfAnyBytesAreDecodedOrNot() {
        fuzz("header", DecoderFuzzTest::someHeader);
    }

    private static void someHeader(Random chance) {
        SegmentHeader header = new SegmentHeader(
                1 + chance.nextInt(9),
                1 << 14,
                TestLog.hash(3),
                chance.nextBoolean(),
                TestLog.GENESIS,
                new PlacedConfiguration(0, TestLog.ORIGIN.configuration()),
                chance.nextInt(9),
                chance.nextLong());
        ByteBuffer bytes = header.encode();
        assertThat(SegmentHeader.decode(bytes, "a file")).contains(header);

        int contentBytes = bytes.getInt(12);
        change(bytes, contentBytes + 4, chance);
        contentBytes = bytes.getInt(12);
        if (chance.nextBoolean() && contentBytes >= 0 && contentBytes <= bytes.limit() - 4) {
            bytes.putInt(contentBytes, sum(bytes, contentBytes));
        }
        SegmentHeader.decode(bytes.limit(chance.nextInt(4) == 0 ? chance.nextInt(4_097) : 4_096), "a file");
    }

    @Test
    void durableMarksOfAnyBytesAreDecodedOrNot() {
        fuzz("mark", chance -> {
            CrashingDisk disk = new CrashingDisk();
            byte[] bytes = new byte[chance.nextInt(40)];
            chance.nextBytes(bytes);
            disk.replace(DurableMark.NAME, bytes);
            try {
                assertThat(new DurableMark(disk.open(DurableMark.NAME)).read()).isEqualTo(DurableMark.Content.NONE);
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        });
    }

    private static void change(ByteBuffer bytes, int length, Random chance) {
        for (int changes = chance.nextInt(1, 5); changes > 0; changes--) {
            int at = chance.nextInt(length);
            switch (chance.nextInt(3)) {
                case 0 -> bytes.put(at, (byte) chance.nextInt());
                case 1 -> bytes.put(at, (byte) (bytes.get(at) ^ 1 << chance.nextInt(8)));
                default -> bytes.putInt(Math.min(at, length - 4) & -4, chance.nextInt(-2, 600));
            }
        }
    }

    private static int sum(ByteBuffer bytes, int contentBytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate().position(0).limit(contentBytes));
        return (int) sum.getValue();
    }

    private interface Input {
        void play(Random chance);
    }

    private static void fuzz(String what, Input input) {
        for (int number = 0; number < INPUTS; number++) {
            long seed = Long.getLong("seed", 1_000_000L + number);
            try {
                input.play(new Random(seed));
            } catch (DataFolderProblem anotherVersion) {
                assertThat(anotherVersion).hasMessageContaining("this Khazana");
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError(what + ", seed " + seed, failure);
            }
        }
    }
}
