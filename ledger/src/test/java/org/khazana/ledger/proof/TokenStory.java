package org.khazana.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.proof.CertifiedHistory.certificate;
import static org.khazana.ledger.proof.CertifiedHistory.voters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.SerialTrace;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.validator.ValidatorSet;

/** Bills are issued and move, block after block, and all of it can be proved. The dealer's account is 3001, the clients' 5001 and 6001. */
final class TokenStory {
    static final ValidatorSet FOUNDERS = voters(0, 1, 4);

    private final TestNetwork network = new TestNetwork();
    private final CertifiedHistory history =
            new CertifiedHistory(FOUNDERS, TestNetwork.founding().toArray(Change[]::new));
    private final List<ProvenBlock> blocks = new ArrayList<>();

    TokenStory() {
        play(TestNetwork.bill(BILL), MINISTRY, CENTRAL_BANK);
    }

    CertifiedHistory history() {
        return history;
    }

    TestNetwork network() {
        return network;
    }

    /** One transaction, which is carried out, in a block. */
    void play(Operation operation, long... signers) {
        play(List.of(network.signed(operation, signers)));
    }

    void play(List<byte[]> envelopes) {
        BlockResult result = network.executeBlock(envelopes);
        assertThat(result.receipts())
                .allSatisfy(receipt -> assertThat(receipt.refusals()).isEmpty());
        ProvenBlock block = ProvenBlock.of(envelopes, result.receipts());
        blocks.add(block);
        history.play(block.block().hash(), block.tree().root(), result.changes());
    }

    void issue(long quantity) {
        play(TestNetwork.issue(3001, quantity), MINISTRY, CENTRAL_BANK);
    }

    void transfer(long from, long to, long first, long count) {
        play(List.of(transferEnvelope(from, to, first, count)));
    }

    byte[] transferEnvelope(long from, long to, long first, long count) {
        return network.signed(
                new TransferTokens(
                        BILL, new AccountId(from), new AccountId(to), count, List.of(new SerialRange(first, count))),
                from == 3001 ? DEALER : CUSTODIAN);
    }

    Lot lot(long serial) {
        return network.state().lot(BILL, serial).orElseThrow();
    }

    /** As of the newest block. */
    SerialHistoryProof proof(long serial) {
        Lot lot = lot(serial);
        PastRecords.Outcome.Whole past = (PastRecords.Outcome.Whole)
                PastRecords.gather(lot, serial, id -> Optional.of(history.proof(Tables.PASSAGES, id)));
        return new SerialHistoryProof(
                BILL,
                serial,
                lot.first(),
                history.proof(Tables.LOTS, lot.key()),
                past.passages(),
                past.history().byTransaction().stream().map(this::settled).toList(),
                testimony(blocks.size()));
    }

    private CertifiedSettlementProof settled(List<SerialTrace.Step> movements) {
        var id = movements.getFirst().passage().id();
        return settled((int) id.height(), id.position());
    }

    CertifiedSettlementProof settled(int height, int position) {
        return new CertifiedSettlementProof(blocks.get(height - 1).proof(position), testimony(height));
    }

    /** Every third block is certified, and the last one. */
    Testimony testimony(int height) {
        int certified = Math.min(blocks.size(), (height + 2) / 3 * 3);
        return new Testimony(
                List.of(), history.heads(height, certified), certificate(history.head(certified), 1, 2, 3));
    }
}
