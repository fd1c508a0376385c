package org.khazana.node.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.khazana.api.client.LedgerClient;
import org.khazana.config.check.ClusterFolder;
import org.khazana.config.file.KeyFiles;
import org.khazana.config.file.UnreadableFile;
import org.khazana.config.generate.ClusterRequest;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.wire.TransactionCodec;
import org.khazana.node.assembly.NewNetwork;
import org.khazana.node.supervision.LocalCluster;
import org.khazana.node.supervision.LocalNodes;
import org.khazana.node.supervision.ValidatorNode;

/** A network of validator processes in a folder of its own, with everybody's keys at hand. */
public final class TestNetwork implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long VALIDITY_MILLIS = Duration.ofHours(1).toMillis();

    private final ClusterFolder folder;
    private final LocalCluster cluster;
    private final Map<String, LedgerClient> clients = new TreeMap<>();
    private final LedgerClient anyOfThem;
    private final AtomicLong requests = new AtomicLong(1);

    private TestNetwork(ClusterFolder folder) {
        this.folder = folder;
        List<ValidatorNode> nodes = LocalNodes.of(folder);
        this.cluster = new LocalCluster(nodes, Application.program(), () -> {});
        nodes.forEach(node -> clients.put(node.id(), LedgerClient.of(node.url()).locally()));
        this.anyOfThem = LedgerClient.of(nodes.stream().map(ValidatorNode::url).toList());
    }

    /** A network that is written already; nothing runs yet. */
    public static TestNetwork of(ClusterFolder folder) {
        return new TestNetwork(folder);
    }

    /** Writes a network on free ports; nothing runs yet. */
    public static TestNetwork found(Path path, int validators) {
        return of(NewNetwork.found(new ClusterRequest(validators, path, "acceptance", 0, 0, List.of(), Instant.now())));
    }

    /** Writes a network and runs it. */
    public static TestNetwork running(Path path, int validators) {
        TestNetwork network = found(path, validators);
        try {
            network.cluster.startAll(PATIENCE);
            return network;
        } catch (InterruptedException | RuntimeException e) {
            network.close();
            throw new IllegalStateException("the network did not start", e);
        }
    }

    public ClusterFolder folder() {
        return folder;
    }

    public LocalCluster cluster() {
        return cluster;
    }

    public List<String> validators() {
        return List.copyOf(clients.keySet());
    }

    public URI url(String validator) {
        return cluster.nodes().stream()
                .filter(node -> node.id().equals(validator))
                .findFirst()
                .orElseThrow()
                .url();
    }

    /** Asks one validator only. */
    public LedgerClient client(String validator) {
        LedgerClient client = clients.get(validator);
        if (client == null) {
            throw new IllegalArgumentException(validator);
        }
        return client;
    }

    /** Asks one validator after another. */
    public LedgerClient anyOfThem() {
        return anyOfThem;
    }

    /** Whether a validator keeps anything against others or itself, by what it answers to {@code GET /v1/evidence}. */
    public boolean hasEvidence(String validator) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest question = HttpRequest.newBuilder(url(validator).resolve("/v1/evidence"))
                    .build();
            String answer = http.send(question, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .replaceAll("\\s", "");
            return !answer.equals("{\"evidence\":[]}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public ChainId chain() {
        return new ChainId(Domain.GENESIS.hash(folder.genesisFile().bytes()));
    }

    /** A body that is valid for an hour, with a request id of its own. */
    public TransactionBody body(long sender, Operation operation) {
        long notAfter = System.currentTimeMillis() + VALIDITY_MILLIS;
        RequestId request = new RequestId(folder.genesisFile().genesis().createdAtMillis(), requests.getAndIncrement());
        return new TransactionBody(chain(), request, new PartyId(sender), 0, notAfter, operation);
    }

    /** A signed envelope; signers by the names of their key files. */
    public byte[] envelope(TransactionBody body, String... signers) {
        byte[] bytes = TransactionCodec.encodeBody(body);
        byte[] signingBytes = TransactionCodec.signingBytes(body.chainId(), bytes);
        return TransactionCodec.encodeEnvelope(
                bytes,
                Stream.of(signers).map(signer -> sign(signer, signingBytes)).toList());
    }

    public TransactionSignature sign(String signer, byte[] signingBytes) {
        byte[] key = privateKey(signer);
        return TransactionSignature.of(Ed25519.publicKeyOf(key), Ed25519.sign(key, signingBytes));
    }

    public Path keyFile(String signer) {
        return folder.folder().resolve("parties").resolve(signer + ".pem");
    }

    private byte[] privateKey(String signer) {
        try {
            return KeyFiles.readPrivate(keyFile(signer));
        } catch (UnreadableFile e) {
            throw new IllegalArgumentException(signer, e);
        }
    }

    @Override
    public void close() {
        cluster.close();
        clients.values().forEach(LedgerClient::close);
        anyOfThem.close();
    }
}
