package org.khazana.node.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.khazana.config.check.CheckedNode;
import org.khazana.node.assembly.NewDataFolder;
import org.khazana.storage.DataFolderProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code khazana node format}: the unused data folder of a validator that joins, or that lost its own. */
@Command(
        name = "format",
        description = "Make a new data folder and print its id, which governors then appoint.",
        footer = {
            "%nPrints 8 hexadecimal digits. A folder that was made already is left alone. A new folder takes part only",
            "once the governors have put its id on the ledger: khazana tx prepare validators --help.",
            "%nExample:",
            "  khazana node format --config validator-5/node.toml"
        })
final class NodeFormatCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The node.toml of this validator.")
    private Path config;

    @Override
    public Integer call() {
        CheckedNode checked = NodeCommand.checked(config);
        try {
            spec.commandLine().getOut().println(NewDataFolder.format(checked));
            return ExitCode.OK;
        } catch (DataFolderProblem e) {
            throw new CommandFailure(ExitCode.DATA_FOLDER, String.valueOf(e.getMessage()), e);
        }
    }
}
