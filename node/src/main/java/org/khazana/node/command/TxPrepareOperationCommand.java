package org.khazana.node.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.operation.OperationForms;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code khazana tx prepare transferTokens} and so on: a command for each operation, with an option for each field. */
@Command
final class TxPrepareOperationCommand implements Callable<Integer> {
    private final Form<?> form;

    @Spec
    private CommandSpec command;

    @Mixin
    private OperationPreparation preparation;

    private TxPrepareOperationCommand(Form<?> form) {
        this.form = form;
    }

    /** Those of which every field can be an option; the others are given in JSON. */
    static void addAllTo(CommandLine prepare) {
        OperationForms.all().stream()
                .filter(form -> form.fields().stream().allMatch(OperationOption::canBe))
                .forEach(form -> prepare.addSubcommand(form.name(), specOf(form)));
    }

    private static CommandSpec specOf(Form<?> form) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new TxPrepareOperationCommand(form));
        spec.usageMessage().description(form.meaning().orElse(""));
        optionsOf(form).forEach(option -> spec.addOption(option.spec()));
        return spec;
    }

    private static List<OperationOption> optionsOf(Form<?> form) {
        return form.fields().stream().map(OperationOption::new).toList();
    }

    @Override
    public Integer call() {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (OperationOption option : optionsOf(form)) {
            Object given = command.findOption(option.name()).getValue();
            if (given != null) {
                fields.put(option.field().name(), option.value(given));
            }
        }
        return preparation.prepare(form.name(), fields);
    }
}
