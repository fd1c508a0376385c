package org.khazana.node.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.json.ValidatorsJson;
import org.khazana.api.json.ValidatorsJson.GroupMinimumJson;
import org.khazana.api.json.ValidatorsJson.ValidatorJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code khazana validators show}: the newest set of validators. */
@Command(
        name = "show",
        description = "Print the newest set of validators.",
        footer = {
            "%nExamples:",
            "  khazana validators show",
            "  khazana validators show --url http://127.0.0.1:8102 --json"
        })
final class ValidatorsShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NodeAddress node;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try (LedgerClient client = node.client()) {
            ValidatorsJson validators = client.validators();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(JsonOutput.of(validators));
            } else {
                print(validators, out);
            }
            return ExitCode.OK;
        }
    }

    private static void print(ValidatorsJson set, PrintWriter out) {
        out.println("epoch " + set.epoch() + ", at height " + set.height());
        out.println(row("id", "directory", "duty", "group", "organisation", "address"));
        for (ValidatorJson validator : set.validators()) {
            out.println(row(
                    validator.id(),
                    validator.directory(),
                    validator.duty(),
                    validator.group(),
                    validator.organisation(),
                    Optional.ofNullable(validator.peerAddress())
                            .map(address -> address.host() + " port " + address.port())
                            .orElse("as its founders know")));
        }
        for (GroupMinimumJson minimum : set.atLeast()) {
            out.println("at least " + minimum.members() + " of " + minimum.group() + " must hold every block");
        }
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-14s %-9s %-9s %-11s %-26s %s", cells)
                .stripTrailing();
    }
}
