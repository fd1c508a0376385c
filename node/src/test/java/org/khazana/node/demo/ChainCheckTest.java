package org.khazana.node.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.khazana.api.json.BlockJson;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.port.BlockSummary;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.TransactionId;

class ChainCheckTest {
    private static final ChainId CHAIN = new ChainId(Hash.of(new byte[Hash.BYTES]));
    private static final byte[] ENVELOPE = {1, 2, 3};
    private static final TransactionId ID = new TransactionId(hash(7));

    private final Block first = block(1, CHAIN.hash(), List.of());
    private final Block second = block(2, first.hash(), List.of(ENVELOPE));
    private final Block third = block(3, second.hash(), List.of(ENVELOPE));

    @Test
    void aWholeChainPassesEvenWhenATransactionStandsInItTwice() {
        ChainCheck check = new ChainCheck(CHAIN, List.of(acknowledged(ENVELOPE)));

        assertThat(check.check(List.of(json(first), json(second), json(third))))
                .isEqualTo(new ChainCheck.Verdict(3, 1));
    }

    @Test
    void otherBytesThanWereSentAreFound() {
        ChainCheck check = new ChainCheck(CHAIN, List.of(acknowledged(new byte[] {1, 2, 4})));

        assertThatThrownBy(() -> check.check(List.of(json(first), json(second))))
                .isInstanceOf(DemoFailed.class)
                .hasMessageContaining("block 2 does not hold the bytes that were signed");
    }

    @Test
    void aBlockThatIsMissingOrReplacedIsFound() {
        ChainCheck check = new ChainCheck(CHAIN, List.of(acknowledged(ENVELOPE)));
        Block replaced = block(1, hash(9), List.of());

        assertThatThrownBy(() -> check.check(List.of(json(second)))).hasMessageContaining("is not where it should be");
        assertThatThrownBy(() -> check.check(List.of(json(replaced), json(second))))
                .hasMessageContaining("block 1 does not name the block before it");
    }

    @Test
    void aTransactionThatIsMissingIsFound() {
        ChainCheck check = new ChainCheck(CHAIN, List.of(acknowledged(ENVELOPE)));

        assertThatThrownBy(() -> check.check(List.of(json(first)))).hasMessageContaining("a transaction is missing");
    }

    private static Acknowledged acknowledged(byte[] envelope) {
        ReceiptJson receipt =
                new ReceiptJson(ID.toString(), 2, 0, "2026-01-01T00:00:00Z", ReceiptJson.DONE, null, List.of(), null);
        return new Acknowledged("something", envelope, receipt);
    }

    private static Block block(long height, Hash parent, List<byte[]> envelopes) {
        BlockOrigin origin = new BlockOrigin(CHAIN, height, 1, "validator-1", 1_000 * height, parent, hash(5));
        return BlockAssembly.assemble(origin, envelopes);
    }

    private static BlockJson json(Block block) {
        List<TransactionId> ids = new ArrayList<>();
        block.envelopes().forEach(envelope -> ids.add(ID));
        return BlockJson.of(new BlockSummary(block.header(), block.hash(), ids));
    }

    private static Hash hash(int number) {
        byte[] bytes = new byte[Hash.BYTES];
        bytes[0] = (byte) number;
        return Hash.of(bytes);
    }
}
