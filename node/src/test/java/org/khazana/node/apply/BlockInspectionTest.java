package org.khazana.node.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.block.HeaderSignature;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Embedding;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.finality.SignedProposal;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.wire.BlockCodec;

/** An entry of a peer reaches the log only if it is the block that it claims to be. */
class BlockInspectionTest {
    private static final ChainId CHAIN = new ChainId(hash(1));
    private static final Configuration IN_FORCE = among("validator-1");
    private static final EntryMetadata PARENT =
            new EntryMetadata(new EntryId(new Term(3), 6), 1_000, EntryHash.of(hash(3).toBytes()));
    private static final LogEntry SOUND = blockOf(CHAIN);
    private static final LogEntry CHANGE = made(CHAIN, new EntryContent.Membership(among("validator-2")));

    private static final MemberId LEADER = new MemberId("validator-1", 1);

    private final List<Block> sound = new ArrayList<>();
    private final List<SignedProposal> proposals = new ArrayList<>();
    private final BlockInspection inspection = inspection(Proposers.knowing(6, "validator-1", "validator-2"));

    private BlockInspection inspection(ProposerCheck proposers) {
        return new BlockInspection(CHAIN, proposers, (block, proposal) -> {
            sound.add(block);
            proposals.add(proposal);
        });
    }

    private Optional<String> problemWith(LogEntry entry) {
        return inspection.inspect(entry, LEADER, new Term(4)) instanceof BlockInspection.Finding.Wrong wrong
                ? Optional.of(wrong.problem())
                : Optional.empty();
    }

    private static Hash hash(int number) {
        byte[] bytes = new byte[Hash.BYTES];
        bytes[31] = (byte) number;
        return Hash.of(bytes);
    }

    private static LogEntry blockOf(ChainId chain) {
        return made(
                chain,
                new EntryContent.Proposals(List.of(Payload.wrap(new byte[] {1, 2, 3}), Payload.wrap(new byte[] {4}))));
    }

    private static LogEntry made(ChainId chain, EntryContent content) {
        return Proposers.factory(chain)
                .create(
                        new EntryOrigin(
                                new EntryId(new Term(4), 7),
                                PARENT,
                                2_000,
                                new MemberId("validator-1", 1),
                                content instanceof EntryContent.Membership change ? change.configuration() : IN_FORCE),
                        content);
    }

    private static Configuration among(String validator) {
        QuorumClause all = QuorumClause.majorityOf("all", Set.of(new MemberId(validator, 1)));
        return Configuration.of(new QuorumPolicy(List.of(all)));
    }

    @Test
    void whatTheFactoryMakesIsSound() {
        assertThat(problemWith(SOUND)).isEmpty();

        assertThat(sound).hasSize(1);
        assertThat(sound.getFirst().header().height()).isEqualTo(7);
    }

    @Test
    void aChangeOfMembershipIsSoundAndStandsInTheBlock() {
        assertThat(problemWith(CHANGE)).isEmpty();

        assertThat(sound.getFirst().membership()).isPresent();
        assertThat(sound.getFirst().envelopes()).isEmpty();
    }

    static Stream<Arguments> falseEntries() {
        EntryId id = SOUND.id();
        EntryHash other = EntryHash.of(hash(9).toBytes());
        return Stream.of(
                Arguments.of("another hash", entry(id, 2_000, SOUND.parentHash(), other, SOUND.payload())),
                Arguments.of("another parent", entry(id, 2_000, other, SOUND.hash(), SOUND.payload())),
                Arguments.of("another time", entry(id, 2_001, SOUND.parentHash(), SOUND.hash(), SOUND.payload())),
                Arguments.of("another place: 7@4", at(new EntryId(id.term(), 8))),
                Arguments.of("another place: 7@4", at(new EntryId(new Term(5), 7))),
                Arguments.of("of another chain", blockOf(new ChainId(hash(8)))),
                Arguments.of("who takes part", withConfiguration(SOUND, Optional.of(among("validator-2")))),
                Arguments.of("who takes part", withConfiguration(CHANGE, Optional.of(among("validator-3")))),
                Arguments.of("who takes part", withConfiguration(CHANGE, Optional.empty())),
                Arguments.of("no block", withPayload(new byte[0])),
                Arguments.of("no block", withPayload(new byte[] {7, 7})));
    }

    private static LogEntry at(EntryId id) {
        return entry(id, 2_000, SOUND.parentHash(), SOUND.hash(), SOUND.payload());
    }

    /** Consensus would obey this configuration, and no hash covers it. */
    private static LogEntry withConfiguration(LogEntry entry, Optional<Configuration> configuration) {
        return new LogEntry(
                entry.id(), entry.timeMillis(), entry.parentHash(), entry.hash(), entry.payload(), configuration);
    }

    private static LogEntry withPayload(byte[] bytes) {
        return entry(SOUND.id(), 2_000, SOUND.parentHash(), SOUND.hash(), Payload.wrap(bytes));
    }

    private static LogEntry entry(EntryId id, long timeMillis, EntryHash parent, EntryHash hash, Payload payload) {
        return new LogEntry(id, timeMillis, parent, hash, payload, Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("falseEntries")
    void anEntryThatDiffersFromItsBlockIsFound(String problem, LogEntry entry) {
        assertThat(problemWith(entry))
                .hasValueSatisfying(found -> assertThat(found).contains(problem));
        assertThat(sound).isEmpty();
    }

    /** In the header it breaks the hash, in the transactions the root that the header names, in the signature that. */
    @Test
    void everyByteOfABlockCounts() {
        for (int i = 0; i < SOUND.payload().size(); i++) {
            byte[] bytes = SOUND.payload().bytes().clone();
            bytes[i] ^= 1;

            assertThat(problemWith(withPayload(bytes))).as("byte %s", i).isPresent();
        }
        assertThat(sound).isEmpty();
    }

    @Test
    void transactionsThatTheRootDoesNotNameAreFound() {
        byte[] bytes = SOUND.payload().bytes().clone();
        bytes[bytes.length - 1 - 66] ^= 1; // the last envelope, before the signature

        assertThat(problemWith(withPayload(bytes)))
                .hasValueSatisfying(found -> assertThat(found).contains("the transactions are not those"));
    }

    private static LogEntry carrying(ChainId chain, long certified) {
        Hash any = hash(5);
        Certificate certificate = new Certificate(
                new Head(chain, 0, certified, any, any, any, any),
                List.of(HeadSignature.of(
                        Ed25519.publicKeyOf(Proposers.privateKey("validator-2")), new byte[HeadSignature.BYTES])));
        return Proposers.factory(CHAIN, (term, height) -> Optional.of(Embedding.of(certificate)))
                .create(
                        new EntryOrigin(
                                new EntryId(new Term(4), 7), PARENT, 2_000, new MemberId("validator-1", 1), IN_FORCE),
                        EntryContent.NOTHING);
    }

    /** What its signatures are worth cannot be said before the blocks between are executed. */
    @Test
    void aBlockWithACertificateOfALowerHeightIsSoundWhoeverSignedThat() {
        assertThat(problemWith(carrying(CHAIN, 6))).isEmpty();

        assertThat(sound.getFirst().certificate()).isPresent();
    }

    @Test
    void aBlockWithACertificateOfItsOwnHeightOrOfAnotherChainIsFound() {
        assertThat(problemWith(carrying(CHAIN, 7)))
                .hasValueSatisfying(found -> assertThat(found).contains("which is not below that of the block"));
        assertThat(problemWith(carrying(new ChainId(hash(8)), 6)))
                .hasValueSatisfying(found -> assertThat(found).contains("it is of another chain"));
    }

    @Test
    void everyByteOfACertificateInABlockCounts() {
        LogEntry carrying = carrying(CHAIN, 6);
        for (int i = 0; i < carrying.payload().size(); i++) {
            byte[] bytes = carrying.payload().bytes().clone();
            bytes[i] ^= 1;

            assertThat(problemWith(
                            entry(carrying.id(), 2_000, carrying.parentHash(), carrying.hash(), Payload.wrap(bytes))))
                    .as("byte %s", i)
                    .isPresent();
        }
    }

    @Test
    void whoeverIsToldOfASoundBlockIsToldWhoSignedIt() {
        problemWith(SOUND);

        assertThat(proposals).singleElement().satisfies(proposal -> {
            assertThat(proposal.header()).isEqualTo(sound.getFirst().header());
            assertThat(proposal.key()).isEqualTo(Ed25519.publicKeyOf(Proposers.privateKey("validator-1")));
        });
    }

    @Test
    void aHeaderThatIsNotSignedOrThatSomebodyElseHasSignedIsFound() throws Exception {
        Block block = BlockCodec.decode(SOUND.payload().bytes());
        Block unsigned = new Block(
                block.header(),
                block.hash(),
                block.envelopes(),
                block.membership(),
                block.certificate(),
                Optional.empty());
        Block byAnother = block.signedWith(HeaderSignature.of(
                Ed25519.sign(Proposers.privateKey("validator-2"), HeaderLayout.signingBytes(block.header()))));

        assertThat(problemWith(withPayload(BlockCodec.encode(unsigned)))).contains("its header is not signed");
        assertThat(problemWith(withPayload(BlockCodec.encode(byAnother))))
                .contains("its header is not signed by validator-1, which it names");
    }

    @Test
    void aLeaderHandsOnWhatAnotherHasMadeButNamesNobodyElseForWhatItMakesItself() {
        MemberId another = new MemberId("validator-2", 1);

        assertThat(inspection.inspect(SOUND, another, new Term(5))).isEqualTo(new BlockInspection.Finding.Sound());
        assertThat(inspection.inspect(SOUND, another, new Term(4)))
                .isEqualTo(new BlockInspection.Finding.Wrong("its header names validator-1 as its proposer"));
    }

    @Test
    void whoMayBeAppointedInABlockThatIsNotExecutedYetIsNotJudged() {
        BlockInspection behind = inspection(Proposers.knowing(5, "validator-2"));
        BlockInspection upToDate = inspection(Proposers.knowing(6, "validator-2"));

        assertThat(behind.inspect(SOUND, LEADER, new Term(4))).isEqualTo(new BlockInspection.Finding.NotYet());
        assertThat(upToDate.inspect(SOUND, LEADER, new Term(4))).isInstanceOf(BlockInspection.Finding.Wrong.class);
        assertThat(sound).isEmpty();
    }
}
