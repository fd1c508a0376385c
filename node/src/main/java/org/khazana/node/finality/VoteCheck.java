package org.khazana.node.finality;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.finality.SignedVote;
import org.khazana.ledger.finality.Vote;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.SigningKeys;

/**
 * Whether votes that come in are signed by those who send them. Of a voter whose key is not known here a vote passes unseen: it may have
 * been appointed in a block that is not executed here yet, and no election may wait for that. Any thread asks.
 */
public final class VoteCheck {
    private final ChainId chainId;
    private final MemberId self;
    private final Supplier<SigningKeys> keys;
    private final SignatureVerifier verifier;
    private final Consumer<SignedVote> right;

    /**
     * Checks votes for this member, and of those that ask it for its own.
     *
     * @param right told of every vote whose signature is right; does not block
     */
    public VoteCheck(
            ChainId chainId,
            MemberId self,
            Supplier<SigningKeys> keys,
            SignatureVerifier verifier,
            Consumer<SignedVote> right) {
        this.chainId = chainId;
        this.self = self;
        this.keys = keys;
        this.verifier = verifier;
        this.right = right;
    }

    /** What is wrong with a message that came without a signature, as a clause for the operator; nothing unless it is a vote. */
    public Optional<String> problemWith(MemberId from, Message message) {
        return Votes.in(message, chainId, from, self).map(vote -> "did not sign its vote of term " + vote.term());
    }

    /** What is wrong with a message that came with a signature, as a clause for the operator. */
    public Optional<String> problemWith(MemberId from, Message message, byte[] signature) {
        Optional<Vote> vote = Votes.in(message, chainId, from, self);
        if (vote.isEmpty()) {
            return Optional.of("signed what is no vote");
        }
        List<PublicKey> known = keys.get().of(vote.get().voter());
        for (PublicKey key : known) {
            SignedVote signed = new SignedVote(vote.get(), HeadSignature.of(key, signature));
            if (signed.isRight(verifier)) {
                right.accept(signed);
                return Optional.empty();
            }
        }
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of("signed its vote of term " + vote.get().term() + " wrongly");
    }
}
