package org.khazana.node.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.json.ClusterJson;
import org.khazana.api.json.ClusterJson.ValidatorJson;

/** Instead of validators, HTTP servers that tell who they are. */
@Timeout(20)
class AttachedClusterTest {
    private static final String CHAIN = "ab".repeat(32);
    private static final String OTHER_CHAIN = "cd".repeat(32);

    private final List<HttpServer> servers = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void requestsGoToTheLeaderAndThenToTheOthers() throws IOException, InterruptedException {
        URI follower = serve("validator-1", "FOLLOWER", CHAIN);
        URI leader = serve("validator-2", "LEADER", CHAIN);

        AttachedCluster cluster = AttachedCluster.at(List.of(follower, leader));

        assertThat(cluster.awaitLeader()).isEqualTo(new BenchNode("validator-2", leader));
        assertThat(cluster.targets(Optional.of(cluster.awaitLeader())).nodes()).containsExactly(leader, follower);
        assertThat(cluster.targets(Optional.empty()).nodes()).containsExactly(follower, leader);
        assertThat(cluster.chain()).hasToString(CHAIN);
        assertThat(cluster.validators()).isEqualTo(1);
        assertThat(cluster.height()).isEqualTo(17);
    }

    @Test
    void whatValidatorsElsewhereCostIsNotTold() throws IOException {
        AttachedCluster cluster = AttachedCluster.at(List.of(serve("validator-1", "LEADER", CHAIN)));

        assertThat(Meter.read(cluster, Optional.empty()).readings()).containsOnlyKeys("client");
    }

    @Test
    void validatorsOfTwoNetworksAreNotMeasuredTogether() throws IOException {
        List<URI> urls = List.of(serve("validator-1", "LEADER", CHAIN), serve("validator-1", "LEADER", OTHER_CHAIN));

        assertThatThrownBy(() -> AttachedCluster.at(urls))
                .isInstanceOf(BenchFailed.class)
                .hasMessageContaining("of different networks")
                .hasMessageContaining(CHAIN)
                .hasMessageContaining(OTHER_CHAIN);
    }

    @Test
    void anAddressWhereNobodyAnswersIsNamed() throws IOException {
        URI gone = serve("validator-1", "LEADER", CHAIN);
        servers.getFirst().stop(0);

        assertThatThrownBy(() -> AttachedCluster.at(List.of(gone)))
                .isInstanceOf(BenchFailed.class)
                .hasMessage("no validator of Khazana answers at " + gone);
    }

    @Test
    void aFolderWithoutKeysIsNamedBeforeAnybodyIsAsked() {
        Attachment attachment = new Attachment(List.of(URI.create("http://127.0.0.1:1")), folder);

        assertThatThrownBy(() -> AttachedSite.open(attachment))
                .isInstanceOf(BenchFailed.class)
                .hasMessageStartingWith(folder + " is not the folder of a network");
    }

    private URI serve(String id, String role, String chain) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] answer = json(id, role, chain).getBytes(StandardCharsets.UTF_8);
        server.createContext("/v1/cluster", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static String json(String id, String role, String chain) throws JsonProcessingException {
        return new ObjectMapper()
                .writeValueAsString(new ClusterJson(
                        chain,
                        "network",
                        id,
                        role,
                        1,
                        id,
                        17,
                        17,
                        17,
                        17,
                        0,
                        true,
                        List.of(new ValidatorJson(id, "Ministry", "GOVERNMENT", "VOTER", true, null))));
    }
}
