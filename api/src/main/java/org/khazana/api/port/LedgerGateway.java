package org.khazana.api.port;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.khazana.ledger.execution.DryRun;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.TransactionId;

/**
 * The way into a node. Reads speak of the state this node has executed, at the height they carry. Safe to use from
 * several threads.
 */
public interface LedgerGateway {

    ChainId chainId();

    /** Hands an envelope to the leader; completes as {@code wait} asks, or earlier with a refusal. Never fails. */
    CompletionStage<SubmissionOutcome> submit(byte[] envelope, Wait wait);

    /**
     * Tells what the envelope would come to as things stand here, and changes nothing; empty when too much is waiting. Never
     * fails.
     */
    CompletionStage<Optional<Reading<DryRun.Outcome>>> check(byte[] envelope);

    /**
     * Completes once everything that was committed anywhere when this was called is executed here, or when nobody can
     * tell; within a few seconds. Never fails.
     */
    CompletionStage<Freshness> freshness();

    TransactionStatus transaction(TransactionId id);

    /** Answers a question about the state as one block has left it. The view must not be used after the call. */
    <T> Reading<T> read(Function<LedgerView, T> question);

    /** The block, if it was executed here and is still kept. */
    Optional<BlockSummary> block(long height);

    /** Up to this height enough validators have signed what came of all blocks, as far as this node knows; 0 at first. */
    long certifiedHeight();

    /**
     * The first certificate of that height or a greater one that this node has, which vouches for that height too; empty while
     * there is none.
     */
    Optional<Certificate> certificateFrom(long height);

    /** What proves, to somebody who has nothing but the genesis, what became of a transaction. */
    ProofAnswer proof(TransactionId id);

    /**
     * What proves, to the same, how much an account held of an asset after a block, or that it held none.
     *
     * @param height of the block; empty for the newest that is certified as far as this node knows
     */
    BalanceAnswer balanceProof(AccountId account, AssetCode asset, OptionalLong height);

    /** What proves, to the same, who held how much of an asset, nobody left out. */
    RegisterAnswer registerStatement(AssetCode asset, AsOf asOf);

    /** What proves, to the same, all that happened to a token up to the newest block that is certified as far as this node knows. */
    SerialHistoryAnswer serialHistory(AssetCode asset, long serial);

    /** What proves that a validator has lied, or that this node has gone wrong, each in its bytes of {@code docs/proofs.md}. */
    List<byte[]> evidence();

    /** What this node has come to at that height; empty if it has not executed that block. */
    Optional<Head> head(long height);

    /** Blocks of this height and below are no longer kept here; 0 when all are. */
    long forgottenThrough();

    /** The last block executed here, if it is still kept: not where only the state after it was taken over. */
    Optional<BlockSummary> latestBlock();

    ClusterStatus cluster();

    NodeHealth health();

    enum Wait {
        /** Answer as soon as the leader has taken the transaction. */
        NONE,
        /** Answer with the receipt once it is committed. */
        COMMITTED,
        /** Answer with the receipt once enough validators have signed what came of it; see {@code docs/proofs.md}. */
        CERTIFIED
    }

    /** An answer and the height of the block after which it was true. */
    record Reading<T>(long height, T value) {}
}
