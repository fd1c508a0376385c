package org.khazana.node.command;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.khazana.api.server.CannotListen;
import org.khazana.config.InvalidConfig;
import org.khazana.config.NodeConfig;
import org.khazana.config.check.CheckedNode;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.node.assembly.Node;
import org.khazana.node.lifecycle.FatalFault;
import org.khazana.node.lifecycle.OldGeneration;
import org.khazana.node.lifecycle.StopRequest;
import org.khazana.node.supervision.ParentProcess;
import org.khazana.node.transport.PortTaken;
import org.khazana.storage.DataFolderProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code khazana node}: runs one validator in the foreground until it is told to stop. */
@Command(
        name = "node",
        description = "Run one validator until SIGTERM or Ctrl-C.",
        mixinStandardHelpOptions = true,
        versionProvider = KhazanaVersion.class,
        subcommands = NodeFormatCommand.class)
final class NodeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(NodeCommand.class);

    @Spec
    private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "The node.toml of this validator; required.")
    private Optional<Path> config;

    @Option(
            names = "--exit-with-parent",
            paramLabel = "PID",
            description = "Stop, as on SIGTERM, when the process with this id has ended.")
    private Optional<Long> parent;

    @Override
    public Integer call() throws InterruptedException {
        CheckedNode checked = checked(config.orElseThrow(() ->
                new CommandLine.ParameterException(spec.commandLine(), "Missing required option: '--config=FILE'")));
        greet(checked);
        OldGeneration.keepSmall();
        StopRequest stop = StopRequest.onSignals();
        try (Node node = start(checked)) {
            LOG.info(
                    "{} listens for peers on port {} and for HTTP on http://{}:{}",
                    checked.config().validator(),
                    node.peerPort(),
                    checked.config().httpListener().host(),
                    node.httpPort());
            stopWithParent(stop);
            stop.await();
        } finally {
            stop.finished();
        }
        return ExitCode.OK;
    }

    private void stopWithParent(StopRequest stop) {
        parent.map(ParentProcess::ended).ifPresent(ended -> {
            var ignored = ended.thenRun(stop::request);
        });
    }

    static CheckedNode checked(Path config) {
        try {
            return CheckedNode.read(config.toAbsolutePath(), Instant.now());
        } catch (InvalidConfig e) {
            throw new CommandFailure(ExitCode.BAD_CONFIGURATION, String.valueOf(e.getMessage()), e);
        }
    }

    private static void greet(CheckedNode checked) {
        NodeConfig config = checked.config();
        LOG.info(
                "{}: {} of network '{}', peers on {}:{}, HTTP on {}:{}, data in {}, signatures by {}",
                KhazanaVersion.line(),
                config.validator(),
                checked.genesis().networkName(),
                config.peerListener().host(),
                config.peerListener().port(),
                config.httpListener().host(),
                config.httpListener().port(),
                config.dataFolder(),
                Ed25519.providerName());
    }

    private static Node start(CheckedNode checked) {
        try {
            return Node.start(checked, new FatalFault());
        } catch (InvalidConfig e) {
            throw new CommandFailure(ExitCode.BAD_CONFIGURATION, String.valueOf(e.getMessage()), e);
        } catch (DataFolderProblem e) {
            throw new CommandFailure(ExitCode.DATA_FOLDER, String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw new CommandFailure(
                    ExitCode.DATA_FOLDER,
                    e.getMessage() + "; see to it that the disk has room and that the folder may be written to",
                    e);
        } catch (PortTaken | CannotListen e) {
            throw new CommandFailure(ExitCode.PORT_IN_USE, String.valueOf(e.getMessage()), e);
        }
    }
}
