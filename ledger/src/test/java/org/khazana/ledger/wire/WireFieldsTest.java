package org.khazana.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import org.junit.jupiter.api.Test;

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
        assertThatCode(fields::end).doesNotThrowAnyException();
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

        assertThatThrownBy(fields::end).hasMessageContaining("not known");
    }

    @Test
    void refusesBytesThatAreNoMessage() {
        assertThatThrownBy(() -> WireFields.of("Message", ByteString.copyFromUtf8("\u0001")))
                .hasMessageContaining("not a protobuf Message");
    }
}
