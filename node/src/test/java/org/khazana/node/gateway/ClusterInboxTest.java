package org.khazana.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.EntryOrigin;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.consensus.port.MessageReceiver;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.SignedVote;
import org.khazana.ledger.finality.Vote;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.validator.ReplicaId;
import org.khazana.ledger.validator.SigningKeys;
import org.khazana.ledger.wire.TransactionCodec;
import org.khazana.node.apply.BlockInspection;
import org.khazana.node.apply.KnownTransactions;
import org.khazana.node.apply.Proposers;
import org.khazana.node.finality.VoteCheck;
import org.khazana.node.transport.ForwardAnswer;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.storage.state.LedgerStore;

/** What peers send is looked at before anybody acts on it. */
class ClusterInboxTest {
    private static final Hash ANY = Hash.of(new byte[Hash.BYTES]);
    private static final ChainId CHAIN = new ChainId(ANY);
    private static final MemberId PEER = new MemberId("validator-2", 1);
    private static final MemberId SELF = new MemberId("validator-1", 1);
    private static final SigningKeys KEYS = SigningKeys.none().with(Proposers.set(0, PEER.validator()));
    private static final EntryMetadata GENESIS =
            new EntryMetadata(new EntryId(new Term(0), 0), 0, EntryHash.of(new byte[EntryHash.BYTES]));

    private final List<Message> delivered = new ArrayList<>();
    private final List<SignedVote> votes = new ArrayList<>();
    private final List<MemberId> ended = new ArrayList<>();
    private final List<MemberId> called = new ArrayList<>();
    private final List<ForwardAnswer> answers = new ArrayList<>();
    private final RecordingRoute cluster = new RecordingRoute();

    @TempDir
    private Path folder;

    private LedgerStore store;

    @BeforeEach
    void openStore() {
        store = LedgerStore.open(folder.resolve("state"));
        store.found(BlockResults.CHAIN, List.of());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private ClusterInbox inbox(Executor checkers) {
        return new ClusterInbox(
                new ClusterInbox.Checks(
                        new BlockInspection(CHAIN, Proposers.knowing(0, PEER.validator()), (block, proposal) -> {}),
                        new VoteCheck(CHAIN, SELF, () -> KEYS, Ed25519.verifier(), votes::add)),
                new Replica(),
                new SubmissionCheck(
                        CHAIN, new KnownTransactions(CHAIN), Ed25519.verifier(), store, () -> 0, () -> 1_000),
                cluster.route(),
                checkers,
                (question, answer) -> {},
                (from, message) -> {},
                called::add);
    }

    private final class Replica implements MessageReceiver {
        @Override
        public void receive(MemberId from, Message message) {
            delivered.add(message);
        }

        @Override
        public void disconnected(MemberId from) {
            ended.add(from);
        }
    }

    private static AppendRequest append(LogEntry entry) {
        return new AppendRequest(new Term(1), GENESIS.id(), GENESIS.hash(), List.of(entry), 0, Optional.empty(), 1);
    }

    private static final Configuration ALONE =
            Configuration.of(new QuorumPolicy(List.of(QuorumClause.majorityOf("all", Set.of(PEER)))));

    private static LogEntry block() {
        return blockAfter(GENESIS, PEER);
    }

    private static LogEntry blockAfter(EntryMetadata parent, MemberId proposer) {
        return Proposers.factory(CHAIN)
                .create(
                        new EntryOrigin(new EntryId(new Term(1), parent.index() + 1), parent, 1, proposer, ALONE),
                        new EntryContent.Proposals(List.of(Payload.wrap(new byte[] {1}))));
    }

    @Test
    void theReplicaHearsOfAConnectionThatEnded() {
        ClusterInbox inbox = inbox(Runnable::run);

        inbox.connected(PEER);
        inbox.disconnected(PEER);

        assertThat(called).containsExactly(PEER);
        assertThat(ended).containsExactly(PEER);
    }

    @Test
    void messagesWithSoundBlocksOrWithoutAnyReachTheReplica() {
        ClusterInbox inbox = inbox(Runnable::run);
        List<Message> sound = List.of(append(block()), new VoteResponse(new Term(1), false));

        sound.forEach(message -> inbox.message(PEER, message));

        assertThat(delivered).isEqualTo(sound);
    }

    @Test
    void aMessageWithABlockThatIsNotWhatItSaysReachesNobody() {
        LogEntry block = block();
        Payload other = Payload.wrap(block.payload().bytes().clone());
        other.bytes()[other.size() - 1] ^= 1;

        inbox(Runnable::run)
                .message(
                        PEER,
                        append(new LogEntry(
                                block.id(),
                                block.timeMillis(),
                                block.parentHash(),
                                block.hash(),
                                other,
                                Optional.empty())));

        assertThat(delivered).isEmpty();
    }

    /** The rest comes again, and by then what lies ahead of it is executed. */
    @Test
    void blocksWhoseProposersCannotBeCheckedYetAreCutOff() {
        LogEntry first = block();
        LogEntry second = blockAfter(first.metadata(), PEER);
        LogEntry third = blockAfter(second.metadata(), new MemberId("validator-9", 1));
        AppendRequest all = new AppendRequest(
                new Term(2), GENESIS.id(), GENESIS.hash(), List.of(first, second, third), 3, Optional.empty(), 1);

        inbox(Runnable::run).message(PEER, all);

        assertThat(delivered).containsExactly(all.cutTo(2));
    }

    @Test
    void votesWithTheirVotersSignatureReachTheReplicaAndWhoeverRemembersThem() {
        VoteResponse granted = new VoteResponse(new Term(4), true);
        VoteRequest asking = new VoteRequest(new Term(5), GENESIS.id(), false);

        inbox(Runnable::run).vote(PEER, granted, signature(4, SELF));
        inbox(Runnable::run).vote(PEER, asking, signature(5, PEER));

        assertThat(delivered).containsExactly(granted, asking);
        assertThat(votes).extracting(SignedVote::vote).containsExactly(vote(4, SELF), vote(5, PEER));
    }

    @Test
    void votesThatAreNotSignedOrWronglyReachNobody() {
        VoteResponse granted = new VoteResponse(new Term(4), true);
        ClusterInbox inbox = inbox(Runnable::run);

        inbox.message(PEER, granted);
        inbox.message(PEER, new VoteRequest(new Term(5), GENESIS.id(), false));
        inbox.vote(PEER, granted, signature(5, SELF));
        inbox.vote(PEER, granted, signature(4, PEER));
        inbox.vote(PEER, new VoteResponse(new Term(4), false), signature(4, SELF));

        assertThat(delivered).isEmpty();
        assertThat(votes).isEmpty();
    }

    /** Consensus asks who may vote; here only signatures are looked at. */
    @Test
    void aVoteOfWhomNobodyKnowsYetCountsAndIsNotRemembered() {
        VoteResponse granted = new VoteResponse(new Term(4), true);

        inbox(Runnable::run).vote(new MemberId("validator-2", 7), granted, new byte[64]);

        assertThat(delivered).containsExactly(granted);
        assertThat(votes).isEmpty();
    }

    private static Vote vote(long term, MemberId candidate) {
        return new Vote(
                CHAIN,
                term,
                new ReplicaId(PEER.validator(), PEER.directory()),
                new ReplicaId(candidate.validator(), candidate.directory()));
    }

    private static byte[] signature(long term, MemberId candidate) {
        return Ed25519.sign(
                Proposers.privateKey(PEER.validator()), vote(term, candidate).signingBytes());
    }

    @Test
    void aSubmissionIsAnsweredOverloadedWhenTooManyWaitToBeChecked() {
        Executor full = task -> {
            throw new RejectedExecutionException("full");
        };

        inbox(full).submission(PEER, new byte[] {1}, answers::add);

        assertThat(answers).containsExactly(new ForwardAnswer.Overloaded());
    }

    @Test
    void aSubmissionThatIsNoTransactionIsRefusedWithoutReachingTheLog() {
        inbox(Runnable::run).submission(PEER, new byte[] {7, 7, 7}, answers::add);

        assertThat(answers).singleElement().isInstanceOfSatisfying(ForwardAnswer.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(RefusalCode.MALFORMED.number());
            assertThat(refused.detail()).isNotBlank();
        });
        assertThat(cluster.isQuiet()).isTrue();
    }

    @Test
    void aSubmissionByAStrangerIsRefusedWithASentence() {
        inbox(Runnable::run).submission(PEER, transferByStranger(), answers::add);

        assertThat(answers).singleElement().isInstanceOfSatisfying(ForwardAnswer.Refused.class, refused -> {
            assertThat(RefusalCode.of(refused.code())).isPresent();
            assertThat(refused.detail()).isEqualTo("refused before it entered the chain; nothing changed");
        });
        assertThat(cluster.isQuiet()).isTrue();
    }

    private static byte[] transferByStranger() {
        byte[] key = new byte[32];
        byte[] body = TransactionCodec.encodeBody(new TransactionBody(
                CHAIN,
                RequestId.of(new byte[RequestId.BYTES]),
                new PartyId(1),
                0,
                2_000,
                new TransferTokens(new AssetCode("PK0000000015"), new AccountId(1), new AccountId(2), 1)));
        byte[] signature = Ed25519.sign(key, TransactionCodec.signingBytes(CHAIN, body));
        return TransactionCodec.encodeEnvelope(
                body, List.of(TransactionSignature.of(Ed25519.publicKeyOf(key), signature)));
    }
}
