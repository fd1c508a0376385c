package org.khazana.api.json;

import java.util.Optional;
import java.util.stream.Collectors;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OperationForms;

/** Reads the JSON form of an operation: its type, and the fields that its {@link Form} tells. */
final class OperationReader {
    private static final int TYPE_CHARACTERS_MAX = 32;

    private final FormReader forms;

    OperationReader(Denominations denominations) {
        this.forms = new FormReader(denominations);
    }

    /** Empty when the type is unknown; any mistake is noted in {@code fields}. */
    Optional<Operation> read(Fields fields) {
        String type = fields.text("type", TYPE_CHARACTERS_MAX);
        Optional<Operation> operation = OperationForms.named(type).map(form -> (Operation) forms.read(form, fields));
        if (operation.isEmpty() && !type.isEmpty()) {
            fields.mistake(
                    "type",
                    "must be one of "
                            + OperationForms.all().stream().map(Form::name).collect(Collectors.joining(", ")));
        }
        return operation;
    }
}
