package org.khazana.node.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.khazana.ledger.form.Field;
import org.khazana.ledger.form.Form;
import org.khazana.ledger.form.Kind;
import org.khazana.ledger.operation.OperationForms;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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

    /** Those whose fields fit on a line; the others are given in JSON, and so is a list that may be left out. */
    static void addAllTo(CommandLine prepare) {
        OperationForms.all().stream()
                .filter(TxPrepareOperationCommand::fitsOnALine)
                .forEach(form -> prepare.addSubcommand(form.name(), specOf(form)));
    }

    private static boolean fitsOnALine(Form<?> form) {
        return form.fields().stream().allMatch(field -> isOption(field) || field.mayBeLeftOut());
    }

    private static boolean isOption(Field field) {
        return !(field.kind() instanceof Kind.Part) && field.kind() != Kind.Plain.OPERATION;
    }

    private static CommandSpec specOf(Form<?> form) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new TxPrepareOperationCommand(form));
        spec.usageMessage().description(form.meaning().orElse(""));
        form.fields().stream()
                .filter(TxPrepareOperationCommand::isOption)
                .forEach(field -> spec.addOption(OptionSpec.builder(optionOf(field))
                        .required(field.occurrence() == Field.Occurrence.ONCE)
                        .paramLabel(labelOf(field.kind()))
                        .type(typeOf(field.kind()))
                        .description(sentence(field.meaning()))
                        .build()));
        return spec;
    }

    private static String optionOf(Field field) {
        return "--" + field.name().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private static Class<?> typeOf(Kind kind) {
        return switch (kind) {
            case Kind.Plain plain ->
                switch (plain) {
                    case ACCOUNT, PARTY -> Long.class;
                    case FLAG -> Boolean.class;
                    default -> String.class;
                };
            case Kind.Whole whole -> Long.class;
            default -> String.class;
        };
    }

    private static String labelOf(Kind kind) {
        return switch (kind) {
            case Kind.Plain plain ->
                switch (plain) {
                    case SHA_256, PUBLIC_KEY, DIRECTORY -> "HEX";
                    default -> plain.name();
                };
            case Kind.Money money -> "AMOUNT";
            case Kind.Quantity quantity -> "AMOUNT";
            case Kind.Whole whole -> "NUMBER";
            case Kind.Choice choice -> "WORD";
            case Kind.Text text -> "TEXT";
            case Kind.Reference reference -> "TEXT";
            case Kind.Part part -> "JSON";
        };
    }

    @Override
    public Integer call() {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Field field : form.fields().stream()
                .filter(TxPrepareOperationCommand::isOption)
                .toList()) {
            Object value = command.findOption(optionOf(field)).getValue();
            if (value != null) {
                fields.put(field.name(), value);
            }
        }
        return preparation.prepare(form.name(), fields);
    }
}
