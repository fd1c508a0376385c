package org.khazana.node.finality;

import java.util.Optional;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.ledger.finality.Vote;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ReplicaId;

/** Which messages of consensus are votes: who grants one gives it to whom it answers, and who asks for votes has given its own to itself. */
public final class Votes {
    private Votes() {}

    /** The vote in a message; empty for all that promise nothing, such as a refusal or a pre-vote. */
    public static Optional<Vote> in(Message message, ChainId chainId, MemberId from, MemberId to) {
        return switch (message) {
            case VoteRequest request -> Optional.of(vote(chainId, request.term().number(), from, from));
            case VoteResponse response
            when response.granted() -> Optional.of(vote(chainId, response.term().number(), from, to));
            default -> Optional.empty();
        };
    }

    private static Vote vote(ChainId chainId, long term, MemberId voter, MemberId candidate) {
        return new Vote(chainId, term, replica(voter), replica(candidate));
    }

    private static ReplicaId replica(MemberId member) {
        return new ReplicaId(member.validator(), member.directory());
    }
}
