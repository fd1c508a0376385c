package org.khazana.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

    @ParameterizedTest
    @MethodSource("allCommands")
    void everyCommandExplainsItselfAndItsExitCodes(List<String> command) {
        List<String> words = new ArrayList<>(command);
        words.add("--help");

        CommandRun run = CommandRun.of(words.toArray(String[]::new));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Usage: khazana").contains("Exit codes:").doesNotContain("null");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
    }

    static Stream<List<String>> allCommands() {
        List<List<String>> commands = new ArrayList<>();
        collect(RootCommand.commandLine(), List.of(), commands);
        return commands.stream();
    }

    private static void collect(CommandLine commandLine, List<String> path, List<List<String>> commands) {
        commands.add(path);
        commandLine.getSubcommands().forEach((name, subcommand) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            collect(subcommand, longer, commands);
        });
    }
}
