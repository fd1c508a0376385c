package org.khazana.node.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.client.ProblemResponse;
import org.khazana.api.json.CertifiedSettlementProofJson;
import org.khazana.api.json.JsonText;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.port.ProofAnswer;
import org.khazana.config.file.GenesisFile;
import org.khazana.config.file.UnreadableFile;
import org.khazana.config.generate.ClusterRequest;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.proof.CertifiedVerdict;
import org.khazana.ledger.proof.Doubt;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.node.Eventually;
import org.khazana.node.command.RootCommand;
import org.khazana.node.load.TestMarket;
import org.khazana.node.proof.ProofFile;

/** Whoever has the genesis checks, without asking anybody, what a validator hands out. */
final class ProvenClusterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void everyTransactionIsProvedWithTheGenesisAloneAndNoChangedProofIs() throws Exception {
        try (InProcessCluster cluster = started(4);
                LedgerClient client = LedgerClient.of(cluster.url("validator-2"))) {
            TestMarket market = new TestMarket(cluster.folder());
            List<ReceiptJson> receipts = market.opening().stream()
                    .map(envelope -> client.submit(envelope, PATIENCE))
                    .toList();
            GenesisFile genesis = genesis("cluster");
            awaitCertified(cluster, receipts.getLast().height());

            byte[] last = new byte[0];
            for (ReceiptJson receipt : receipts) {
                CertifiedSettlementProofJson proof = client.proof(receipt.transactionId());
                last = JsonText.write(proof);
                CertifiedVerdict.Settlement proved = (CertifiedVerdict.Settlement) checked(last, genesis);
                assertThat(proved.settlement().receipt().transactionId()).hasToString(receipt.transactionId());
                assertThat(proved.settlement().receipt().height()).isEqualTo(receipt.height());
                assertThat(proved.vouched().signers()).hasSizeBetween(3, 4);
                assertThat(proved.words()).anyMatch(line -> line.contains("validator-"));
            }
            assertNoChangedProofProvesAnything(last, genesis);
            assertTheCommandsSayTheSame(cluster, receipts.getLast().transactionId());
            assertThat(cluster.faults()).isEmpty();
        }
    }

    /** One character somewhere: what can still be read as a proof is doubted. */
    private void assertNoChangedProofProvesAnything(byte[] good, GenesisFile genesis) throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        int doubted = 0;
        for (int round = 0; round < 400; round++) {
            byte[] changed = good.clone();
            int at = random.nextInt(good.length);
            changed[at] = (byte) (changed[at] == 'A' ? 'B' : 'A');
            try {
                assertThat(checked(changed, genesis))
                        .as("change at %s", at)
                        .isInstanceOf(CertifiedVerdict.Doubted.class);
                doubted++;
            } catch (UnreadableFile noProof) {
                assertThat(noProof.wrong()).contains("is no certified proof");
            }
        }
        assertThat(doubted).isGreaterThan(200);
    }

    private void assertTheCommandsSayTheSame(InProcessCluster cluster, String id) throws Exception {
        String file = folder.resolve("fetched.json").toString();
        String genesis = cluster.folder().resolve("genesis.json").toString();
        String other = otherGenesis().path().toString();
        String url = cluster.url("validator-3").toString();

        assertThat(RootCommand.run("proof", id, "--url", url, "--out", file)).isZero();
        assertThat(RootCommand.run("proof", id, "--url", url, "--out", file))
                .as("not overwritten")
                .isEqualTo(1);
        assertThat(RootCommand.run("proof", "0".repeat(64), "--url", url))
                .as("not known")
                .isEqualTo(1);
        assertThat(RootCommand.run("proof", "7", "--url", url)).isEqualTo(2);
        assertThat(RootCommand.run("verify", file, "--genesis", genesis)).isZero();
        assertThat(RootCommand.run("verify", file, "--genesis", other)).isEqualTo(1);
        assertThat(RootCommand.run("verify", file, "--genesis", file))
                .as("no genesis")
                .isEqualTo(3);
        assertThat(RootCommand.run("verify", genesis, "--genesis", genesis))
                .as("no proof")
                .isEqualTo(1);
        assertThat(RootCommand.run("verify", file + ".none", "--genesis", genesis))
                .isEqualTo(1);
        assertThat(((CertifiedVerdict.Doubted) ProofFile.read(Path.of(file)).check(otherGenesis())).doubt())
                .isEqualTo(Doubt.CERTIFICATE_OF_ANOTHER_NETWORK);
    }

    @Test
    void aTransactionHasNoProofUntilItsBlockIsCertified() throws Exception {
        try (InProcessCluster cluster = started(5);
                LedgerClient client = LedgerClient.of(cluster.url("validator-1"))) {
            TestMarket market = new TestMarket(cluster.folder());
            market.opening().forEach(envelope -> client.submit(envelope, PATIENCE));
            awaitCertified(
                    cluster, cluster.node("validator-1").gateway().cluster().appliedHeight());
            cluster.stop("validator-4");
            cluster.stop("validator-5");
            cluster.awaitLeader();
            ReceiptJson receipt = client.submit(market.transfers(1).getFirst(), PATIENCE);

            assertThatThrownBy(() -> client.proof(receipt.transactionId()))
                    .isInstanceOfSatisfying(ProblemResponse.class, problem -> {
                        assertThat(problem.status()).isEqualTo(409);
                        assertThat(problem.document().name()).isEqualTo("TRANSACTION_NOT_CERTIFIED");
                    });

            cluster.start("validator-4");
            awaitCertified(cluster, receipt.height());
            assertThat(checked(JsonText.write(client.proof(receipt.transactionId())), genesis("cluster")))
                    .isInstanceOf(CertifiedVerdict.Proved.class);
            assertThat(cluster.faults()).isEmpty();
        }
    }

    @Test
    void anUnknownTransactionHasNoProof() throws Exception {
        try (InProcessCluster cluster = started(1)) {
            assertThat(cluster.node("validator-1").gateway().proof(new TransactionId(Hash.of(new byte[Hash.BYTES]))))
                    .isEqualTo(new ProofAnswer.NotKnown());
        }
    }

    private CertifiedVerdict checked(byte[] proof, GenesisFile genesis) throws Exception {
        Path file = folder.resolve("proof.json");
        Files.writeString(file, new String(proof, StandardCharsets.UTF_8));
        return ProofFile.read(file).check(genesis);
    }

    private GenesisFile genesis(String network) {
        return GenesisFile.read(folder.resolve(network).resolve("genesis.json"));
    }

    private GenesisFile otherGenesis() {
        if (!Files.exists(folder.resolve("other"))) {
            NewNetwork.found(
                    new ClusterRequest(4, folder.resolve("other"), "test network", 0, 0, List.of(), Instant.now()));
        }
        return genesis("other");
    }

    private InProcessCluster started(int validators) throws Exception {
        InProcessCluster cluster = new InProcessCluster(folder.resolve("cluster"), validators);
        for (int number = 1; number <= validators; number++) {
            cluster.start("validator-" + number);
        }
        cluster.awaitLeader();
        return cluster;
    }

    private static void awaitCertified(InProcessCluster cluster, long height) {
        Eventually.holds(
                "certified up to " + height + " everywhere",
                PATIENCE,
                () -> cluster.running().values().stream()
                        .allMatch(node -> node.gateway().certifiedHeight() >= height));
    }
}
