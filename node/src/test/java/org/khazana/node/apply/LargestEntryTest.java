package org.khazana.node.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
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
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.Readmission;
import org.khazana.consensus.raft.CoreSettings;
import org.khazana.consensus.runtime.ReplicaLimits;
import org.khazana.consensus.wire.MessageCodec;
import org.khazana.ledger.block.EmbeddedCertificate;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Embedding;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.EnvelopeLimits;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.node.transport.TransportLimits;

/** The bounds of ledger, core, wire and transport fit into each other: what a leader may make, its followers can take. */
class LargestEntryTest {
    private static final int FRAME_HEADER_BYTES_MAX = 64;
    private static final ReplicaLimits REPLICA = ReplicaLimits.standard();
    private static final CoreSettings CORE = CoreSettings.forLocalNetwork();
    private static final EntryMetadata GENESIS =
            new EntryMetadata(new EntryId(new Term(0), 0), 0, EntryHash.of(new byte[EntryHash.BYTES]));
    private static final Hash ANY = Hash.of(new byte[Hash.BYTES]);

    /** The batches that weigh most: the largest envelopes, and as many as possible of the rest. */
    static Stream<List<Payload>> largestBatches() {
        int bytes = REPLICA.batchBytesMax();
        return Stream.of(
                envelopes(bytes / EnvelopeLimits.ENVELOPE_BYTES_MAX, EnvelopeLimits.ENVELOPE_BYTES_MAX),
                envelopes(REPLICA.batchMax(), bytes / REPLICA.batchMax()),
                envelopes(1, bytes));
    }

    private static EmbeddedCertificate largestCertificate() {
        List<HeadSignature> signatures = IntStream.range(0, ValidatorSet.VOTERS_MAX)
                .mapToObj(i -> HeadSignature.of(
                        Ed25519.publicKeyOf(Proposers.privateKey("validator-" + i)), new byte[HeadSignature.BYTES]))
                .sorted(Comparator.comparing(HeadSignature::key))
                .toList();
        return Embedding.of(new Certificate(new Head(new ChainId(ANY), 0, 0, ANY, ANY, ANY, ANY), signatures));
    }

    private static EntryOrigin origin(long index, EntryMetadata parent) {
        MemberId alone = new MemberId("validator-1", 1);
        Configuration inForce =
                Configuration.of(new QuorumPolicy(List.of(QuorumClause.majorityOf("all", Set.of(alone)))));
        return new EntryOrigin(new EntryId(new Term(1), index), parent, 1, alone, inForce);
    }

    private static List<Payload> envelopes(int count, int bytesEach) {
        byte[] envelope = new byte[bytesEach];
        Arrays.fill(envelope, (byte) -1);
        return Collections.nCopies(count, Payload.wrap(envelope));
    }

    @ParameterizedTest
    @MethodSource("largestBatches")
    void theLargestBatchFitsIntoAnEntryAMessageAndAFrame(List<Payload> batch) throws Exception {
        LogEntry entry = Proposers.factory(new ChainId(ANY), (term, height) -> Optional.of(largestCertificate()))
                .create(origin(1, GENESIS), new EntryContent.Proposals(batch));

        byte[] message = MessageCodec.encode(append(entry));

        assertThat(entry.payload().size()).isLessThanOrEqualTo(CORE.entryBytesMax());
        assertThat(message.length + FRAME_HEADER_BYTES_MAX)
                .isLessThanOrEqualTo(TransportLimits.STANDARD.frameBytesMax());
        AppendRequest arrived = (AppendRequest) MessageCodec.decode(message);
        BlockInspection inspection =
                new BlockInspection(new ChainId(ANY), Proposers.knowing(0, "validator-1"), (block, proposal) -> {});
        assertThat(inspection.inspect(arrived.entries().getFirst(), new MemberId("validator-1", 1), arrived.term()))
                .isEqualTo(new BlockInspection.Finding.Sound());
    }

    /** A core puts entries into a message until it is full, so the last one may be the largest there is. */
    @ParameterizedTest
    @MethodSource("largestBatches")
    void aMessageFilledAsFarAsTheCoreFillsItCanBeRead(List<Payload> batch) throws Exception {
        byte[] small = new byte[CORE.messageBytesMax() / (AppendRequest.ENTRIES_MAX - 1)];
        List<LogEntry> entries = new ArrayList<>();
        EntryMetadata parent = GENESIS;
        for (int i = 1; i < AppendRequest.ENTRIES_MAX; i++) {
            LogEntry entry = new LogEntry(
                    new EntryId(new Term(1), i),
                    1,
                    parent.hash(),
                    GENESIS.hash(),
                    Payload.wrap(small),
                    Optional.empty());
            entries.add(entry);
            parent = entry.metadata();
        }
        entries.add(Proposers.factory(new ChainId(ANY), (term, height) -> Optional.of(largestCertificate()))
                .create(origin(AppendRequest.ENTRIES_MAX, parent), new EntryContent.Proposals(batch)));

        byte[] message = MessageCodec.encode(append(entries.toArray(LogEntry[]::new)));

        assertThat(message.length + FRAME_HEADER_BYTES_MAX)
                .isLessThanOrEqualTo(TransportLimits.STANDARD.frameBytesMax());
        assertThat(MessageCodec.decode(message)).isInstanceOf(AppendRequest.class);
    }

    private static AppendRequest append(LogEntry... entries) {
        return new AppendRequest(
                new Term(1),
                GENESIS.id(),
                GENESIS.hash(),
                List.of(entries),
                Long.MAX_VALUE,
                Optional.of(new Readmission(-1, Long.MAX_VALUE)),
                Long.MAX_VALUE);
    }
}
