package org.khazana.node.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.client.ProblemResponse;
import org.khazana.api.json.CertifiedSettlementProofJson;
import org.khazana.api.json.JsonText;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.port.BalanceAnswer;
import org.khazana.api.port.ProofAnswer;
import org.khazana.api.port.SerialHistoryAnswer;
import org.khazana.config.file.GenesisFile;
import org.khazana.config.file.UnreadableFile;
import org.khazana.config.generate.ClusterRequest;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.SetValidators;
import org.khazana.ledger.proof.CertifiedVerdict;
import org.khazana.ledger.proof.Doubt;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.node.Eventually;
import org.khazana.node.command.RootCommand;
import org.khazana.node.load.TestMarket;
import org.khazana.node.load.TestMarket.Who;
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
            assertTheRegisterIsProvedWhole(cluster);
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

    private void assertTheRegisterIsProvedWhole(InProcessCluster cluster) throws Exception {
        String statement = folder.resolve("statement.json").toString();
        String holder = folder.resolve("holder.json").toString();
        String table = folder.resolve("table.csv").toString();
        String genesis = cluster.folder().resolve("genesis.json").toString();
        String url = cluster.url("validator-2").toString();

        assertThat(RootCommand.run("statement", "--asset", TestMarket.BILL.text(), "--url", url, "--out", statement))
                .isZero();
        assertThat(RootCommand.run("verify", statement, "--genesis", genesis)).isZero();
        CertifiedVerdict.WholeRegister proved = (CertifiedVerdict.WholeRegister)
                ProofFile.read(Path.of(statement)).check(genesis("cluster"));
        assertThat(proved.register().positions()).isNotEmpty();
        assertThat(Files.readString(folder.resolve("statement.csv")))
                .isEqualTo(proved.register().csv());

        assertThat(RootCommand.run("statement", "--from", statement, "--out", table))
                .isZero();
        assertThat(Files.readString(Path.of(table))).isEqualTo(proved.register().csv());
        Position first = proved.register().positions().getFirst();
        String account = first.account().toString();
        assertThat(RootCommand.run("statement", "--from", statement, "--account", account, "--out", holder))
                .isZero();
        assertThat(RootCommand.run("verify", holder, "--genesis", genesis)).isZero();
        assertThat(((CertifiedVerdict.Balance) ProofFile.read(Path.of(holder)).check(genesis("cluster"))).position())
                .isEqualTo(first);

        assertThat(RootCommand.run("statement", "--from", statement, "--out", table))
                .as("not overwritten")
                .isEqualTo(1);
        assertThat(RootCommand.run("statement", "--from", holder, "--out", table + "2"))
                .as("no statement")
                .isEqualTo(1);
        assertThat(RootCommand.run("statement", "--asset", "PKR", "--account", "1", "--out", table + "3"))
                .isEqualTo(2);
        assertThat(RootCommand.run("statement", "--asset", "NONE", "--url", url, "--out", table + "4"))
                .isEqualTo(1);
        assertThat(RootCommand.run(
                        "statement", "--asset", "PKR", "--date", "2026-01-31", "--url", url, "--out", table + "5"))
                .as("not over")
                .isEqualTo(1);
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

    /** The fourth is given up, so that from then on two of the other three suffice, of whom the genesis says nothing. */
    @Test
    void proofsLeadThroughValidatorsThatWereAppointedLater() throws Exception {
        try (InProcessCluster cluster = started(4);
                LedgerClient client = LedgerClient.of(cluster.url("validator-2"))) {
            TestMarket market = new TestMarket(cluster.folder());
            GenesisFile genesis = genesis("cluster");
            ReceiptJson early = market.opening().stream()
                    .map(envelope -> client.submit(envelope, PATIENCE))
                    .toList()
                    .getLast();
            awaitCertified(cluster, early.height());
            byte[] outdated = JsonText.write(client.proof(early.transactionId()));
            ValidatorSet founders = cluster.node("validator-2")
                    .gateway()
                    .read(state -> state.newestValidators())
                    .value();
            List<Validator> fewer = founders.validators().stream()
                    .filter(validator -> !validator.id().equals("validator-4"))
                    .toList();
            client.submit(market.sign(new SetValidators(0, fewer), Who.MINISTRY, Who.CENTRAL_BANK), PATIENCE);
            ReceiptJson late = client.submit(market.transfers(1).getFirst(), PATIENCE);
            awaitStep(cluster);
            awaitProvable(client, late);

            CertifiedVerdict.Settlement settled = (CertifiedVerdict.Settlement)
                    checked(JsonText.write(client.proof(late.transactionId())), genesis, 1);
            assertThat(settled.vouched().certified().epoch()).isEqualTo(1);
            assertThat(settled.vouched().voterCount()).isEqualTo(3);
            assertThat(settled.words())
                    .anyMatch(line -> line.contains("validators of epoch 1, appointed step by step"));
            assertThat(doubt(checked(outdated, genesis, 1))).isEqualTo(Doubt.EPOCH_OUTDATED);
            assertThat(checked(JsonText.write(client.proof(early.transactionId())), genesis, 1))
                    .as("the same, with the steps that were made since")
                    .isInstanceOf(CertifiedVerdict.Proved.class);
            assertBalances(client, genesis, early.height(), late.height());
            assertTheCommandsProveBalances(cluster);
            assertThePastOfATokenIsProved(cluster, early, late);
            assertThat(cluster.faults()).isEmpty();
        }
    }

    private static void awaitStep(InProcessCluster cluster) {
        Eventually.holds(
                "the step to epoch 1",
                PATIENCE,
                () -> cluster.node("validator-2")
                                        .gateway()
                                        .balanceProof(new AccountId(1), TestMarket.BILL, OptionalLong.empty())
                                instanceof BalanceAnswer.Proof(var proof)
                        && proof.testimony().steps().size() == 1);
    }

    private static void awaitProvable(LedgerClient client, ReceiptJson receipt) {
        Eventually.holds("a proof of the transfer", PATIENCE, () -> {
            try {
                client.proof(receipt.transactionId());
                return true;
            } catch (ProblemResponse early) {
                return false;
            }
        });
    }

    private void assertBalances(LedgerClient client, GenesisFile genesis, long before, long after) throws Exception {
        long dealer = TestMarket.DEALER_ACCOUNT;
        assertThat(balance(client, genesis, dealer, OptionalLong.of(before)))
                .contains("After block " + before + " of network", "Account 3001 holds 1,000,000 tokens of");
        assertThat(balance(client, genesis, dealer, OptionalLong.of(after)))
                .contains("Account 3001 holds 999,999 tokens of PK0000000015, of which 0 encumbered.");
        assertThat(balance(client, genesis, dealer, OptionalLong.empty())).contains("Account 3001 holds 999,999");
        assertThat(balance(client, genesis, TestMarket.INVESTOR_ACCOUNT, OptionalLong.of(before)))
                .contains("Account 5001 holds none of PK0000000015.");
        assertThat(balance(client, genesis, 777, OptionalLong.empty())).contains("Account 777 holds none of");
        assertThatThrownBy(() -> client.balanceProof(dealer, "PK0000000015", OptionalLong.of(1_000_000)))
                .isInstanceOfSatisfying(
                        ProblemResponse.class,
                        problem -> assertThat(problem.document().name()).isEqualTo("BLOCK_NOT_KNOWN"));
    }

    private String balance(LedgerClient client, GenesisFile genesis, long account, OptionalLong height)
            throws Exception {
        byte[] file = JsonText.write(client.balanceProof(account, TestMarket.BILL.text(), height));
        return String.join("\n", ((CertifiedVerdict.Balance) checked(file, genesis, 1)).words());
    }

    private void assertTheCommandsProveBalances(InProcessCluster cluster) throws Exception {
        String file = folder.resolve("balance.json").toString();
        String genesis = cluster.folder().resolve("genesis.json").toString();
        String url = cluster.url("validator-2").toString();
        String bill = TestMarket.BILL.text();

        assertThat(RootCommand.run("proof", "--account", "5001", "--asset", bill, "--url", url, "--out", file))
                .isZero();
        assertThat(RootCommand.run("verify", file, "--genesis", genesis, "--epoch", "1"))
                .isZero();
        assertThat(RootCommand.run("verify", file, "--genesis", genesis, "--epoch", "2"))
                .isEqualTo(1);
        assertThat(RootCommand.run("verify", file, "--genesis", genesis, "--epoch", "-1"))
                .isEqualTo(2);
        assertThat(RootCommand.run("proof", "--account", "5001", "--url", url)).isEqualTo(2);
        assertThat(RootCommand.run("proof", "--account", "0", "--asset", bill, "--url", url))
                .isEqualTo(2);
        assertThat(RootCommand.run("proof", "--account", "5001", "--asset", "x", "--url", url))
                .isEqualTo(2);
        assertThat(RootCommand.run("proof", "0".repeat(64), "--account", "5001", "--asset", bill, "--url", url))
                .isEqualTo(2);
        assertThat(RootCommand.run("proof", "--account", "5001", "--asset", bill, "--height", "1000000", "--url", url))
                .isEqualTo(1);
    }

    /** Token 1 was minted under the founders, and sold under those who came after. */
    private void assertThePastOfATokenIsProved(InProcessCluster cluster, ReceiptJson mint, ReceiptJson sale)
            throws Exception {
        Path file = folder.resolve("token.json");
        String genesis = cluster.folder().resolve("genesis.json").toString();
        String url = cluster.url("validator-2").toString();
        String bill = TestMarket.BILL.text();

        assertThat(RootCommand.run("proof", "--asset", bill, "--serial", "1", "--url", url, "--out", file.toString()))
                .isZero();
        assertThat(RootCommand.run("verify", file.toString(), "--genesis", genesis, "--epoch", "1"))
                .isZero();
        CertifiedVerdict.PastOfSerial past =
                (CertifiedVerdict.PastOfSerial) ProofFile.read(file).check(genesis("cluster"), 1);
        assertThat(past.history().movements())
                .extracting(movement -> movement.passage().transaction().toString())
                .containsExactly(mint.transactionId(), sale.transactionId());
        assertThat(past.history().holder()).contains(new AccountId(TestMarket.INVESTOR_ACCOUNT));
        assertThat(past.words())
                .contains("It is held by account 5001 as of block "
                        + past.vouched().head().height() + ".");
        assertThat(RootCommand.run("verify", file.toString(), "--genesis", genesis, "--epoch", "2"))
                .isEqualTo(1);
        assertThat(cluster.node("validator-3").gateway().serialHistory(TestMarket.BILL, 1_000_000))
                .isInstanceOf(SerialHistoryAnswer.Proof.class);
        assertThat(cluster.node("validator-3").gateway().serialHistory(TestMarket.BILL, 1_000_001))
                .isEqualTo(new SerialHistoryAnswer.NotKnown());
        assertThat(RootCommand.run("proof", "--asset", bill, "--serial", "1000001", "--url", url))
                .isEqualTo(1);
        assertThat(RootCommand.run("proof", "--asset", bill, "--serial", "0", "--url", url))
                .isEqualTo(2);
        assertThat(RootCommand.run("proof", "--asset", bill, "--serial", "1", "--account", "5001", "--url", url))
                .isEqualTo(2);
        assertThat(RootCommand.run("proof", "--serial", "1", "--url", url)).isEqualTo(2);
    }

    private static Doubt doubt(CertifiedVerdict verdict) {
        return ((CertifiedVerdict.Doubted) verdict).doubt();
    }

    @Test
    void anUnknownTransactionHasNoProof() throws Exception {
        try (InProcessCluster cluster = started(1)) {
            assertThat(cluster.node("validator-1").gateway().proof(new TransactionId(Hash.of(new byte[Hash.BYTES]))))
                    .isEqualTo(new ProofAnswer.NotKnown());
        }
    }

    private CertifiedVerdict checked(byte[] proof, GenesisFile genesis) throws Exception {
        return checked(proof, genesis, 0);
    }

    private CertifiedVerdict checked(byte[] proof, GenesisFile genesis, long epoch) throws Exception {
        Path file = folder.resolve("proof.json");
        Files.writeString(file, new String(proof, StandardCharsets.UTF_8));
        return ProofFile.read(file).check(genesis, epoch);
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
