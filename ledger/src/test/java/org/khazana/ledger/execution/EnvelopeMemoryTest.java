package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.state.Protocol;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.wire.MalformedTransaction;
import org.khazana.ledger.wire.ReadEnvelope;
import org.khazana.ledger.wire.TransactionCodec;

/** What is remembered saves work and changes nothing else. */
class EnvelopeMemoryTest {
    /** Key and signature, a tag and a length for each, and for both together. */
    private static final int ONE_SIGNATURE_BYTES = 32 + 64 + 6;

    private final TestNetwork network = new TestNetwork();
    private final List<Operation> executed = new ArrayList<>();

    @BeforeEach
    void tokensAtTheDealers() {
        assertThat(network.submit(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK)
                        .isAccepted())
                .isTrue();
        assertThat(network.submit(TestNetwork.issue(3001, 100), MINISTRY, CENTRAL_BANK)
                        .isAccepted())
                .isTrue();
    }

    private byte[] transfer(long quantity) {
        return network.signed(TestNetwork.transfer(3001, 5001, quantity), DEALER);
    }

    private static ReadEnvelope read(byte[] envelope) {
        try {
            return ReadEnvelope.read(CHAIN, envelope);
        } catch (MalformedTransaction wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** Good ones, the same again, another form of the same, a wrong signature, and what is no transaction. */
    private List<byte[]> business() {
        byte[] first = transfer(7);
        byte[] wronglySigned = transfer(1);
        wronglySigned[wronglySigned.length - 1] ^= 1;
        int bodyEnd = first.length - ONE_SIGNATURE_BYTES;
        byte[] alsoFirst = new byte[bodyEnd + first.length]; // protobuf takes the last body
        System.arraycopy(first, 0, alsoFirst, 0, bodyEnd);
        System.arraycopy(first, 0, alsoFirst, bodyEnd, first.length);
        assertThat(read(alsoFirst).transaction().id())
                .isEqualTo(read(first).transaction().id());
        return List.of(
                first, transfer(8), first, alsoFirst, wronglySigned, new byte[] {1}, transfer(1_000), transfer(9));
    }

    private BlockResult execute(EnvelopeMemory memory, List<byte[]> envelopes) {
        executed.clear();
        Consumer<Deed> invariants = deed -> {
            executed.add(deed.operation());
            Invariants.prove(deed);
        };
        Block block = BlockAssembly.assemble(
                new BlockOrigin(CHAIN, 3, 1, "validator-1", network.nowMillis(), CHAIN.hash(), CHAIN.hash()),
                envelopes);
        return new BlockExecutor(CHAIN, Ed25519.verifier(), memory, invariants, Protocol.KNOWN)
                .execute(block, network.state());
    }

    private static void assertSame(BlockResult result, BlockResult expected) {
        assertThat(result.blockHash()).isEqualTo(expected.blockHash());
        assertThat(result.receipts()).isEqualTo(expected.receipts());
        assertThat(result.alarms()).isEqualTo(expected.alarms());
        assertThat(result.changes()).usingRecursiveComparison().isEqualTo(expected.changes());
    }

    private static Optional<ReadEnvelope> readIfSound(ChainId chain, byte[] envelope) {
        try {
            return Optional.of(ReadEnvelope.read(chain, envelope));
        } catch (MalformedTransaction wrong) {
            return Optional.empty();
        }
    }

    @Test
    void aBlockComesToTheSameWhetherOrNotItsTransactionsWereReadBefore() {
        List<byte[]> business = business();
        BlockResult byItself = execute(EnvelopeMemory.NONE, business);

        BlockResult remembered = execute(envelope -> readIfSound(CHAIN, envelope), business);

        assertThat(byItself.receipts()).extracting(Receipt::isAccepted).contains(true, false);
        assertSame(remembered, byItself);
    }

    @Test
    void whatWasReadIsNotReadAgain() {
        byte[] envelope = transfer(7);
        ReadEnvelope read = read(envelope);

        execute(asked -> Optional.of(read), List.of(envelope));

        assertThat(executed).singleElement().isSameAs(read.transaction().body().operation());
    }

    @Test
    void aMemoryThatAnswersWithSomethingElseChangesNothing() {
        List<byte[]> business = business();
        ReadEnvelope other = read(transfer(50));
        BlockResult byItself = execute(EnvelopeMemory.NONE, business);

        BlockResult misled = execute(envelope -> Optional.of(other), business);

        assertSame(misled, byItself);
    }

    @Test
    void whatWasReadForAnotherChainIsNotTakenForThisOne() throws MalformedTransaction {
        ChainId other = new ChainId(Domain.GENESIS.hash(new byte[] {2}));
        byte[] body = TransactionCodec.encodeBody(new TransactionBody(
                other,
                new RequestId(1, 1),
                TestNetwork.id(DEALER),
                0,
                network.nowMillis() + 1_000,
                TestNetwork.transfer(3001, 5001, 7)));
        byte[] envelope = TransactionCodec.encodeEnvelope(
                body, read(transfer(1)).transaction().signatures());
        BlockResult byItself = execute(EnvelopeMemory.NONE, List.of(envelope));

        BlockResult misled = execute(asked -> readIfSound(other, asked), List.of(envelope));

        assertThat(ReadEnvelope.read(other, envelope).isOf(other, envelope)).isTrue();
        assertSame(misled, byItself);
    }

    @Test
    void bytesThatAreChangedAfterwardsAreNotThoseThatWereRead() {
        byte[] envelope = transfer(7);
        byte[] asRead = envelope.clone();
        ReadEnvelope read = read(envelope);

        envelope[envelope.length - 1] ^= 1;
        read.envelope()[0] ^= 1;

        assertThat(read.isOf(CHAIN, envelope)).isFalse();
        assertThat(read.isOf(CHAIN, asRead)).isTrue();
    }
}
