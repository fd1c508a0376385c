package org.khazana.node.finality;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.finality.DoubleProposing;
import org.khazana.ledger.finality.DoubleSigning;
import org.khazana.ledger.finality.DoubleVoting;
import org.khazana.ledger.finality.Evidence;
import org.khazana.ledger.finality.ProposalMemory;
import org.khazana.ledger.finality.SignedHead;
import org.khazana.ledger.finality.SignedProposal;
import org.khazana.ledger.finality.SignedVote;
import org.khazana.ledger.finality.VoteMemory;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.SigningKeys;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.node.transport.FinalityPeers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers who has proposed and voted what, compares it with what others have seen, and accuses who has signed two things. Everybody
 * tells the votes that it was given; whoever sees that somebody has executed another block than it has itself shows its own.
 * For one thread.
 */
final class Witness {
    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);

    /** So often a new vote is told; whoever missed it all hears of it when everything is told. */
    private static final int VOTE_TELLINGS = 4;

    private static final int VOTES_UNTOLD_MAX = 256;

    /** With every so manieth reminder all that is kept is told, as far as one message carries. */
    private static final int ALL_TOLD_EVERY = 20;

    private static final int HEIGHTS_SHOWN_MAX = 256;

    private final Known known;
    private final LongFunction<Optional<SignedProposal>> logged;
    private final LongSupplier ownTerm;
    private final SignatureVerifier verifier;
    private final EvidenceShelf shelf;
    private final FinalityPeers peers;
    private final ProposalMemory proposals = new ProposalMemory();
    private final VoteMemory votes = new VoteMemory();
    private final Deque<Untold> untold = new ArrayDeque<>();
    private final NavigableSet<Long> heightsShown = new TreeSet<>();
    private final Set<PublicKey> newlyConvicted = new LinkedHashSet<>();
    private final AtomicInteger reminders = new AtomicInteger();

    /** A vote, and how often it will be told yet. */
    private record Untold(SignedVote vote, int left) {}

    /** Whose keys are whose. */
    record Known(ChainId chainId, Supplier<SigningKeys> keys, LongFunction<Optional<ValidatorSet>> validators) {
        boolean isOwn(SignedProposal proposal) {
            return proposal.header().chainId().equals(chainId)
                    && keys.get().of(proposal.header().proposer()).contains(proposal.key());
        }

        boolean isOwn(SignedVote vote) {
            return vote.vote().chainId().equals(chainId)
                    && keys.get().of(vote.vote().voter()).contains(vote.key());
        }

        List<ValidatorSet> newestFirst() {
            List<ValidatorSet> sets = new ArrayList<>();
            for (long epoch = keys.get().epoch(); epoch >= 0; epoch--) {
                sets.add(validators.apply(epoch).orElseThrow());
            }
            return sets;
        }
    }

    /**
     * Has seen nothing yet.
     *
     * @param logged the signed header of a block in the log of this node
     * @param ownTerm in which this node is, or was just now
     */
    Witness(
            Known known,
            LongFunction<Optional<SignedProposal>> logged,
            LongSupplier ownTerm,
            SignatureVerifier verifier,
            EvidenceShelf shelf,
            FinalityPeers peers) {
        this.known = known;
        this.logged = logged;
        this.ownTerm = ownTerm;
        this.verifier = verifier;
        this.shelf = shelf;
        this.peers = peers;
        newlyConvicted.addAll(shelf.convicted());
    }

    // ---- proposals

    /** A block came in whose header is rightly signed. */
    void proposed(SignedProposal proposal) {
        proposals.add(proposal).ifPresent(this::accuse);
    }

    /** Somebody has signed heads: if one is of another block than was seen here, whoever sent them is shown what was. */
    void heard(MemberId from, FinalityMessage.Signed message) {
        Optional<Long> lowest = message.heads().stream()
                .filter(signed -> proposals.hasOthersThan(signed.head().blockHash(), signed.height()))
                .map(SignedHead::height)
                .min(Comparator.naturalOrder());
        if (lowest.isPresent() && message.isReminder()) {
            peers.tell(from, new FinalityMessage.Proposals(seenAt(lowest.get())).toBytes());
        } else {
            lowest.ifPresent(this::show);
        }
    }

    /** Shows everybody which blocks of a height were seen here; once for each height. */
    void show(long height) {
        List<SignedProposal> seen = seenAt(height);
        if (!seen.isEmpty() && heightsShown.add(height)) {
            peers.tellAll(new FinalityMessage.Proposals(seen).toBytes());
            if (heightsShown.size() > HEIGHTS_SHOWN_MAX) {
                heightsShown.pollFirst();
            }
        }
    }

    private List<SignedProposal> seenAt(long height) {
        logged.apply(height).ifPresent(this::proposed);
        return proposals.at(height).stream().limit(FinalityMessage.ITEMS_MAX).toList();
    }

    /** Somebody shows what it has seen. */
    void shown(List<SignedProposal> theirs) {
        for (SignedProposal proposal : theirs) {
            if (!proposals.has(proposal)) {
                logged.apply(proposal.header().height()).ifPresent(this::proposed);
            }
            if (!proposals.has(proposal) && known.isOwn(proposal) && proposal.isRight(verifier)) {
                proposed(proposal);
            }
        }
    }

    // ---- votes

    /** A vote came in that is rightly signed. */
    void voted(SignedVote vote) {
        if (take(vote) && untold.size() < VOTES_UNTOLD_MAX) {
            untold.addLast(new Untold(vote, VOTE_TELLINGS));
        }
    }

    /** Somebody tells the votes that it was given. */
    void told(List<SignedVote> theirs) {
        for (SignedVote vote : theirs) {
            if (isWanted(vote) && known.isOwn(vote) && vote.isRight(verifier)) {
                take(vote);
            }
        }
    }

    private boolean isWanted(SignedVote vote) {
        return VoteMemory.isInWindow(vote.vote().term(), ownTerm.getAsLong()) && !votes.has(vote);
    }

    /** Whether the vote was new. */
    private boolean take(SignedVote vote) {
        if (!isWanted(vote)) {
            return false;
        }
        votes.add(vote).ifPresent(this::accuse);
        return true;
    }

    /** Tells what may have got lost, or was not told yet. */
    void remind() {
        votes.entered(ownTerm.getAsLong());
        List<SignedVote> telling = new ArrayList<>();
        for (int i = Math.min(untold.size(), FinalityMessage.ITEMS_MAX); i > 0; i--) {
            Untold next = untold.removeFirst();
            telling.add(next.vote());
            if (next.left() > 1) {
                untold.addLast(new Untold(next.vote(), next.left() - 1));
            }
        }
        boolean isAll = reminders.incrementAndGet() % ALL_TOLD_EVERY == 0;
        tellVotes(isAll ? votes.newest(FinalityMessage.ITEMS_MAX) : telling);
        if (isAll) {
            tellEvidence(shelf.forOthers(FinalityMessage.ITEMS_MAX));
        }
    }

    private void tellVotes(List<SignedVote> telling) {
        if (!telling.isEmpty()) {
            peers.tellAll(new FinalityMessage.Votes(telling).toBytes());
        }
    }

    // ---- evidence

    /** Somebody shows evidence. */
    void accused(List<Evidence> theirs) {
        for (Evidence evidence : theirs) {
            if (!shelf.has(evidence) && isOfOwn(evidence) && evidence.isProved(verifier)) {
                accuse(evidence);
            }
        }
    }

    private boolean isOfOwn(Evidence evidence) {
        return switch (evidence) {
            case DoubleProposing proposing -> known.isOwn(proposing.first());
            case DoubleVoting voting -> known.isOwn(voting.first());
            case DoubleSigning signing -> false; // everybody hears of heads by itself
        };
    }

    private void accuse(Evidence evidence) {
        if (shelf.keep(evidence)) {
            newlyConvicted.add(evidence.key());
            LOG.error("A VALIDATOR HAS LIED: {}; the evidence is kept", evidence.words(known.newestFirst()));
            tellEvidence(List.of(evidence));
        }
    }

    private void tellEvidence(List<Evidence> telling) {
        if (!telling.isEmpty()) {
            peers.tellAll(new FinalityMessage.Accusations(telling).toBytes());
        }
    }

    /** Who was convicted since this was asked last; at first, by what was kept before a restart. */
    List<PublicKey> takeConvicted() {
        List<PublicKey> convicted = List.copyOf(newlyConvicted);
        newlyConvicted.clear();
        return convicted;
    }
}
