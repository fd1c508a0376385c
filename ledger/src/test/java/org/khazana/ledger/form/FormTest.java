package org.khazana.ledger.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.refusal.RefusalCode;

class FormTest {
    record Part(@Means("yes or no") boolean flag) {}

    record Everything(
            @Means("an account") AccountId account,
            @Day @Means("a day") int day,
            @Tokens @Means("if wanted") Optional<Long> tokens,

            @Count(min = 0, max = 3, otherwise = RefusalCode.BOUND_EXCEEDED) @Means("parts")
            List<Part> parts) {}

    record WithoutMeaning(AccountId account) {}

    record WithoutUnit(@Means("how many of what?") long number) {}

    record WithoutCount(@Means("how many?") List<Part> parts) {}

    record OfNoKind(@Means("what?") Thread thread) {}

    @Test
    void readsNamesNumbersAndKindsOffARecord() {
        Form<Everything> form = Form.of(Everything.class);

        assertThat(form.name()).isEqualTo("everything");
        assertThat(form.fields()).extracting(Field::name).containsExactly("account", "day", "tokens", "parts");
        assertThat(form.fields()).extracting(Field::number).containsExactly(1, 2, 3, 4);
        assertThat(form.fields())
                .extracting(Field::occurrence)
                .containsExactly(
                        Field.Occurrence.ONCE,
                        Field.Occurrence.ONCE,
                        Field.Occurrence.AT_MOST_ONCE,
                        Field.Occurrence.REPEATED);
        assertThat(form.fields().get(2).kind()).isEqualTo(Kind.Plain.TOKENS);
    }

    @Test
    void takesARecordApartAndPutsItTogetherAgain() {
        Form<Everything> form = Form.of(Everything.class);
        Everything whole = new Everything(new AccountId(7), 3, Optional.of(5L), List.of(new Part(true)));

        List<Object> values =
                form.fields().stream().map(field -> field.of(whole)).toList();

        assertThat(form.make(values)).isEqualTo(whole);
    }

    @Test
    void acceptsNoRecordThatLeavesSomethingOpen() {
        for (Class<? extends Record> open :
                List.of(WithoutMeaning.class, WithoutUnit.class, WithoutCount.class, OfNoKind.class)) {
            assertThatThrownBy(() -> Form.of(open))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(open.getSimpleName() + ".");
        }
    }
}
