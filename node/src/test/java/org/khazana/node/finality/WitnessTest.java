package org.khazana.node.finality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.finality.DoubleProposing;
import org.khazana.ledger.finality.DoubleVoting;
import org.khazana.ledger.finality.Evidence;
import org.khazana.ledger.finality.EvidenceCodec;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.finality.SignedProposal;
import org.khazana.ledger.finality.SignedVote;
import org.khazana.ledger.finality.VoteMemory;
import org.khazana.ledger.validator.SigningKeys;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.node.transport.FinalityPeers;
import org.khazana.storage.state.LedgerStore;

/** What one validator makes of the proposals and votes that it is sent and told of. */
final class WitnessTest {
    private static final ValidatorSet SET = Signers.set(4);
    private static final SigningKeys KEYS = SigningKeys.none().with(SET);
    private static final MemberId PEER = new MemberId("validator-3", 3);
    private static final SignedProposal ONE = Signers.proposal(2, 7, 3, "one");
    private static final SignedProposal OTHER = Signers.proposal(2, 7, 3, "other");
    private static final Evidence PROPOSED_TWICE =
            DoubleProposing.of(ONE, OTHER).orElseThrow();
    private static final Evidence VOTED_TWICE =
            DoubleVoting.of(Signers.vote(2, 9, 1), Signers.vote(2, 9, 3)).orElseThrow();

    @TempDir
    private Path folder;

    private final List<FinalityMessage> toAll = new ArrayList<>();
    private final List<FinalityMessage> toPeer = new ArrayList<>();
    private final Map<Long, SignedProposal> logged = new TreeMap<>();
    private LedgerStore store;
    private Witness witness;

    @BeforeEach
    void open() {
        store = LedgerStore.open(folder.resolve("state"));
        store.found(Signers.CHAIN, List.of());
        witness = witness();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Witness witness() {
        return new Witness(
                new Witness.Known(Signers.CHAIN, () -> KEYS, epoch -> Optional.of(SET)),
                height -> Optional.ofNullable(logged.get(height)),
                () -> 9,
                Ed25519.verifier(),
                new EvidenceShelf(store, store.evidence()),
                new FinalityPeers() {
                    @Override
                    public void tellAll(byte[] message) {
                        toAll.add(FinalityMessage.of(message));
                    }

                    @Override
                    public void tell(MemberId peer, byte[] message) {
                        toPeer.add(FinalityMessage.of(message));
                    }
                });
    }

    private void assertAccused(Evidence evidence) {
        assertThat(store.evidence()).containsExactly(EvidenceCodec.encode(evidence));
        assertThat(toAll).contains(new FinalityMessage.Accusations(List.of(evidence)));
        assertThat(witness.takeConvicted()).containsExactly(evidence.key());
        assertThat(witness.takeConvicted()).isEmpty();
    }

    private void assertNobodyAccused() {
        assertThat(store.evidence()).isEmpty();
        assertThat(toAll).isEmpty();
        assertThat(witness.takeConvicted()).isEmpty();
    }

    @Test
    void aLeaderThatSendsTwoBlocksOfOneHeightIsAccused() {
        witness.proposed(ONE);
        witness.proposed(ONE);
        assertNobodyAccused();

        witness.proposed(OTHER);

        assertAccused(PROPOSED_TWICE);
    }

    @Test
    void aBlockThatSomebodyShowsIsComparedWithWhatWasSentAndWithTheLog() {
        witness.proposed(ONE);
        witness.shown(List.of(ONE, OTHER));

        assertAccused(PROPOSED_TWICE);

        SignedProposal ofLog = Signers.proposal(4, 5, 2, "of log");
        logged.put(5L, ofLog);
        SignedProposal another = Signers.proposal(4, 5, 2, "another");
        witness.shown(List.of(another));

        assertThat(witness.takeConvicted()).containsExactly(another.key());
    }

    @Test
    void whatIsWronglySignedOrByNobodyIsNotBelieved() {
        witness.proposed(ONE);
        SignedProposal forged = new SignedProposal(
                OTHER.header(), HeadSignature.of(OTHER.key(), ONE.signature().signature()));
        SignedProposal byStranger = Signers.proposal(5, 7, 3, "one");

        witness.shown(List.of(forged, byStranger, Signers.proposal(5, 7, 3, "other")));
        witness.told(List.of(
                Signers.vote(2, 9, 1),
                new SignedVote(
                        Signers.vote(2, 9, 3).vote(), Signers.vote(2, 9, 1).signature()),
                Signers.vote(5, 9, 1),
                Signers.vote(5, 9, 3)));
        witness.accused(List.of(
                DoubleProposing.of(ONE, forged).orElseThrow(),
                DoubleProposing.of(byStranger, Signers.proposal(5, 7, 3, "other"))
                        .orElseThrow()));

        assertNobodyAccused();
    }

    @Test
    void whoeverHasExecutedAnotherBlockIsShownWhatWasSentHere() {
        Head theirs = Signers.head(7, "theirs");
        witness.heard(PEER, new FinalityMessage.Signed(List.of(Signers.signer(3).sign(theirs)), false));
        assertThat(toAll).isEmpty();
        witness.proposed(ONE);

        witness.heard(PEER, new FinalityMessage.Signed(List.of(Signers.signer(3).sign(theirs)), false));
        witness.heard(PEER, new FinalityMessage.Signed(List.of(Signers.signer(4).sign(theirs)), false));
        assertThat(toAll).containsExactly(new FinalityMessage.Proposals(List.of(ONE)));
        assertThat(toPeer).isEmpty();

        witness.heard(PEER, new FinalityMessage.Signed(List.of(Signers.signer(3).sign(theirs)), true));
        assertThat(toPeer).containsExactly(new FinalityMessage.Proposals(List.of(ONE)));
    }

    @Test
    void afterARestartWhatIsInTheLogIsShown() {
        logged.put(7L, ONE);

        witness.show(7);
        witness.show(8);

        assertThat(toAll).containsExactly(new FinalityMessage.Proposals(List.of(ONE)));
    }

    @Test
    void twoVotesOfOneTermMeetAndAccuseTheVoter() {
        witness.voted(Signers.vote(2, 9, 1));
        witness.told(List.of(Signers.vote(2, 9, 1), Signers.vote(2, 8, 3), Signers.vote(4, 9, 3)));
        assertNobodyAccused();

        witness.told(List.of(Signers.vote(2, 9, 3)));

        assertAccused(VOTED_TWICE);
    }

    @Test
    void aVoteThatWasGivenHereIsToldSomeTimesAndThenWithAllOthersNowAndThen() {
        witness.voted(Signers.vote(2, 9, 1));
        witness.told(List.of(Signers.vote(4, 9, 1)));

        IntStream.range(0, 19).forEach(reminder -> witness.remind());
        assertThat(toAll).hasSize(4).containsOnly(new FinalityMessage.Votes(List.of(Signers.vote(2, 9, 1))));
        toAll.clear();
        witness.remind();
        assertThat(toAll)
                .containsExactly(new FinalityMessage.Votes(List.of(Signers.vote(2, 9, 1), Signers.vote(4, 9, 1))));
    }

    @Test
    void votesOfTermsThatAreFarOffAreNotLookedAt() {
        long far = 9 + VoteMemory.WINDOW + 1;

        witness.voted(Signers.vote(2, far, 1));
        witness.voted(Signers.vote(2, far, 3));
        witness.told(List.of(Signers.vote(2, far, 1), Signers.vote(2, far, 3)));
        witness.remind();

        assertNobodyAccused();
    }

    @Test
    void evidenceThatSomebodyShowsIsCheckedKeptAndToldOnOnce() {
        witness.accused(List.of(PROPOSED_TWICE));
        assertAccused(PROPOSED_TWICE);
        toAll.clear();

        witness.accused(List.of(PROPOSED_TWICE));
        witness.proposed(Signers.proposal(2, 8, 3, "one"));
        witness.proposed(Signers.proposal(2, 8, 3, "other"));

        assertThat(toAll).isEmpty();
        assertThat(store.evidence()).hasSize(1);
    }

    @Test
    void evidenceOutlastsARestartAndIsToldNowAndThen() {
        witness.accused(List.of(PROPOSED_TWICE, VOTED_TWICE));
        witness = witness();
        toAll.clear();

        witness.accused(List.of(PROPOSED_TWICE));
        assertThat(toAll).isEmpty();
        IntStream.range(0, 20).forEach(reminder -> witness.remind());

        assertThat(toAll).containsExactly(new FinalityMessage.Accusations(List.of(PROPOSED_TWICE, VOTED_TWICE)));
    }
}
