package org.khazana.node.apply;

import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.finality.SignedProposal;
import org.khazana.ledger.validator.SigningKeys;

/**
 * Whether the header of a block is signed by the validator that it names. Keys are known as far as blocks are executed here; a block
 * further on may be signed with a key that one of the blocks between has appointed. Any thread asks.
 */
public final class ProposerCheck {
    private final LongSupplier executedHeight;
    private final Supplier<SigningKeys> keys;
    private final SignatureVerifier verifier;

    /**
     * Checks against what is known here.
     *
     * @param executedHeight up to which {@code keys} are complete
     */
    public ProposerCheck(LongSupplier executedHeight, Supplier<SigningKeys> keys, SignatureVerifier verifier) {
        this.executedHeight = executedHeight;
        this.keys = keys;
        this.verifier = verifier;
    }

    /** What the check has come to. */
    public sealed interface Verdict {
        /** The signature is right under a key of the proposer. */
        record Right(SignedProposal proposal) implements Verdict {}

        /** Nobody here can say yet: the key may have been appointed in a block that is not executed here. */
        record NotYet() implements Verdict {}

        /** No proposer has signed this; a clause for the operator. */
        record Wrong(String problem) implements Verdict {}
    }

    /** Looks at one block; it costs one verification, or as many as its proposer has had keys if they do not fit. */
    public Verdict judge(Block block) {
        BlockHeader header = block.header();
        long executed = executedHeight.getAsLong(); // before the keys, which are complete up to there
        Optional<SignedProposal> signed = signed(block);
        if (signed.isPresent()) {
            return new Verdict.Right(signed.get());
        }
        if (block.signature().isEmpty()) {
            return new Verdict.Wrong("its header is not signed");
        }
        return header.height() > executed + 1
                ? new Verdict.NotYet()
                : new Verdict.Wrong("its header is not signed by " + header.proposer() + ", which it names");
    }

    /** The header with its signature and the key under which that is right; empty if there is none that is known here. */
    public Optional<SignedProposal> signed(Block block) {
        if (block.signature().isEmpty()) {
            return Optional.empty();
        }
        for (PublicKey key : keys.get().of(block.header().proposer())) {
            SignedProposal signed =
                    SignedProposal.of(block.header(), key, block.signature().get());
            if (signed.isRight(verifier)) {
                return Optional.of(signed);
            }
        }
        return Optional.empty();
    }
}
