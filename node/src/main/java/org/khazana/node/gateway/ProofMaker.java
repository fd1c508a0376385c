package org.khazana.node.gateway;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.khazana.api.port.AsOf;
import org.khazana.api.port.BalanceAnswer;
import org.khazana.api.port.ProofAnswer;
import org.khazana.api.port.RegisterAnswer;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.proof.BalanceProof;
import org.khazana.ledger.proof.CertifiedSettlementProof;
import org.khazana.ledger.proof.ReceiptTree;
import org.khazana.ledger.proof.RegisterStatement;
import org.khazana.ledger.proof.SettlementProof;
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.StateGroupProof;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.transaction.EnvelopeLimits;
import org.khazana.storage.state.GroupTooLarge;
import org.khazana.storage.state.LedgerStore;

/** Puts together what proves a receipt, a position or a register: the block from the log, the rest from the state. Any thread. */
final class ProofMaker {
    private final LedgerStore store;
    private final TestimonyMaker testimonies;
    private final LongFunction<Optional<Block>> blocks;

    /** @param blocks the block of a height, if it was executed here and is still kept */
    ProofMaker(LedgerStore store, LongFunction<Optional<Block>> blocks) {
        this.store = store;
        this.testimonies = new TestimonyMaker(store);
        this.blocks = blocks;
    }

    /** @param receipt of a transaction that was executed, here or before the state was taken over */
    ProofAnswer of(Receipt receipt) {
        return of(receipt, testimonies.walk());
    }

    /** The same with these steps, for proofs that share them. */
    ProofAnswer of(Receipt receipt, TestimonyMaker.Walk walk) {
        long height = receipt.height();
        // What is forgotten never comes back, so it is told first: to wait for a certificate would be in vain.
        Optional<Block> block = blocks.apply(height);
        Optional<ReceiptTree> receipts = store.receipts(height);
        if (block.isEmpty() || receipts.isEmpty()) {
            return new ProofAnswer.NotKept(height);
        }
        return switch (testimonies.of(height, walk)) {
            case TestimonyMaker.Outcome.Made(Testimony testimony) ->
                block.get().envelopes().get(receipt.position()).length > EnvelopeLimits.ENVELOPE_BYTES_MAX
                        ? new ProofAnswer.NotProvable("its envelope is longer than any that is carried out")
                        : new ProofAnswer.Proof(new CertifiedSettlementProof(
                                SettlementProof.of(block.get(), receipt.position(), receipt, receipts.get()),
                                testimony));
            case TestimonyMaker.Outcome.NotCertified(String why) ->
                new ProofAnswer.NotCertified("it stands in block " + height + ", and " + why);
            case TestimonyMaker.Outcome.HeadNotKept(long missing) -> new ProofAnswer.NotKept(missing);
            case TestimonyMaker.Outcome.Impossible(String why) -> new ProofAnswer.NotProvable(why);
        };
    }

    /**
     * Proves what an account held of an asset after a block, or that it held none.
     *
     * @param wanted height of the block; empty for the newest that is certified
     */
    BalanceAnswer of(AccountId account, AssetCode asset, OptionalLong wanted) {
        long height = wanted.orElseGet(store::certifiedHeight);
        long newest = store.appliedHeight();
        if (height > newest) {
            return new BalanceAnswer.NotExecuted(newest);
        }
        Optional<StateProof> position = store.recordAt(height, Tables.POSITIONS, new PositionKey(account, asset));
        if (position.isEmpty()) {
            return notKept(height);
        }
        return switch (testimonies.of(height)) {
            case TestimonyMaker.Outcome.Made(Testimony testimony) ->
                new BalanceAnswer.Proof(new BalanceProof(account, asset, position.get(), testimony));
            case TestimonyMaker.Outcome.NotCertified(String why) -> new BalanceAnswer.NotCertified(why);
            case TestimonyMaker.Outcome.HeadNotKept(long missing) -> notKept(missing);
            case TestimonyMaker.Outcome.Impossible(String why) -> new BalanceAnswer.NotProvable(why);
        };
    }

    /** Proves who held how much of an asset, nobody left out. */
    RegisterAnswer of(AssetCode asset, AsOf asOf) {
        return switch (asOf) {
            case AsOf.Newest newest -> register(asset, store.certifiedHeight());
            case AsOf.Height(long height) -> register(asset, height);
            case AsOf.EndOf(long date) -> {
                OptionalLong last = store.lastBlockOf(date);
                yield last.isPresent() ? register(asset, last.getAsLong()) : noEnd(date);
            }
        };
    }

    private RegisterAnswer noEnd(long date) {
        Optional<Integer> today = store.read(state -> state.businessTime().day());
        return today.filter(day -> date < day).isPresent()
                ? new RegisterAnswer.NotKept(
                        "this node does not keep what the state was at the end of " + LocalDate.ofEpochDay(date))
                : new RegisterAnswer.NotYet("the business date " + LocalDate.ofEpochDay(date) + " is not over");
    }

    private RegisterAnswer register(AssetCode asset, long height) {
        long newest = store.appliedHeight();
        if (height > newest) {
            return new RegisterAnswer.NotExecuted(newest);
        }
        Optional<StateProof> record = store.recordAt(height, Tables.ASSETS, asset);
        if (record.isPresent() && !(record.get().claim() instanceof StateProof.Present)) {
            return new RegisterAnswer.AssetNotKnown();
        }
        return switch (testimonies.of(height)) {
            case TestimonyMaker.Outcome.Made(Testimony testimony) -> register(asset, height, record, testimony);
            case TestimonyMaker.Outcome.NotCertified(String why) -> new RegisterAnswer.NotYet(why);
            case TestimonyMaker.Outcome.HeadNotKept(long missing) -> registerNotKept(missing);
            case TestimonyMaker.Outcome.Impossible(String why) -> new RegisterAnswer.NotProvable(why);
        };
    }

    private RegisterAnswer register(AssetCode asset, long height, Optional<StateProof> record, Testimony testimony) {
        try {
            Optional<StateGroupProof> positions = store.groupAt(height, RegisterStatement.group(asset));
            return record.isPresent() && positions.isPresent()
                    ? new RegisterAnswer.Proof(new RegisterStatement(asset, record.get(), positions.get(), testimony))
                    : registerNotKept(height);
        } catch (GroupTooLarge tooLarge) {
            return new RegisterAnswer.NotProvable("more accounts hold " + asset + " than one proof can show");
        }
    }

    private static RegisterAnswer registerNotKept(long height) {
        return new RegisterAnswer.NotKept("this node does not keep what the state was after block " + height);
    }

    private static BalanceAnswer notKept(long height) {
        return new BalanceAnswer.NotKept("this node does not keep what the state was after block " + height
                + "; leave the height out for the newest block that is certified");
    }
}
