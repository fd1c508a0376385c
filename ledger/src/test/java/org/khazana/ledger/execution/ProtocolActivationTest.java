package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.InvariantBroken;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.operation.ActivateProtocol;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.Protocol;

/** Another version of the protocol holds from just that block on for which it was decided. */
class ProtocolActivationTest {
    private static final int UPCOMING = Protocol.KNOWN + 1;
    /** As soon as it may be when it is decided in the first block. */
    private static final long HEIGHT = 101;

    private final TestNetwork network = new TestNetwork();

    @BeforeEach
    void decide() {
        assertThat(network.submit(new ActivateProtocol(UPCOMING, HEIGHT), MINISTRY, CENTRAL_BANK)
                        .isAccepted())
                .isTrue();
    }

    /** The first transaction there asks for the version after the upcoming one, which is refused until that one holds. */
    private BlockResult executed(int newestKnown, long height) {
        byte[] more = network.signed(new ActivateProtocol(UPCOMING + 1, HEIGHT + 500), MINISTRY, CENTRAL_BANK);
        Block block = BlockAssembly.assemble(
                new BlockOrigin(CHAIN, height, 1, "validator-1", network.nowMillis(), CHAIN.hash(), CHAIN.hash()),
                List.of(more));
        return new BlockExecutor(CHAIN, Ed25519.verifier(), EnvelopeMemory.NONE, Invariants::prove, newestKnown)
                .execute(block, network.state());
    }

    private static List<RefusalCode> codes(BlockResult result) {
        return result.receipts().getFirst().refusals().stream()
                .map(Refusal::code)
                .toList();
    }

    @Test
    void aReleaseThatDoesNotKnowItExecutesTheLastBlockBefore() {
        assertThat(codes(executed(Protocol.KNOWN, HEIGHT - 1)))
                .containsExactly(RefusalCode.PROTOCOL_PENDING, RefusalCode.PROTOCOL_VERSION_INVALID);
    }

    @Test
    void aReleaseThatDoesNotKnowItStopsBeforeItsFirstBlockAndStaysThere() {
        for (long height : List.of(HEIGHT, HEIGHT + 1, HEIGHT + 1_000)) {
            assertThatThrownBy(() -> executed(Protocol.KNOWN, height))
                    .isInstanceOf(InvariantBroken.class)
                    .hasMessageContaining("block " + height + " is made by version " + UPCOMING
                            + " of the protocol, which this release does not know");
        }
    }

    @Test
    void whatIsReleasedKnowsNoMoreThanItSays() {
        Block block = BlockAssembly.assemble(
                new BlockOrigin(CHAIN, HEIGHT, 1, "validator-1", network.nowMillis(), CHAIN.hash(), CHAIN.hash()),
                List.of());

        assertThatThrownBy(() -> new BlockExecutor(CHAIN, Ed25519.verifier()).execute(block, network.state()))
                .hasMessageContaining("does not know");
    }

    @Test
    void inAReleaseThatKnowsItItHoldsFromItsFirstBlockOn() {
        assertThat(codes(executed(UPCOMING, HEIGHT - 1)))
                .containsExactly(RefusalCode.PROTOCOL_PENDING, RefusalCode.PROTOCOL_VERSION_INVALID);
        assertThat(codes(executed(UPCOMING, HEIGHT))).isEmpty();
    }
}
