package org.khazana.ledger.proof;

import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.execution.TestNetwork.PKR;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.receipt.Receipt;

/** A block, the receipts of its transactions, and all that proves them. */
record ProvenBlock(Block block, List<Receipt> receipts, ReceiptTree tree) {
    static final int SALE = 0;
    static final int NO_TRANSACTION = 1;
    static final int TRANSFER = 2;
    static final int SALE_AGAIN = 3;
    static final int NO_TRANSACTION_AGAIN = 4;

    /** The sale of bills against money, what is no transaction, a transfer of too many bills, and the first two once more. */
    static ProvenBlock ofASale() {
        TestNetwork network = new TestNetwork();
        network.submit(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK);
        network.submit(TestNetwork.deposit(5001, 90_000_000, "RTGS-1"), CENTRAL_BANK);
        network.submit(TestNetwork.issue(3001, 500), MINISTRY, CENTRAL_BANK);
        byte[] sale = network.signed(
                new SettleNow(
                        List.of(TestNetwork.leg(3001, 5001, BILL, 100), TestNetwork.leg(5001, 3001, PKR, 41_000_000)),
                        Optional.of("trade 1")),
                DEALER,
                CUSTODIAN);
        byte[] transfer = network.signed(TestNetwork.transfer(5001, 7001, 3_000), CUSTODIAN);
        List<byte[]> envelopes = List.of(sale, new byte[] {1}, transfer, sale, new byte[] {1});
        return of(envelopes, network.executeBlock(envelopes).receipts());
    }

    /** The block in which the envelopes stand that have these receipts. */
    static ProvenBlock of(List<byte[]> envelopes, List<Receipt> receipts) {
        Receipt first = receipts.getFirst();
        Block block = BlockAssembly.assemble(
                new BlockOrigin(
                        CHAIN, first.height(), 1, "validator-1", first.blockTimeMillis(), CHAIN.hash(), CHAIN.hash()),
                envelopes);
        return new ProvenBlock(block, receipts, ReceiptTree.over(receipts));
    }

    SettlementProof proof(int position) {
        return SettlementProof.of(block, position, receipts.get(position), tree);
    }

    Anchor anchor() {
        return new Anchor(block.header().chainId(), block.header().height(), block.hash(), tree.root());
    }
}
