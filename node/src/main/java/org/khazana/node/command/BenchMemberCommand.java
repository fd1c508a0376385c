package org.khazana.node.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.khazana.node.bench.OrderingBench;
import org.khazana.node.bench.ReportText;
import org.khazana.node.bench.order.OrderingMember;
import org.khazana.node.bench.order.OrderingOutcome;
import org.khazana.node.lifecycle.FatalFault;
import org.khazana.node.supervision.ParentProcess;
import org.khazana.node.transport.PortTaken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code khazana bench-member}: what {@code khazana bench --consensus-only} runs in the place of validators. The member that
 * comes to lead measures and leaves a report; all run until they are stopped.
 */
@Command(
        name = BenchMemberCommand.NAME,
        hidden = true,
        description = "One member of a network that only orders, for 'khazana bench --consensus-only'.")
final class BenchMemberCommand implements Callable<Integer> {
    static final String NAME = "bench-member";

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "The node.toml of this member.")
    private Path config = Path.of("");

    @Option(names = "--exit-with-parent", paramLabel = "PID", required = true, description = "Stop with this process.")
    private long parent;

    @Option(names = "--concurrency", paramLabel = "N", required = true, description = "Callers of the leader.")
    private int concurrency;

    @Option(names = "--warm-up", paramLabel = "SECONDS", required = true, description = "Before anything is measured.")
    private int warmUp;

    @Option(names = "--seconds", paramLabel = "SECONDS", required = true, description = "Measured.")
    private int seconds;

    @Option(names = "--json", description = "Report in JSON.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        CompletableFuture<Void> parentEnded = ParentProcess.ended(parent);
        try (OrderingMember member = OrderingMember.start(NodeCommand.checked(config), new FatalFault())) {
            if (member.awaitLeading(parentEnded::isDone)) {
                report(member.measure(concurrency, warmUp, seconds));
            }
            parentEnded.join();
        } catch (PortTaken e) {
            throw new CommandFailure(ExitCode.PORT_IN_USE, String.valueOf(e.getMessage()), e);
        }
        return ExitCode.OK;
    }

    /** The file is there as a whole, or not at all. */
    private void report(OrderingOutcome outcome) {
        String text = json ? JsonOutput.of(outcome) : String.join("\n", ReportText.of(outcome));
        Path report = config.toAbsolutePath().resolveSibling(OrderingBench.REPORT_FILE);
        try {
            Path draft = Files.createTempFile(report.getParent(), OrderingBench.REPORT_FILE, ".draft");
            Files.writeString(draft, text);
            Files.move(draft, report, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + report, e);
        }
    }
}
