package org.khazana.node.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.khazana.node.demo.Demo;
import org.khazana.node.demo.DemoFailed;
import org.khazana.node.demo.DemoFolder;
import org.khazana.node.supervision.ValidatorFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code khazana demo}: four validators, a real treasury bill, a court, and a killed leader. */
@Command(
        name = "demo",
        description =
                "Run four validators, approve, issue, sell, freeze and trace a treasury bill, kill the leader, and show that nothing is lost.",
        footer = {
            "%nAll on this machine, on free ports of loopback, in a fresh folder. Stays up to be tried until Ctrl-C.",
            "No process is left behind. If anything goes wrong, it says what, keeps the folder and ends with 1.",
            "%nExamples:",
            "  khazana demo",
            "  khazana demo --exit               ends when the story has ended",
            "  khazana demo --dir my-demo        keeps keys, logs and data in my-demo"
        })
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--exit", description = "End when the story has ended, instead of staying up until Ctrl-C.")
    private boolean exit;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where the network lives, absent or empty; it is kept. Default: a temporary folder.")
    private Optional<Path> folder;

    @Option(names = "--keep", description = "Keep the temporary folder.")
    private boolean keep;

    @Override
    public Integer call() throws InterruptedException {
        DemoFolder demoFolder = DemoFolder.of(folder, keep);
        try {
            new Demo(demoFolder, spec.commandLine().getOut(), !exit).run();
            return ExitCode.OK;
        } catch (DemoFailed | ValidatorFailed e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "the demo failed: " + e.getMessage()
                            + "\nAll validators are stopped; their logs and data are kept in " + demoFolder.path()
                            + ".",
                    e);
        }
    }
}
