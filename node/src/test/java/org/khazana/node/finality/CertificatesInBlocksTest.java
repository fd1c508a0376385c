package org.khazana.node.finality;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Embedding;
import org.khazana.ledger.finality.EvidenceCodec;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.validator.SigningKeys;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.node.transport.FinalityPeers;
import org.khazana.node.transport.SparingLog;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.storage.signing.SigningRecordFile;
import org.khazana.storage.state.LedgerStore;
import org.slf4j.LoggerFactory;

/** One validator of four that no peer reaches: what it learns from the blocks alone. */
final class CertificatesInBlocksTest {
    private static final ValidatorSet SET = Signers.set(4);
    private static final String PROPOSER = "validator-2";

    @TempDir
    private Path folder;

    private final Logger logger = (Logger) LoggerFactory.getLogger(SparingLog.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final List<Certificate> kept = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final AtomicInteger verified = new AtomicInteger();
    private LedgerStore store;
    private SigningRecordFile record;
    private FinalityDesk desk;

    @BeforeEach
    void open() throws Exception {
        SigningRecordFile.create(folder.resolve("signed"));
        record = SigningRecordFile.open(folder.resolve("signed"));
        store = LedgerStore.open(folder.resolve("state"));
        store.found(BlockResults.CHAIN, Tables.appoint(SET));
        desk = Finality.open(
                new Finality.Own(
                        BlockResults.CHAIN, new MemberId("validator-1", 1), Signers.signer(1), record, store, 0),
                new Finality.Sight(() -> SigningKeys.none().with(SET), height -> Optional.empty(), () -> 1),
                (key, message, signature) -> {
                    verified.incrementAndGet();
                    return Ed25519.verifier().isValid(key, message, signature);
                },
                new FinalityPeers() {
                    @Override
                    public void tellAll(byte[] message) {}

                    @Override
                    public void tell(MemberId peer, byte[] message) {}
                },
                kept::add,
                Runnable::run,
                (sentence, cause) -> faults.add(sentence));
        said.start();
        logger.addAppender(said);
    }

    @AfterEach
    void close() {
        logger.detachAppender(said);
        store.close();
        record.close();
    }

    /** Executes the next block, which carries that. */
    private Head execute(Optional<Certificate> certificate) {
        long height = store.appliedHeight() + 1;
        Block block = BlockAssembly.assemble(
                new BlockOrigin(
                        BlockResults.CHAIN,
                        height,
                        1,
                        PROPOSER,
                        0,
                        BlockResults.blockHash(height - 1),
                        Signers.hash("who takes part"),
                        certificate.map(Embedding::of)),
                List.of());
        Head head = store.apply(BlockResults.of(height, List.of(), NetChanges.NONE));
        desk.executed(block, head, SET);
        return head;
    }

    private Head execute() {
        return execute(Optional.empty());
    }

    private static Certificate certificate(Head head, int... signers) {
        List<HeadSignature> signatures = IntStream.of(signers)
                .mapToObj(signer -> Signers.signer(signer).sign(head).signature())
                .sorted(Comparator.comparing(HeadSignature::key))
                .toList();
        return new Certificate(head, signatures);
    }

    private static Head forged(Head head) {
        return new Head(
                head.chainId(),
                head.epoch(),
                head.height(),
                head.blockHash(),
                Signers.hash("another state"),
                head.receiptsRoot(),
                head.previous());
    }

    @Test
    void aCertificateThatIsRightIsKept() {
        Certificate certificate = certificate(execute(), 2, 3, 4);

        execute(Optional.of(certificate));

        assertThat(kept).containsExactly(certificate);
        assertThat(store.certificateFrom(1)).contains(certificate);
        assertThat(said.list).isEmpty();
    }

    @Test
    void whoeverPutsAWrongOneIntoABlockIsNamedAndTheNodeGoesOn() {
        Head head = execute();

        execute(Optional.of(certificate(head, 2, 3)));

        assertThat(kept).isEmpty();
        assertThat(faults).isEmpty();
        assertThat(said.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .startsWith("validator-2 has put a certificate into block 2 of block 1 that proves nothing"));
        execute(Optional.of(certificate(head, 2, 3, 4)));
        assertThat(kept).hasSize(1);
    }

    @Test
    void nothingIsVerifiedOfACertificateThatIsKnownAlready() {
        Head head = execute();
        execute(Optional.of(certificate(head, 2, 3, 4)));
        int before = verified.get();
        execute();
        int forABlock = verified.get() - before;

        execute(Optional.of(certificate(head, 2, 3)));

        assertThat(verified.get() - before).isEqualTo(2 * forABlock);
        assertThat(said.list).isEmpty();
    }

    @Test
    void aCertificateOfAnotherOutcomeStopsTheNodeAndIsKept() {
        Certificate theirs = certificate(forged(execute()), 2, 3, 4);

        execute(Optional.of(theirs));

        assertThat(faults).singleElement().asString().contains("another outcome of block 1");
        assertThat(store.evidence()).containsExactly(HeadCodec.encode(theirs));
    }

    /** Otherwise enough liars could stop everybody whom they have certified before. */
    @Test
    void aCertificateOfAnotherOutcomeThanIsCertifiedConvictsThoseWhoSignedBoth() throws Exception {
        Head head = execute();
        execute(Optional.of(certificate(head, 2, 3, 4)));
        desk.received(
                new MemberId("validator-2", 2),
                new FinalityMessage.Signed(
                                List.of(
                                        Signers.signer(2).sign(head),
                                        Signers.signer(3).sign(head)),
                                false)
                        .toBytes());

        execute(Optional.of(certificate(forged(head), 2, 3, 4)));

        assertThat(faults).isEmpty();
        assertThat(store.certificateFrom(1).orElseThrow().head()).isEqualTo(head);
        assertThat(store.evidence()).hasSize(2);
        for (byte[] evidence : store.evidence()) {
            assertThat(EvidenceCodec.decodeEvidence(evidence).key())
                    .isIn(Signers.signer(2).key(), Signers.signer(3).key());
        }
        assertThat(said.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.startsWith("validator-2 has put a certificate into block 3 of another outcome"));
    }
}
