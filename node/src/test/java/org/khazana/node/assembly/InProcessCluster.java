package org.khazana.node.assembly;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.khazana.config.check.CheckedNode;
import org.khazana.config.generate.ClusterRequest;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.port.PeerSender;
import org.khazana.ledger.validator.Validator;
import org.khazana.node.Eventually;
import org.khazana.node.transport.PortTaken;

/** Whole validators of one cluster in this process: their own folders, real sockets on loopback. */
public final class InProcessCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Map<String, Node> running = new TreeMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    public InProcessCluster(Path folder, int validators) {
        this.folder = folder;
        NewNetwork.found(new ClusterRequest(validators, folder, "test network", 0, 0, List.of(), Instant.now()));
    }

    public Path folder() {
        return folder;
    }

    /** Changes the settings of every node: {@code before} must stand in each file. */
    public void configure(String before, String after) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path file : folders.map(each -> each.resolve("node.toml"))
                    .filter(Files::exists)
                    .toList()) {
                String text = Files.readString(file);
                if (!text.contains(before)) {
                    throw new IllegalArgumentException(file + " does not say " + before);
                }
                Files.writeString(file, text.replace(before, after));
            }
        }
    }

    public void start(String validator) throws PortTaken {
        running.put(validator, Node.start(checked(validator), (sentence, cause) -> faults.add(sentence)));
    }

    /** The same for one that may lie: {@code outgoing} stands between its consensus and its peers. */
    void start(String validator, UnaryOperator<PeerSender> outgoing) throws PortTaken {
        running.put(validator, Node.start(checked(validator), (sentence, cause) -> faults.add(sentence), outgoing));
    }

    /** A founder with its data folder. */
    MemberId member(String validator) {
        Validator founder = FoundingState.validators(checked(validator).genesis())
                .validator(validator)
                .orElseThrow();
        return new MemberId(validator, founder.directory());
    }

    public CheckedNode checked(String validator) {
        return CheckedNode.read(folder.resolve(validator).resolve("node.toml"), Instant.now());
    }

    public void stop(String validator) {
        node(validator).close();
        running.remove(validator);
    }

    public Node node(String validator) {
        return Optional.ofNullable(running.get(validator)).orElseThrow();
    }

    public Map<String, Node> running() {
        return running;
    }

    public List<String> faults() {
        return List.copyOf(faults);
    }

    public URI url(String validator) {
        return URI.create("http://127.0.0.1:" + node(validator).httpPort());
    }

    public List<URI> urls() {
        return running.keySet().stream().map(this::url).toList();
    }

    /** Waits until every running node is ready and all name the same leader, and gives its id. */
    public String awaitLeader() {
        Eventually.holds("one leader for all", PATIENCE, () -> {
            long leaders = running.values().stream()
                    .map(node -> node.gateway().cluster().leader())
                    .distinct()
                    .count();
            return leaders == 1
                    && running.values().stream()
                            .allMatch(node -> node.gateway().health().ready());
        });
        return running.values().iterator().next().gateway().cluster().leader().orElseThrow();
    }

    @Override
    public void close() {
        running.values().forEach(Node::close);
        running.clear();
    }
}
