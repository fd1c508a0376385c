package org.khazana.node.finality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.message.PreVoteRequest;
import org.khazana.consensus.message.PreVoteResponse;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.finality.SignedVote;
import org.khazana.ledger.validator.SigningKeys;

/** Votes are signed on the way out, and nothing else is; who gets one can check it. */
final class VoteSigningTest {
    private static final MemberId SELF = new MemberId("validator-2", 2);
    private static final MemberId OTHER = new MemberId("validator-3", 3);
    private static final EntryId LAST = new EntryId(new Term(1), 5);

    private final List<Message> plain = new ArrayList<>();
    private final List<Message> votes = new ArrayList<>();
    private final List<byte[]> signatures = new ArrayList<>();
    private final List<SignedVote> right = new ArrayList<>();
    private final VoteSigning signing = new VoteSigning(
            Signers.CHAIN,
            SELF,
            Signers.signer(2),
            (to, message) -> plain.add(message),
            (to, vote, signature) -> {
                votes.add(vote);
                signatures.add(signature);
            },
            4);

    @Test
    void aGrantedVoteAndTheOneForItselfAreSignedSoThatTheOtherCanCheckThem() {
        VoteResponse granted = new VoteResponse(new Term(9), true);
        VoteRequest asking = new VoteRequest(new Term(10), LAST, false);
        SigningKeys keys = SigningKeys.none().with(Signers.set(4));
        VoteCheck check = new VoteCheck(Signers.CHAIN, OTHER, () -> keys, Ed25519.verifier(), right::add);

        signing.send(OTHER, granted);
        signing.send(OTHER, asking);

        assertThat(votes).containsExactly(granted, asking);
        assertThat(check.problemWith(SELF, granted, signatures.get(0))).isEmpty();
        assertThat(check.problemWith(SELF, asking, signatures.get(1))).isEmpty();
        assertThat(right).containsExactly(Signers.vote(2, 9, 3), Signers.vote(2, 10, 2));
        assertThat(check.problemWith(SELF, granted, signatures.get(1)))
                .isEqualTo(Optional.of("signed its vote of term 9 wrongly"));
    }

    @Test
    void whatPromisesNothingIsNotSigned() {
        List<Message> messages = List.of(
                new VoteResponse(new Term(9), false),
                new PreVoteResponse(new Term(9), true, 1),
                new PreVoteRequest(new Term(10), LAST, 1));

        messages.forEach(message -> signing.send(OTHER, message));

        assertThat(plain).isEqualTo(messages);
        assertThat(votes).isEmpty();
    }

    @Test
    void itKnowsTheTermThatItsMemberIsIn() {
        assertThat(signing.term()).isEqualTo(4);
        signing.send(OTHER, new VoteResponse(new Term(9), false));
        signing.send(OTHER, new PreVoteRequest(new Term(10), LAST, 1));

        assertThat(signing.term()).isEqualTo(9);
    }
}
