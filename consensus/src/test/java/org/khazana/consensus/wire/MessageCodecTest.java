package org.khazana.consensus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryOrigin;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.message.PreVoteRequest;
import org.khazana.consensus.message.PreVoteResponse;
import org.khazana.consensus.message.ReadId;
import org.khazana.consensus.message.ReadIndexRequest;
import org.khazana.consensus.message.ReadIndexResponse;
import org.khazana.consensus.message.Readmission;
import org.khazana.consensus.message.SnapshotOffer;
import org.khazana.consensus.message.TimeoutNow;
import org.khazana.consensus.message.VoteRequest;
import org.khazana.consensus.message.VoteResponse;
import org.khazana.consensus.raft.Chain;
import org.khazana.consensus.wire.v1.RaftMessage;

class MessageCodecTest {

    static Stream<Message> oneOfEachKind() {
        Term term = new Term(7);
        EntryId id = new EntryId(new Term(6), 41);
        EntryHash hash = Chain.GENESIS.hash();
        return Stream.of(
                new PreVoteRequest(term, id, 5),
                new PreVoteResponse(term, true, Long.MAX_VALUE),
                new PreVoteResponse(Term.ZERO, false, -1),
                new VoteRequest(term, id, false),
                new VoteResponse(term, false),
                new AppendRequest(term, id, hash, List.of(), 40, Optional.empty(), 9),
                new AppendRequest(
                        term, Chain.GENESIS.id(), hash, Chain.ofTerms(1, 1, 3), Long.MAX_VALUE, Optional.empty(), 1),
                new AppendResponse.Accepted(term, 44, 0, 9),
                new AppendResponse.Rejected(term, 44, id, 0, 9),
                new AppendResponse.Accepted(term, 44, -7, 9),
                new AppendResponse.Rejected(term, 44, id, -7, 9),
                new VoteRequest(term, id, true),
                new AppendRequest(
                        term,
                        Chain.GENESIS.id(),
                        hash,
                        List.of(membership()),
                        40,
                        Optional.of(new Readmission(-9, 39)),
                        9),
                new SnapshotOffer(term, Chain.GENESIS, configuration(), 3),
                new TimeoutNow(term),
                new ReadIndexRequest(term, new ReadId(-5, 1)),
                new ReadIndexResponse(term, new ReadId(Long.MIN_VALUE, Long.MAX_VALUE), 17));
    }

    private static LogEntry membership() {
        return Chain.create(
                new EntryOrigin(
                        new EntryId(new Term(1), 1), Chain.GENESIS, 1_000, new MemberId("m1", 1), configuration()),
                new EntryContent.Membership(configuration()));
    }

    private static Configuration configuration() {
        QuorumClause one = QuorumClause.majorityOf("all", Set.of(new MemberId("m1", 1)));
        QuorumClause all = QuorumClause.majorityOf("all", Set.of(new MemberId("m1", 1), new MemberId("m2", 1)));
        QuorumClause group = new QuorumClause("GOVERNMENT", new TreeSet<>(Set.of(new MemberId("m2", 1))), 1);
        return new Configuration(
                new QuorumPolicy(List.of(all, group)),
                Optional.of(new QuorumPolicy(List.of(one))),
                new TreeSet<>(Set.of(new MemberId("m3", 1))));
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void whatIsEncodedIsDecodedEqual(Message message) throws MalformedMessage {
        assertThat(MessageCodec.decode(MessageCodec.encode(message))).isEqualTo(message);
    }

    @Test
    void anAppendOfTheLargestEntryFitsIntoOneMessage() throws MalformedMessage {
        LogEntry shape = Chain.ofTerms(1).get(0);
        LogEntry large = new LogEntry(
                shape.id(),
                shape.timeMillis(),
                shape.parentHash(),
                shape.hash(),
                Payload.wrap(new byte[2 << 20]),
                Optional.empty());
        AppendRequest request = new AppendRequest(
                new Term(1), Chain.GENESIS.id(), Chain.GENESIS.hash(), List.of(large), 0, Optional.empty(), 1);

        byte[] bytes = MessageCodec.encode(request);

        assertThat(bytes).hasSizeLessThan(MessageCodec.MESSAGE_BYTES_MAX);
        assertThat(MessageCodec.decode(bytes)).isEqualTo(request);
    }

    @Test
    void bytesThatAreNoMessageAreMalformed() {
        EntryId id = new EntryId(new Term(1), 1);
        List<LogEntry> tooMany =
                new ArrayList<>(Collections.nCopies(1_025, Chain.ofTerms(1).get(0)));
        AppendRequest crowded =
                new AppendRequest(new Term(1), id, Chain.GENESIS.hash(), tooMany, 0, Optional.empty(), 1);
        byte[] negativeTerm = RaftMessage.newBuilder()
                .setVoteResponse(
                        org.khazana.consensus.wire.v1.VoteResponse.newBuilder().setTerm(-1))
                .build()
                .toByteArray();
        byte[] noHash = RaftMessage.newBuilder()
                .setAppendRequest(
                        org.khazana.consensus.wire.v1.AppendRequest.newBuilder().setTerm(1))
                .build()
                .toByteArray();

        assertMalformed(new byte[0], "no kind");
        assertMalformed(new byte[] {42, 42}, "raft.proto");
        assertMalformed(new byte[MessageCodec.MESSAGE_BYTES_MAX + 1], "more than");
        assertMalformed(MessageCodec.encode(crowded), "1025 entries");
        assertMalformed(negativeTerm, "term is 2^63 or more");
        assertMalformed(noHash, "a hash of 0 bytes");
    }

    private static void assertMalformed(byte[] bytes, String why) {
        assertThatThrownBy(() -> MessageCodec.decode(bytes))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining(why);
    }

    @Test
    void damagedBytesNeverDoWorseThanBeMalformed() {
        long seed = Long.getLong("seed", 20_260_101L);
        Random random = new Random(seed);
        List<byte[]> originals = oneOfEachKind().map(MessageCodec::encode).toList();
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = damaged(originals.get(random.nextInt(originals.size())), random);
            try {
                Message decoded = MessageCodec.decode(bytes);
                assertThat(MessageCodec.decode(MessageCodec.encode(decoded)))
                        .as("seed %s round %s", seed, round)
                        .isEqualTo(decoded);
            } catch (MalformedMessage expected) {
                assertThat(expected).hasMessageMatching("(?s).+");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + " round " + round, e);
            }
        }
    }

    private static byte[] damaged(byte[] original, Random random) {
        byte[] bytes = Arrays.copyOf(original, random.nextInt(original.length + 4));
        int changes = random.nextInt(4);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
