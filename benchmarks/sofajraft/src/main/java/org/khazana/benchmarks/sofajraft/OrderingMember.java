package org.khazana.benchmarks.sofajraft;

import com.alipay.sofa.jraft.Closure;
import com.alipay.sofa.jraft.Iterator;
import com.alipay.sofa.jraft.Node;
import com.alipay.sofa.jraft.RaftGroupService;
import com.alipay.sofa.jraft.Status;
import com.alipay.sofa.jraft.conf.Configuration;
import com.alipay.sofa.jraft.core.StateMachineAdapter;
import com.alipay.sofa.jraft.entity.PeerId;
import com.alipay.sofa.jraft.entity.Task;
import com.alipay.sofa.jraft.option.NodeOptions;
import com.alipay.sofa.jraft.option.RaftOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/**
 * One member of a group that only orders, the same kind of run as {@code khazana bench --consensus-only}: the member that
 * comes to lead has so many callers of its own, each of whom proposes 256 bytes again as soon as what it has proposed is
 * applied there. The leader leaves a report in JSON; all run until they are stopped.
 */
public final class OrderingMember extends StateMachineAdapter {
    private static final int PROPOSAL_BYTES = 256;
    private static final long MICROS_MAX = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;

    private final int callers;
    private final int warmUpSeconds;
    private final int seconds;
    private final CountDownLatch leading = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger underWay = new AtomicInteger();
    /** Written only by the one thread that applies. */
    private final Histogram micros = new Histogram(MICROS_MAX, DIGITS);

    private volatile long startNanos;
    private volatile long endNanos;

    private OrderingMember(int callers, int warmUpSeconds, int seconds) {
        this.callers = callers;
        this.warmUpSeconds = warmUpSeconds;
        this.seconds = seconds;
    }

    /** Arguments: own address, addresses of all with commas, folder, callers, seconds of warming up, seconds. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        PeerId self = PeerId.parsePeer(arguments[0]);
        Configuration all = new Configuration();
        if (!all.parse(arguments[1])) {
            throw new IllegalArgumentException("not addresses: " + arguments[1]);
        }
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        OrderingMember member = new OrderingMember(
                Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
        Node node = new RaftGroupService("ordering", self, options(folder, all, member)).start();
        member.leading.await();
        member.measure(node);
        report(folder, member.json());
        new CountDownLatch(1).await();
    }

    private static NodeOptions options(Path folder, Configuration all, OrderingMember member) {
        RaftOptions raft = new RaftOptions();
        raft.setSync(true); // the default; every write of the log is forced to disk
        NodeOptions options = new NodeOptions();
        options.setInitialConf(all);
        options.setFsm(member);
        options.setLogUri(folder.resolve("log").toString());
        options.setRaftMetaUri(folder.resolve("meta").toString());
        options.setRaftOptions(raft);
        options.setSnapshotIntervalSecs(0); // never: there is nothing to keep
        return options;
    }

    @Override
    public void onLeaderStart(long term) {
        super.onLeaderStart(term);
        leading.countDown();
    }

    private void measure(Node node) throws InterruptedException {
        startNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(warmUpSeconds);
        endNanos = startNanos + TimeUnit.SECONDS.toNanos(seconds);
        underWay.set(callers);
        for (int caller = 0; caller < callers; caller++) {
            propose(node);
        }
        done.await();
    }

    private void propose(Node node) {
        node.apply(new Task(ByteBuffer.allocate(PROPOSAL_BYTES), new Proposed(node, System.nanoTime())));
    }

    /** What happens when a proposal is applied. */
    private final class Proposed implements Closure {
        private final Node node;
        private final long proposedNanos;

        Proposed(Node node, long proposedNanos) {
            this.node = node;
            this.proposedNanos = proposedNanos;
        }

        @Override
        public void run(Status status) {
            long nowNanos = System.nanoTime();
            if (!status.isOk()) {
                System.err.println("a proposal was not taken: " + status);
                Runtime.getRuntime().halt(1);
            }
            boolean isOver = nowNanos - endNanos >= 0;
            if (nowNanos - startNanos >= 0 && !isOver) {
                micros.recordValue(Math.min(MICROS_MAX, (nowNanos - proposedNanos) / 1_000));
            }
            if (!isOver) {
                propose(node);
            } else if (underWay.decrementAndGet() == 0) {
                done.countDown();
            }
        }
    }

    @Override
    public void onApply(Iterator entries) {
        while (entries.hasNext()) {
            if (entries.done() != null) {
                entries.done().run(Status.OK());
            }
            entries.next();
        }
    }

    private String json() {
        return String.format(
                Locale.ROOT,
                "{\"perSecond\": %.1f, \"p50Millis\": %.3f, \"p99Millis\": %.3f, \"maxMillis\": %.3f}%n",
                (double) micros.getTotalCount() / seconds,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3);
    }

    /** The file is there as a whole, or not at all. */
    private static void report(Path folder, String json) throws IOException {
        Path draft = Files.writeString(folder.resolve("report.draft"), json);
        Files.move(draft, folder.resolve("report.json"), StandardCopyOption.ATOMIC_MOVE);
    }
}
