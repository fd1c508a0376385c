package org.khazana.node.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.client.LedgerClient;
import org.khazana.config.NodeConfig;
import org.khazana.config.file.KeyFiles;
import org.khazana.config.file.NewFile;
import org.khazana.config.file.NodeFile;
import org.khazana.config.file.PemFile;
import org.khazana.config.file.TlsKeyFiles;
import org.khazana.config.generate.TlsKeyMaker;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.operation.SetValidators;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.PeerAddress;
import org.khazana.ledger.validator.Validator;
import org.khazana.node.Eventually;
import org.khazana.node.load.TestMarket;
import org.khazana.node.load.TestMarket.Who;

/** Blocks that are signed with a key of which a validator learns only from blocks before them. */
final class LaterProposerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HOST = "127.0.0.1";
    private static final String NEWCOMER = "newcomer";
    private static final String AWAY = "validator-4";

    @TempDir
    private Path folder;

    @Test
    void aValidatorThatWasAwayChecksThemAsSoonAsItHasExecutedTheAppointment() throws Exception {
        try (InProcessCluster cluster = new InProcessCluster(folder.resolve("cluster"), 4)) {
            cluster.configure("election-priority = \"PREFERRED\"", "election-priority = \"ORDINARY\"");
            for (String founder : List.of("validator-1", "validator-2", "validator-3", AWAY)) {
                cluster.start(founder);
            }
            cluster.awaitLeader();
            TestMarket market = new TestMarket(cluster.folder());
            submit(cluster, market.opening());
            cluster.stop(AWAY);
            cluster.awaitLeader();

            Validator newcomer = make(cluster);
            submit(cluster, List.of(market.sign(appointing(cluster, newcomer), Who.MINISTRY, Who.CENTRAL_BANK)));
            cluster.start(NEWCOMER);
            Eventually.holds(
                    "the newcomer votes",
                    PATIENCE,
                    () -> cluster.running().values().stream()
                            .map(node -> node.gateway().cluster())
                            .allMatch(status -> status.epoch() == 1 && status.settled()));
            leadBy(cluster, NEWCOMER);
            submit(cluster, market.transfers(3));
            long height = cluster.node(NEWCOMER).gateway().cluster().appliedHeight();
            cluster.stop(NEWCOMER); // the one that is away does not know it yet, and takes nothing from it
            cluster.awaitLeader();
            submit(cluster, market.transfers(1));

            cluster.start(AWAY);

            Eventually.holds(
                    "all of it is executed",
                    PATIENCE,
                    () -> cluster.node(AWAY).gateway().cluster().appliedHeight() > height);
            assertThat(proposers(cluster, height)).contains(NEWCOMER);
            assertThat(cluster.node(AWAY).gateway().evidence()).isEmpty();
            assertThat(cluster.faults()).isEmpty();
        }
    }

    private static void leadBy(InProcessCluster cluster, String wanted) throws Exception {
        String leader = cluster.awaitLeader();
        while (!leader.equals(wanted)) {
            cluster.stop(leader);
            String next = cluster.awaitLeader();
            cluster.start(leader);
            leader = next;
        }
        cluster.awaitLeader();
    }

    private static List<String> proposers(InProcessCluster cluster, long height) {
        return LongStream.rangeClosed(1, height)
                .mapToObj(each -> cluster.node(AWAY).gateway().block(each).orElseThrow())
                .map(block -> block.header().proposer())
                .toList();
    }

    private static SetValidators appointing(InProcessCluster cluster, Validator newcomer) {
        List<Validator> all = new ArrayList<>(
                FoundingState.validators(cluster.checked("validator-1").genesis())
                        .validators());
        all.add(newcomer);
        return new SetValidators(0, all);
    }

    private static Validator make(InProcessCluster cluster) throws Exception {
        Path own = Files.createDirectory(cluster.folder().resolve(NEWCOMER));
        SecureRandom random = new SecureRandom();
        byte[] signingKey = KeyFiles.newPrivateKey(random);
        KeyFiles.writePrivate(own.resolve("signing-key.pem"), signingKey);
        TlsKeyMaker.TlsKey tls = new TlsKeyMaker(random).make(NEWCOMER, "Custodian Three", Instant.now());
        NewFile.writeSecret(
                own.resolve("tls-key.pem"),
                PemFile.text("PRIVATE KEY", tls.keys().getPrivate().getEncoded()));
        NewFile.write(
                own.resolve("tls-cert.pem"),
                PemFile.text("CERTIFICATE", tls.certificate().getEncoded()));
        int port = freePort();
        NodeFile.write(own.resolve("node.toml"), config(cluster, own, port));
        long directory = Long.parseLong(NewDataFolder.format(cluster.checked(NEWCOMER)), 16);
        return new Validator(
                NEWCOMER,
                directory,
                "Custodian Three",
                Group.CUSTODIAN,
                Duty.VOTER,
                Hash.of(HexFormat.of().parseHex(TlsKeyFiles.keySha256(tls.certificate()))),
                Ed25519.publicKeyOf(signingKey),
                Optional.of(new PeerAddress(HOST, port)));
    }

    private static NodeConfig config(InProcessCluster cluster, Path own, int port) {
        List<NodeConfig.PeerAddress> founders = new ArrayList<>();
        for (String founder : List.of("validator-1", "validator-2", "validator-3", AWAY)) {
            founders.add(new NodeConfig.PeerAddress(
                    founder,
                    HOST,
                    cluster.checked(founder).config().peerListener().port()));
        }
        NodeConfig known = cluster.checked("validator-1").config();
        return new NodeConfig(
                NEWCOMER,
                known.genesisFile(),
                own.resolve("data"),
                new NodeConfig.TlsFiles(
                        own.resolve("tls-key.pem"),
                        own.resolve("tls-cert.pem"),
                        known.tls().trusted()),
                own.resolve("signing-key.pem"),
                new NodeConfig.Listener(HOST, port),
                founders,
                new NodeConfig.Listener(HOST, freePort()),
                NodeConfig.Timing.DEFAULT,
                NodeConfig.History.DEFAULT,
                NodeConfig.Proofs.DEFAULT);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void submit(InProcessCluster cluster, List<byte[]> envelopes) {
        try (LedgerClient client = LedgerClient.of(cluster.urls())) {
            envelopes.forEach(envelope -> client.submit(envelope, PATIENCE));
        }
    }
}
