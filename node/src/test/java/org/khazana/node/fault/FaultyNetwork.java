package org.khazana.node.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.khazana.api.client.NoAnswer;
import org.khazana.api.client.ProblemResponse;
import org.khazana.api.json.ClusterJson;
import org.khazana.config.check.ClusterFolder;
import org.khazana.config.generate.ClusterRequest;
import org.khazana.node.Eventually;
import org.khazana.node.acceptance.Application;
import org.khazana.node.acceptance.TestNetwork;
import org.khazana.node.assembly.NewNetwork;

/** A running network of real validators to which everything bad can be done. Used by one thread. */
final class FaultyNetwork implements AutoCloseable {
    /** A frozen validator goes on after so long even if this process is killed meanwhile. */
    private static final long FROZEN_SECONDS_MAX = 30;

    private static final int LAST_WORDS_CHARACTERS = 3_000;

    private final TestNetwork network;
    private final PeerMesh mesh;
    /** Killed here, and not started again yet. */
    private final Set<String> down = new TreeSet<>();

    private final Set<String> frozen = new TreeSet<>();

    private FaultyNetwork(TestNetwork network, PeerMesh mesh) {
        this.network = network;
        this.mesh = mesh;
    }

    /** Writes a network, puts proxies between its validators and runs it. */
    static FaultyNetwork running(Path path, int validators) throws InterruptedException {
        ClusterFolder folder =
                NewNetwork.found(new ClusterRequest(validators, path, "faults", 0, 0, List.of(), Instant.now()));
        FaultyNetwork network = new FaultyNetwork(TestNetwork.of(folder), PeerMesh.between(folder));
        folder.nodeFiles().stream().skip(validators / 2).forEach(FaultyNetwork::letForget);
        try {
            network.network.cluster().startAll(TestNetwork.PATIENCE);
            return network;
        } catch (InterruptedException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** It keeps so few blocks that who is away for a second or two has to fetch its state. */
    private static void letForget(ClusterFolder.NodeFileOf node) {
        try {
            String archive = Files.readString(node.file());
            String forgetting = archive.replace("archive = true", "archive = false")
                    .replace("blocks-kept = 10000", "blocks-kept = 10")
                    .replace("snapshot-every-blocks = 10000", "snapshot-every-blocks = 20");
            Files.writeString(node.file(), forgetting);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often a validator went on from a state that it had fetched. */
    long statesFetched() {
        return validators().stream()
                .map(validator -> network.cluster().process(validator).node().logFile())
                .flatMap(log -> Application.read(log).lines())
                .filter(line -> line.contains("stands on the fetched state"))
                .count();
    }

    TestNetwork network() {
        return network;
    }

    PeerMesh mesh() {
        return mesh;
    }

    List<String> validators() {
        return mesh.validators();
    }

    /** SIGKILL. */
    void kill(String validator) {
        thaw(validator);
        if (down.add(validator)) {
            network.cluster().kill(validator);
        }
    }

    /** Starts it again; returns at once. */
    void start(String validator) {
        if (down.remove(validator)) {
            network.cluster().start(validator);
        }
    }

    /** SIGSTOP. */
    void freeze(String validator) {
        if (!down.contains(validator) && frozen.add(validator)) {
            ProcessSignal.freeze(network.cluster().process(validator).pid(), FROZEN_SECONDS_MAX);
        }
    }

    /** SIGCONT. */
    void thaw(String validator) {
        if (frozen.remove(validator)) {
            ProcessSignal.thaw(network.cluster().process(validator).pid());
        }
    }

    /** Strikes the files of a validator that was killed. */
    void damage(String validator, DataDamage damage, Random random) {
        Path data = network.folder().nodeFiles().stream()
                .filter(node -> node.config().validator().equals(validator))
                .findFirst()
                .orElseThrow()
                .config()
                .dataFolder();
        damage.strike(data, random);
    }

    /** Who leads, as the first validator that knows tells; empty when none does. */
    Optional<String> leader() {
        return validators().stream()
                .filter(validator -> !down.contains(validator) && !frozen.contains(validator))
                .flatMap(validator -> status(validator).stream())
                .flatMap(status -> Optional.ofNullable(status.leader()).stream())
                .findFirst();
    }

    /** Whether it runs, follows or leads, and lacks nothing that it may have acknowledged. */
    boolean isWhole(String validator) {
        return !down.contains(validator)
                && !frozen.contains(validator)
                && network.client(validator).ready()
                && status(validator)
                        .filter(status -> !status.role().equals("RECOVERING"))
                        .isPresent();
    }

    private Optional<ClusterJson> status(String validator) {
        try {
            return Optional.of(network.client(validator).cluster());
        } catch (ProblemResponse | NoAnswer e) {
            return Optional.empty();
        }
    }

    /** Sentences about validators that ended although nobody killed them. */
    List<String> unexpectedEnds() {
        List<String> ends = new ArrayList<>();
        for (String validator : validators()) {
            if (!down.contains(validator)
                    && !network.cluster().process(validator).isAlive()) {
                ends.add(validator + " ended by itself; its last words:\n" + lastWords(validator));
            }
        }
        return ends;
    }

    private String lastWords(String validator) {
        String log =
                Application.read(network.cluster().process(validator).node().logFile());
        return log.substring(Math.max(0, log.length() - LAST_WORDS_CHARACTERS));
    }

    /** Ends all faults and waits until everybody serves again and lacks nothing. */
    void heal(Duration patience) {
        mesh.heal();
        List.copyOf(frozen).forEach(this::thaw);
        List.copyOf(down).forEach(this::start);
        for (String validator : validators()) {
            try {
                Eventually.holds(validator + " is whole again", patience, () -> isWhole(validator));
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "; its last words:\n" + lastWords(validator), e);
            }
        }
    }

    @Override
    public void close() {
        List.copyOf(frozen).forEach(this::thaw);
        network.close();
        mesh.close();
    }
}
