package org.khazana.node.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.khazana.api.port.ProofAnswer;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.proof.CertifiedSettlementProof;
import org.khazana.ledger.proof.ReceiptTree;
import org.khazana.ledger.proof.SettlementProof;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.transaction.EnvelopeLimits;
import org.khazana.storage.state.LedgerStore;

/** Puts together what proves a receipt: its block from the log, the rest from the state. Any thread. */
final class ProofMaker {
    private final LedgerStore store;
    private final LongFunction<Optional<Block>> blocks;

    /** @param blocks the block of a height, if it was executed here and is still kept */
    ProofMaker(LedgerStore store, LongFunction<Optional<Block>> blocks) {
        this.store = store;
        this.blocks = blocks;
    }

    /** @param receipt of a transaction that was executed, here or before the state was taken over */
    ProofAnswer of(Receipt receipt) {
        long height = receipt.height();
        // What is forgotten never comes back, so it is told first: to wait for a certificate would be in vain.
        Optional<Block> block = blocks.apply(height);
        Optional<ReceiptTree> receipts = store.receipts(height);
        if (block.isEmpty() || receipts.isEmpty()) {
            return new ProofAnswer.NotKept(height);
        }
        Optional<Certificate> certificate = store.certificateFrom(height);
        if (certificate.isEmpty()) {
            return new ProofAnswer.NotCertified(
                    "it stands in block " + height + ", of which this node knows no certificate yet");
        }
        if (block.get().envelopes().get(receipt.position()).length > EnvelopeLimits.ENVELOPE_BYTES_MAX) {
            return new ProofAnswer.NotProvable("its envelope is longer than any that is carried out");
        }
        SettlementProof settlement = SettlementProof.of(block.get(), receipt.position(), receipt, receipts.get());
        return certified(settlement, height, certificate.get());
    }

    private ProofAnswer certified(SettlementProof settlement, long height, Certificate certificate) {
        long between = certificate.head().height() - height;
        if (between > CertifiedSettlementProof.HEADS_MAX) {
            return new ProofAnswer.NotProvable("the next certificate after block " + height + " is that of block "
                    + certificate.head().height() + ", and a proof bridges at most "
                    + CertifiedSettlementProof.HEADS_MAX + " blocks; another validator may know an earlier one");
        }
        List<Head> heads = new ArrayList<>();
        for (long at = height; at < certificate.head().height(); at++) {
            Optional<Head> head = store.head(at);
            if (head.isEmpty()) {
                return new ProofAnswer.NotKept(at);
            }
            heads.add(head.get());
        }
        return new ProofAnswer.Proof(new CertifiedSettlementProof(settlement, heads, certificate));
    }
}
