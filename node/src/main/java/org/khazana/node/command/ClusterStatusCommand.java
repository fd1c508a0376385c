package org.khazana.node.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.khazana.config.check.ClusterFolder;
import org.khazana.config.check.KeyFileCheck;
import org.khazana.node.supervision.LocalNodes;
import org.khazana.node.supervision.ValidatorNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code khazana cluster status}: what each validator says of itself, and whether they agree. */
@Command(
        name = "status",
        description = "Ask validators how they are and whether they have the same chain.",
        footer = {
            "%nThe block hash is that of the highest block which all that answer have executed.",
            "Ends with 1 when one does not answer, none leads, or two have different blocks.",
            "%nExamples:",
            "  khazana cluster status --dir my-cluster",
            "  khazana cluster status --url http://127.0.0.1:8101 --url http://127.0.0.1:8102 --json"
        })
final class ClusterStatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "A validator's address; repeatable. Default: " + NodeAddress.DEFAULT + ".")
    private List<URI> urls = new ArrayList<>();

    @Option(names = "--dir", paramLabel = "DIR", description = "Ask all validators of this cluster folder.")
    private Optional<Path> folder;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        ClusterReport report = ClusterReport.of(addresses());
        spec.commandLine().getOut().println(json ? JsonOutput.of(report.toJson()) : report.toText());
        return report.isSound() ? ExitCode.OK : ExitCode.FAILED;
    }

    private List<URI> addresses() {
        List<URI> addresses = new ArrayList<>(urls);
        folder.ifPresent(
                dir -> LocalNodes.of(ClusterFolder.check(dir, KeyFileCheck.NONE, java.time.Instant.now())).stream()
                        .map(ValidatorNode::url)
                        .forEach(addresses::add));
        return addresses.isEmpty() ? List.of(URI.create(NodeAddress.DEFAULT)) : addresses;
    }
}
