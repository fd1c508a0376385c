package org.khazana.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.api.port.SerialHistoryAnswer;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.proof.SerialHistoryProof;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.Passage;
import org.khazana.ledger.state.PassageId;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.wire.TransactionCodec;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.storage.state.LedgerStore;

/** What a node can prove of a token follows from what is certified, and from what it keeps. */
class HistoryMakerTest {
    private static final byte[] SECRET = new byte[PublicKey.BYTES];
    private static final AssetCode BILL = new AssetCode("PK0000000007");

    @TempDir
    private Path folder;

    private final List<Block> blocks = new ArrayList<>();
    private LedgerStore store;
    private HistoryMaker histories;

    @BeforeEach
    void found() {
        store = LedgerStore.open(folder);
        store.found(BlockResults.CHAIN, List.of());
        histories = new HistoryMaker(
                store,
                new ProofMaker(
                        store,
                        height ->
                                height > blocks.size() ? Optional.empty() : Optional.of(blocks.get((int) height - 1))));
        apply(passage(1, 1, 100, Optional.empty()), lot(1, 100, 1, 1));
        certify(1);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static byte[] envelope(long height) {
        return new byte[] {(byte) (height >> 8), (byte) height};
    }

    /** A block of one transaction, of which nothing is known but what it leaves behind. */
    private void apply(Change... changes) {
        long height = blocks.size() + 1L;
        Block block = BlockAssembly.assemble(
                new BlockOrigin(
                        BlockResults.CHAIN,
                        height,
                        1,
                        "validator-1",
                        height * 1_000,
                        BlockResults.CHAIN.hash(),
                        BlockResults.CHAIN.hash()),
                List.of(envelope(height)));
        blocks.add(block);
        Receipt receipt = new Receipt(id(height), height, 0, height * 1_000, List.of(), List.of());
        store.apply(new BlockResult(
                height, block.hash(), 0, List.of(receipt), NetChanges.of(store.view(), List.of(changes)), List.of()));
    }

    private static TransactionId id(long height) {
        return TransactionCodec.idOfMalformed(envelope(height));
    }

    private void certify(long height) {
        Head head = store.head(height).orElseThrow();
        store.keep(new Certificate(
                head,
                List.of(HeadSignature.of(Ed25519.publicKeyOf(SECRET), Ed25519.sign(SECRET, head.signingBytes())))));
    }

    private static Change lot(long first, long length, long holder, long passage) {
        return new Lot(BILL, first, length, Optional.of(new AccountId(holder)), 1, 0, new PassageId(passage, 0, 0))
                .set();
    }

    private static Change passage(long height, long first, long count, Optional<Long> earlier) {
        return Tables.PASSAGES.put(new Passage(
                new PassageId(height, 0, 0),
                BILL,
                new SerialRange(first, count),
                earlier.map(before -> new AccountId(1 + height % 2)),
                Optional.of(new AccountId(2 - height % 2)),
                id(height),
                height * 1_000,
                earlier.map(before -> new Passage.Earlier(new PassageId(before, 0, 0), first)),
                Optional.empty(),
                Optional.empty()));
    }

    private SerialHistoryProof proof(long serial) {
        return ((SerialHistoryAnswer.Proof) histories.of(BILL, serial)).proof();
    }

    @Test
    void aSerialThatWasNeverGivenOutIsNotKnown() {
        assertThat(histories.of(BILL, 101)).isEqualTo(new SerialHistoryAnswer.NotKnown());
        assertThat(histories.of(new AssetCode("PKR"), 1)).isEqualTo(new SerialHistoryAnswer.NotKnown());
    }

    @Test
    void theLotIsFoundThoughItWasCutSinceTheCertifiedBlock() {
        apply(passage(2, 1, 10, Optional.of(1L)), lot(1, 10, 2, 2), lot(11, 90, 1, 1));

        assertThat(proof(50).lotFirst()).isEqualTo(1);
        assertThat(proof(5).passages()).hasSize(1);
        certify(2);
        assertThat(proof(50).lotFirst()).isEqualTo(11);
        assertThat(proof(5).passages()).hasSize(2);
        assertThat(proof(5).transactions()).hasSize(2);
    }

    @Test
    void whatIsNotCertifiedYetIsToBeAskedAgain() {
        apply(passage(2, 101, 10, Optional.empty()), lot(101, 10, 1, 2));

        assertThat(histories.of(BILL, 105)).isInstanceOf(SerialHistoryAnswer.NotCertified.class);
        certify(2);
        assertThat(proof(105).transactions()).hasSize(1);
    }

    @Test
    void aBlockThatIsForgottenIsNamed() {
        blocks.clear();

        assertThat(histories.of(BILL, 5)).isEqualTo(new SerialHistoryAnswer.BlockNotKept(1));
    }

    /** Tokens beside it came to its lot, a few at a time: their passages lead to its own. */
    @Test
    void aHistoryBeyondTheBoundIsRefused() {
        int max = SerialHistoryProof.PASSAGES_MAX;
        grow(max - 1);

        assertThat(proof(5).passages()).hasSize(max);
        assertThat(proof(5).transactions()).hasSize(1);
        grow(max);
        assertThat(histories.of(BILL, 5))
                .isInstanceOfSatisfying(
                        SerialHistoryAnswer.NotProvable.class,
                        answer -> assertThat(answer.why()).contains("more than 1000 movements"));
    }

    /** In one block, so often. */
    private void grow(int times) {
        long height = blocks.size() + 1L;
        List<Change> changes = new ArrayList<>();
        PassageId below = new PassageId(1, 0, 0);
        for (int ordinal = 0; ordinal < times; ordinal++) {
            PassageId id = new PassageId(height, 0, ordinal);
            changes.add(Tables.PASSAGES.put(new Passage(
                    id,
                    BILL,
                    new SerialRange(101 + ordinal, 1),
                    Optional.empty(),
                    Optional.of(new AccountId(1)),
                    id(height),
                    height * 1_000,
                    Optional.empty(),
                    Optional.of(below),
                    Optional.empty())));
            below = id;
        }
        changes.add(new Lot(BILL, 1, 100L + times, Optional.of(new AccountId(1)), 1, 0, below).set());
        apply(changes.toArray(Change[]::new));
        certify(height);
    }
}
