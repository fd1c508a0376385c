package org.khazana.ledger.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khazana.ledger.form.Field;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.form.Kind;

/** Every operation tells all that is needed to write, read, describe and sign it. */
class OperationFormsTest {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    static Stream<Form<?>> operations() {
        return OperationForms.all().stream();
    }

    /**
     * A form and, for a part, what stands before it in the whole.
     *
     * @param before names of fields of the whole, whose assets the amounts of the part may be of
     */
    record Placed(Form<?> form, List<String> before) {
        Stream<Placed> withParts() {
            List<String> known = new ArrayList<>(before);
            List<Placed> all = new ArrayList<>(List.of(this));
            for (Field field : form.fields()) {
                if (field.kind() == Kind.Plain.ASSET) {
                    known.add(field.name());
                } else if (field.kind() instanceof Kind.Part part) {
                    new Placed(part.form(), List.copyOf(known)).withParts().forEach(all::add);
                }
            }
            return all.stream();
        }
    }

    static Stream<Placed> operationsAndParts() {
        return OperationForms.all().stream().flatMap(form -> new Placed(form, List.of()).withParts());
    }

    @Test
    void allThatTheLedgerKnowsHaveAFormOfTheirOwn() {
        Set<Class<?>> permitted = Stream.of(Operation.class.getPermittedSubclasses())
                .flatMap(area -> Stream.of(area.getPermittedSubclasses()))
                .collect(Collectors.toSet());

        assertThat(operations().map(Form::type).collect(Collectors.toSet())).isEqualTo(permitted);
        assertThat(operations().map(Form::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void saysWhatItDoes(Form<?> operation) {
        assertThat(operation.meaning()).isPresent();
    }

    /** In JSON that is where the name of the operation stands. */
    @ParameterizedTest
    @MethodSource("operations")
    void noFieldIsCalledType(Form<?> operation) {
        assertThat(operation.field("type")).isEmpty();
    }

    /** Or somebody would sign what no sentence says. */
    @ParameterizedTest
    @MethodSource("operationsAndParts")
    void saysEveryFieldInSomeSentence(Placed placed) {
        Form<?> form = placed.form();
        Set<String> said = new HashSet<>(namesIn(form));
        for (Field field : form.fields()) {
            if (field.kind() instanceof Kind.Money money && said.contains(field.name())) {
                said.add(money.in());
            } else if (field.kind() instanceof Kind.Quantity quantity && said.contains(field.name())) {
                said.add(quantity.of());
            }
        }

        said.removeAll(placed.before());
        assertThat(form.fields()).extracting(Field::name).hasSameElementsAs(said);
    }

    private static List<String> namesIn(Form<?> form) {
        List<String> names = new ArrayList<>();
        form.sentences()
                .forEach(sentence -> NAME.matcher(sentence).results().forEach(name -> names.add(name.group(1))));
        return names;
    }

    @ParameterizedTest
    @MethodSource("operationsAndParts")
    void saysOfWhatAnAmountIsBeforeTheAmount(Placed placed) {
        List<String> assets = new ArrayList<>(placed.before());
        for (Field field : placed.form().fields()) {
            if (field.kind() == Kind.Plain.ASSET) {
                assets.add(field.name());
            } else if (field.kind() instanceof Kind.Money money) {
                assertThat(assets).contains(money.in());
            } else if (field.kind() instanceof Kind.Quantity quantity) {
                assertThat(assets).contains(quantity.of());
            }
        }
    }
}
