package org.khazana.node.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.client.LedgerClient;
import org.khazana.config.file.GenesisFile;
import org.khazana.config.file.KeyFiles;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryOrigin;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Embedding;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.table.TableWrites;
import org.khazana.node.Eventually;
import org.khazana.node.apply.BlockFactory;
import org.khazana.node.assembly.Chain;
import org.khazana.node.assembly.InProcessCluster;
import org.khazana.node.command.RootCommand;
import org.khazana.node.finality.HeadSigner;
import org.khazana.node.load.TestMarket;
import org.khazana.storage.DataFolderProblem;
import org.khazana.storage.blocklog.LogSettings;
import org.khazana.storage.blocklog.SegmentedBlockLog;
import org.khazana.storage.rocksdb.RocksStore;
import org.khazana.storage.schema.StoreTables;
import org.khazana.storage.schema.StoredHeads;

/** A data folder is executed again from the genesis on, and whatever was changed in it is found. */
final class DataAuditTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long TRANSACTIONS = 6;

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    /** What is found in it before anything is changed. */
    private static AuditReport whole;

    /** One validator, whose signature is a certificate. */
    @BeforeAll
    static void aValidatorThatHasWorked() throws Exception {
        try (InProcessCluster cluster = new InProcessCluster(made.resolve("cluster"), 1)) {
            cluster.start("validator-1");
            cluster.awaitLeader();
            TestMarket market = new TestMarket(cluster.folder());
            try (LedgerClient client = LedgerClient.of(cluster.url("validator-1"))) {
                market.opening().forEach(envelope -> client.submit(envelope, PATIENCE));
                awaitCertificate(cluster); // the next block carries it
                market.transfers((int) TRANSACTIONS - 2).forEach(envelope -> client.submit(envelope, PATIENCE));
            }
            awaitCertificate(cluster);
        }
        whole = audit(made.resolve("cluster/validator-1/data"), made);
    }

    private static void awaitCertificate(InProcessCluster cluster) {
        long height = cluster.node("validator-1").gateway().cluster().appliedHeight();
        Eventually.holds(
                "everything is certified",
                PATIENCE,
                () -> cluster.node("validator-1").gateway().certifiedHeight() >= height);
    }

    private static GenesisFile genesis() {
        return GenesisFile.read(made.resolve("cluster/genesis.json"));
    }

    private Path copied() throws IOException {
        Path from = made.resolve("cluster/validator-1/data");
        Path to = folder.resolve("data");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private AuditReport audit(Path data) throws Exception {
        return audit(data, folder);
    }

    private static AuditReport audit(Path data, Path work) throws Exception {
        return new DataAudit(genesis(), Files.createTempDirectory(work, "work"), Runnable::run).check(data);
    }

    private void assertDoubted(Path data, AuditDoubt doubt) {
        assertThatThrownBy(() -> audit(data))
                .isInstanceOfSatisfying(
                        AuditDoubted.class,
                        doubted -> assertThat(doubted.doubt())
                                .as(doubted.getMessage())
                                .isEqualTo(doubt));
    }

    /** Lets {@code change} write to the state as if a node had done so. */
    private static void change(Path data, Consumer<TableWrites> change) {
        RocksStore rocks = RocksStore.open(data.resolve("state"), StoreTables.all());
        rocks.write(change);
        rocks.flush();
        rocks.close();
    }

    @Test
    void aFolderThatFitsIsSaidToFitInPlainWords() {
        assertThat(whole.transactions() - whole.refused())
                .as("a client that is in doubt sends the same again, which is refused")
                .isEqualTo(TRANSACTIONS);
        assertThat(whole.newest().orElseThrow().certificate().head()).isEqualTo(whole.last());
        assertThat(whole.words())
                .anyMatch(line -> line.contains(" 6 were carried out"))
                .anyMatch(line -> line.contains("validator-1, of"));
    }

    @Test
    void nothingInTheFolderChanges() throws Exception {
        Path data = copied();
        List<String> before = contents(data);

        audit(data);

        assertThat(contents(data)).isEqualTo(before);
    }

    private static List<String> contents(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock") && !file.endsWith("LOCK"))
                    .sorted()
                    .map(file -> file + " " + Arrays.hashCode(bytes(file)))
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new AssertionError(file.toString(), failed);
        }
    }

    @Test
    void theCommandSaysTheSameByItsExitCode() throws Exception {
        String data = copied().toString();
        String genesis = made.resolve("cluster/genesis.json").toString();

        assertThat(RootCommand.run("verify", "--data", data, "--genesis", genesis))
                .isZero();
        assertThat(RootCommand.run("verify", "--data", data, "--genesis", genesis, "--epoch", "1"))
                .as("other validators are known to have been appointed")
                .isEqualTo(1);
        assertThat(RootCommand.run("verify", "--data", folder.toString(), "--genesis", genesis))
                .as("no data folder")
                .isEqualTo(4);
        assertThat(RootCommand.run("verify", "--genesis", genesis))
                .as("nothing to check")
                .isEqualTo(2);
        change(Path.of(data), writes -> writes.apply(new Position(new AccountId(9999), new AssetCode("PKR"), 1).set()));
        assertThat(RootCommand.run("verify", "--data", data, "--genesis", genesis))
                .isEqualTo(1);
    }

    @Test
    void aBalanceThatWasChangedInTheDatabaseIsFound() throws Exception {
        Path data = copied();
        change(data, writes -> writes.apply(new Position(new AccountId(9999), new AssetCode("PKR"), 1).set()));

        assertDoubted(data, AuditDoubt.STATE_DIFFERENT);
    }

    @Test
    void aHeadThatTheBlocksDoNotComeToIsFound() throws Exception {
        Path data = copied();
        Head last = whole.last();
        change(data, writes -> StoredHeads.write(lie(last), writes));

        assertDoubted(data, AuditDoubt.HEAD_DIFFERENT);
    }

    @Test
    void aCertificateOfAnotherHeadIsFoundThoughItIsSignedByEnough() throws Exception {
        Path data = copied();
        Head last = whole.last();
        byte[] key = signingKey();
        change(data, writes -> StoredHeads.write(certificate(lie(last), key), writes));

        assertDoubted(data, AuditDoubt.CERTIFICATE_OF_ANOTHER_HEAD);
    }

    @Test
    void aCertificateUnderAnotherKeyIsFound() throws Exception {
        Path data = copied();
        Head last = whole.last();
        change(data, writes -> StoredHeads.write(certificate(last, new byte[32]), writes));

        assertDoubted(data, AuditDoubt.CERTIFICATE_WRONG);
    }

    @Test
    void blocksWithoutAStateShowHowFarTheyAreCertified() throws Exception {
        Path data = copied();
        delete(data.resolve("state"));

        AuditReport report = audit(data);

        assertThat(whole.hasState()).isTrue();
        assertThat(report.hasState()).isFalse();
        assertThat(report.last()).isEqualTo(whole.last());
        assertThat(report.kept().count()).isZero();
        assertThat(report.carried().count())
                .isPositive()
                .isEqualTo(whole.carried().count());
        assertThat(report.newest()).isPresent().isEqualTo(whole.carried().newest());
        assertThat(report.words()).anyMatch(line -> line.contains("no state in the folder"));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aCertificateInABlockThatProvesNothingIsFoundAndItsLeaderNamed() throws Exception {
        Path data = copied();
        Head last = whole.last();
        append(data, certificate(last, new byte[32]));

        assertThatThrownBy(() -> audit(data))
                .isInstanceOfSatisfying(
                        AuditDoubted.class,
                        doubted -> assertThat(doubted.doubt()).isEqualTo(AuditDoubt.EMBEDDED_CERTIFICATE_WRONG))
                .hasMessageContaining("which validator-1 has made");
    }

    @Test
    void aCertificateOfAnotherHeadInABlockIsFoundThoughItIsSignedByEnough() throws Exception {
        Path data = copied();
        Head last = whole.last();
        append(data, certificate(lie(last), signingKey()));

        assertDoubted(data, AuditDoubt.CERTIFICATE_OF_ANOTHER_HEAD);
    }

    @Test
    void theRightCertificateOfTheLastBlockInTheNextOneIsTheNewest() throws Exception {
        Path data = copied();
        Head last = whole.last();
        append(data, certificate(last, signingKey()));

        AuditReport report = audit(data);

        assertThat(report.newest().orElseThrow().certificate().head()).isEqualTo(last);
        assertThat(report.last().height()).isEqualTo(last.height() + 1);
    }

    /** One more block, by the validator itself, that carries this; the state, which does not know of it, goes. */
    private static void append(Path data, Certificate carried) throws Exception {
        delete(data.resolve("state"));
        Chain chain = Chain.of(genesis());
        HeadSigner signer = new HeadSigner(signingKey());
        try (SegmentedBlockLog log =
                SegmentedBlockLog.open(data.resolve("log"), chain.logOrigin(), LogSettings.PRODUCTION)) {
            LogEntry before = log.read(log.last().index(), log.last().index(), Long.MAX_VALUE)
                    .getFirst();
            MemberId only = chain.founding().members().iterator().next();
            log.append(List.of(new BlockFactory(
                            chain.id(), signer::sign, (term, height) -> Optional.of(Embedding.of(carried)))
                    .create(
                            new EntryOrigin(
                                    new EntryId(before.term(), before.index() + 1),
                                    before.metadata(),
                                    before.timeMillis() + 1,
                                    only,
                                    chain.founding()),
                            EntryContent.NOTHING)));
            log.sync();
        }
    }

    private static byte[] signingKey() throws Exception {
        return KeyFiles.readPrivate(made.resolve("cluster/validator-1/signing-key.pem"));
    }

    @Test
    void aBlockLogThatIsNotThereOrDamagedIsFound() throws Exception {
        Path data = copied();
        Path segment = firstSegment(data);
        byte[] bytes = Files.readAllBytes(segment);
        bytes[5_000] ^= 1;
        Files.write(segment, bytes);

        assertDoubted(data, AuditDoubt.LOG_DAMAGED);
    }

    private static Path firstSegment(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("log"))) {
            return files.filter(file -> file.toString().contains("segment"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aFolderOfAnotherNetworkOrNoneAtAllIsRefused() throws Exception {
        new InProcessCluster(folder.resolve("other"), 1).close();

        assertThatThrownBy(() -> audit(folder.resolve("other/validator-1/data")))
                .isInstanceOf(DataFolderProblem.class)
                .hasMessageContaining("belongs to the network");
        assertThatThrownBy(() -> audit(folder)).isInstanceOf(DataFolderProblem.class);
    }

    private static Certificate certificate(Head head, byte[] privateKey) {
        return new Certificate(
                head,
                List.of(HeadSignature.of(
                        Ed25519.publicKeyOf(privateKey), Ed25519.sign(privateKey, head.signingBytes()))));
    }

    private static Head lie(Head truth) {
        return new Head(
                truth.chainId(),
                truth.epoch(),
                truth.height(),
                truth.blockHash(),
                Hash.ZEROS,
                truth.receiptsRoot(),
                truth.previous());
    }
}
