package org.khazana.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import com.google.protobuf.WireFormat;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What protobuf lets pass with some meaning or other is refused, for it is signed. */
class WireFieldsTest {

    private static WireFields fields(Field.Builder field) throws MalformedTransaction {
        ByteString bytes =
                UnknownFieldSet.newBuilder().addField(1, field.build()).build().toByteString();
        return WireFields.of("Message", bytes);
    }

    @Test
    void readsWhatIsThereAndTakesNothingForZero() throws MalformedTransaction {
        WireFields fields = fields(Field.newBuilder().addVarint(-7));

        assertThat(fields.number(1, "one")).isEqualTo(-7);
        assertThat(fields.number(2, "two")).isZero();
        assertThat(fields.optionalNumber(2, "two")).isEmpty();
        assertThat(fields.bytes(3, "three")).isEmpty();
        assertThatCode(() -> fields.noneAfter(1)).doesNotThrowAnyException();
    }

    @Test
    void refusesAFieldThatComesTwice() throws MalformedTransaction {
        WireFields numbers = fields(Field.newBuilder().addVarint(1).addVarint(1));
        WireFields bytes =
                fields(Field.newBuilder().addLengthDelimited(ByteString.EMPTY).addLengthDelimited(ByteString.EMPTY));

        assertThatThrownBy(() -> numbers.number(1, "one")).hasMessageContaining("twice");
        assertThatThrownBy(() -> bytes.bytes(1, "one")).hasMessageContaining("twice");
    }

    @Test
    void refusesAFieldOfAnotherType() throws MalformedTransaction {
        WireFields delimited = fields(Field.newBuilder().addLengthDelimited(ByteString.EMPTY));
        WireFields fixed = fields(Field.newBuilder().addFixed32(1).addVarint(1));

        assertThatThrownBy(() -> delimited.number(1, "one")).hasMessageContaining("another type");
        assertThatThrownBy(() -> fixed.number(1, "one")).hasMessageContaining("another type");
        assertThatThrownBy(() -> fixed.repeatedBytes(1, "one")).hasMessageContaining("another type");
    }

    @Test
    void refusesWhatNobodyAskedFor() throws MalformedTransaction {
        WireFields fields = fields(Field.newBuilder().addVarint(1));
        fields.number(2, "two");

        assertThatThrownBy(() -> fields.noneAfter(0)).hasMessageContaining("not known");
    }

    @Test
    void refusesBytesThatAreNoMessage() {
        assertThatThrownBy(() -> WireFields.of("Message", ByteString.copyFromUtf8("\u0001")))
                .hasMessageContaining("not a protobuf Message");
    }

    /** Also those fields, and groups of them, that no message here has. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void readsWhatProtobufReadsAndNothingElse(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(24)];
            for (int at = 0; at < bytes.length; at++) {
                // Tags of fields 1 to 3, short lengths, and the like
                bytes[at] = (byte) (random.nextInt(6) == 0 ? random.nextInt(256) : random.nextInt(32));
            }
            String expected = asProtobufReads(bytes);
            assertThat(asReadHere(bytes)).as("bytes %s", Arrays.toString(bytes)).isEqualTo(expected);
            read += expected.contains("not a protobuf") ? 0 : 1;
        }
        assertThat(read).isBetween(1_000, 19_000);
    }

    @Test
    void groupsMayBeAsDeepAsProtobufAllows() {
        for (int depth : new int[] {1, 50, 98, 99, 100, 101, 102, 2_000}) {
            byte[] bytes = new byte[2 * depth];
            Arrays.fill(bytes, 0, depth, (byte) (2 << 3 | WireFormat.WIRETYPE_START_GROUP));
            Arrays.fill(bytes, depth, 2 * depth, (byte) (2 << 3 | WireFormat.WIRETYPE_END_GROUP));

            assertThat(asReadHere(bytes)).as("%s groups", depth).isEqualTo(asProtobufReads(bytes));
        }
    }

    /** What each of the first three fields is as a number, as bytes, and as a list of bytes, and whether there are others. */
    private static String asReadHere(byte[] bytes) {
        StringBuilder said = new StringBuilder();
        WireFields fields;
        try {
            fields = WireFields.of("M", ByteString.copyFrom(bytes));
        } catch (MalformedTransaction refused) {
            return String.valueOf(refused.getMessage());
        }
        for (int number = 1; number <= 3; number++) {
            int of = number;
            said.append(answer(() -> fields.number(of, "f")));
            said.append(
                    answer(() -> HexFormat.of().formatHex(fields.bytes(of, "f").toByteArray())));
            said.append(answer(() -> fields.repeatedBytes(of, "f").size()));
        }
        return said.append(answer(() -> {
                    fields.noneAfter(3);
                    return "";
                }))
                .toString();
    }

    private static String answer(Callable<Object> question) {
        try {
            return question.call() + "; ";
        } catch (Exception refused) {
            return refused.getMessage() + "; ";
        }
    }

    /** By protobuf's own set of fields that nobody knows. */
    private static String asProtobufReads(byte[] bytes) {
        UnknownFieldSet fields;
        try {
            fields = UnknownFieldSet.parseFrom(bytes);
        } catch (InvalidProtocolBufferException wrong) {
            return "these bytes are not a protobuf M";
        }
        StringBuilder said = new StringBuilder();
        for (int number = 1; number <= 3; number++) {
            Field field = fields.getField(number);
            List<Long> numbers = field.getVarintList();
            List<ByteString> texts = field.getLengthDelimitedList();
            int others = field.getFixed32List().size()
                    + field.getFixed64List().size()
                    + field.getGroupList().size();
            said.append(once(numbers, texts.size() + others, 0L));
            said.append(once(
                    texts.stream()
                            .map(text -> HexFormat.of().formatHex(text.toByteArray()))
                            .toList(),
                    numbers.size() + others,
                    ""));
            said.append(numbers.size() + others > 0 ? "M has another type of field for its f; " : texts.size() + "; ");
        }
        boolean more = fields.asMap().keySet().stream().anyMatch(number -> number > 3);
        return said.append(more ? "M has a field that is not known; " : "; ").toString();
    }

    private static <T> String once(List<T> values, int others, T nothing) {
        if (others > 0) {
            return "M has another type of field for its f; ";
        }
        return values.size() > 1
                ? "M has its field f twice; "
                : values.stream().findFirst().orElse(nothing) + "; ";
    }
}
