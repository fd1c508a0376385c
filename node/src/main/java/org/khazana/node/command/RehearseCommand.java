package org.khazana.node.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.khazana.node.assembly.Rehearsal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code khazana rehearse}: what the launcher runs to let Java record a start; not for people. */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Start two validators in this process and stop them, so that Java can record what a start needs.")
final class RehearseCommand implements Callable<Integer> {
    @Option(names = "--dir", required = true, paramLabel = "DIR", description = "An empty folder of no further use.")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        Rehearsal.run(folder);
        return ExitCode.OK;
    }
}
