package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.ResumeSystem;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Halt;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Protocol;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Units;

/** A bug that would break what must always hold writes nothing, is seen by everybody and stops all business. */
class SelfHaltTest {
    private final TestNetwork network = new TestNetwork();

    @BeforeEach
    void tokensAtTheDealers() {
        assertThat(network.submit(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK)
                        .isAccepted())
                .isTrue();
        assertThat(network.submit(TestNetwork.issue(3001, 100), MINISTRY, CENTRAL_BANK)
                        .isAccepted())
                .isTrue();
    }

    private BlockResult executed(Consumer<Deed> invariants, byte[]... envelopes) {
        return new BlockExecutor(CHAIN, Ed25519.verifier(), EnvelopeMemory.NONE, invariants, Protocol.KNOWN)
                .execute(block(envelopes), network.state());
    }

    private Block block(byte[]... envelopes) {
        return BlockAssembly.assemble(
                new BlockOrigin(CHAIN, 3, 1, "validator-1", network.nowMillis(), CHAIN.hash(), CHAIN.hash()),
                List.of(envelopes));
    }

    /** All other tests here inject what is broken. */
    @Test
    void whatTheExecutorAsksByItselfStopsBusinessAndSaysWhichInvariantIsBroken() {
        // More were retired than there ever were, which no rule looks at.
        Asset bill = network.state().asset(BILL).orElseThrow();
        network.state().apply(Tables.ASSETS.put(bill.withUnits(new Units(100, 3, 101))));
        Block block = block(network.signed(TestNetwork.issue(3001, 10), MINISTRY, CENTRAL_BANK));
        BlockResult result = new BlockExecutor(CHAIN, Ed25519.verifier()).execute(block, network.state());

        assertThat(codes(result)).containsExactly(RefusalCode.INVARIANT_BROKEN);
        assertThat(result.alarms())
                .singleElement()
                .asString()
                .contains("block 3: invariant broken: I4: of PK0000000007 there are");
        LedgerOverlay after = new LedgerOverlay(network.state());
        result.changes().writeTo(after);
        assertThat(after.halt().map(Halt::reason)).contains("invariant I4 broken by transaction 0 of block 3");
    }

    @Test
    void whatCannotBeCountedStopsBusinessToo() {
        BlockResult result = executed(
                deed -> Math.addExact(Long.MAX_VALUE, deed.blockTimeMillis()),
                network.signed(TestNetwork.transfer(3001, 5001, 7), DEALER));

        LedgerOverlay after = new LedgerOverlay(network.state());
        result.changes().writeTo(after);
        assertThat(after.halt().map(Halt::reason)).contains("arithmetic overflow by transaction 0 of block 3");
    }

    private static void breaksOnTransfers(Deed deed) {
        Invariant.check(!(deed.operation() instanceof TransferTokens), "a transfer is a bug");
    }

    private static List<RefusalCode> codes(BlockResult result) {
        return result.receipts().stream()
                .map(receipt -> receipt.isAccepted()
                        ? null
                        : receipt.refusals().getFirst().code())
                .toList();
    }

    @Test
    void whatWouldBreakAnInvariantIsDroppedAndBusinessStops() {
        BlockResult result = executed(
                SelfHaltTest::breaksOnTransfers,
                network.signed(TestNetwork.transfer(3001, 5001, 7), DEALER),
                network.signed(TestNetwork.issue(3001, 10), MINISTRY, CENTRAL_BANK),
                network.signed(new ResumeSystem(), MINISTRY, CENTRAL_BANK),
                network.signed(TestNetwork.issue(3001, 10), MINISTRY, CENTRAL_BANK));

        assertThat(codes(result)).containsExactly(RefusalCode.INVARIANT_BROKEN, RefusalCode.SYSTEM_HALTED, null, null);
        assertThat(result.alarms())
                .singleElement()
                .asString()
                .endsWith("block 3: invariant broken: a transfer is a bug");
        LedgerOverlay after = new LedgerOverlay(network.state());
        result.changes().writeTo(after);
        assertThat(after.quantity(new AccountId(5001), BILL)).isZero();
        assertThat(after.quantity(new AccountId(3001), BILL)).isEqualTo(110);
    }

    @Test
    void theHaltSaysWhichTransactionItWas() {
        long now = network.nowMillis();
        BlockResult result = executed(
                SelfHaltTest::breaksOnTransfers,
                network.signed(TestNetwork.deposit(5001, 100, "R1"), CENTRAL_BANK),
                network.signed(TestNetwork.transfer(3001, 5001, 7), DEALER));

        LedgerOverlay after = new LedgerOverlay(network.state());
        result.changes().writeTo(after);
        assertThat(after.halt())
                .contains(new Halt(Optional.empty(), "invariant broken by transaction 1 of block 3", now));
        assertThat(after.changed(Tables.PAYMENTS)).hasSize(1);
    }

    @Test
    void aRequestThatMetABugIsDecidedForGood() {
        byte[] transfer = network.signed(TestNetwork.transfer(3001, 5001, 7), DEALER);
        executed(SelfHaltTest::breaksOnTransfers, transfer).changes().writeTo(network.state());

        assertThat(network.submit(transfer).refusals().getFirst().code()).isEqualTo(RefusalCode.DUPLICATE);
    }

    /** That would not be the same on all validators. */
    @Test
    void aDiskThatFailsIsNoBugOfTheLedger() {
        byte[] transfer = network.signed(TestNetwork.transfer(3001, 5001, 7), DEALER);

        assertThatThrownBy(() -> executed(
                        deed -> {
                            throw new UncheckedIOException(new IOException("no disk"));
                        },
                        transfer))
                .isInstanceOf(UncheckedIOException.class);
    }
}
