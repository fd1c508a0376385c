package org.khazana.node.finality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.KnownHeads;
import org.khazana.ledger.finality.SigningRecord;
import org.khazana.node.transport.FinalityPeers;
import org.khazana.storage.signing.SigningRecordFile;

/** A validator that has signed block 1, and has then taken over the state after block 100. */
final class HistoryGapTest {
    private static final long SIGNED = 1;
    private static final long TAKEN_OVER = 100;

    @TempDir
    private Path folder;

    private final List<FinalityMessage> asked = new ArrayList<>();
    private final Known own = new Known();
    private SigningRecordFile record;
    private HistoryGap gap;

    @BeforeEach
    void takeOver() throws Exception {
        SigningRecordFile.create(folder.resolve("signed"));
        record = SigningRecordFile.open(folder.resolve("signed"));
        record.store(SigningRecord.of(Signers.head(SIGNED, "a")));
        own.heads.put(TAKEN_OVER, Signers.head(TAKEN_OVER, "a"));
        gap = new HistoryGap(record, own, new FinalityPeers() {
            @Override
            public void tellAll(byte[] message) {
                asked.add(FinalityMessage.of(message));
            }

            @Override
            public void tell(MemberId peer, byte[] message) {
                throw new AssertionError("nobody is told anything");
            }
        });
    }

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void itAsksFromTheTopDownUntilItSeesWhatItHadSigned() {
        HistoryGap peer = gapOfAPeer();

        gap.ask();
        while (own.head(SIGNED).isEmpty()) {
            gap.learn(peer.answer((FinalityMessage.Wanted) asked.getLast()));
        }

        assertThat(asked).containsExactly(new FinalityMessage.Wanted(36, 99), new FinalityMessage.Wanted(1, 35));
        assertThat(own.head(SIGNED)).contains(Signers.head(SIGNED, "a"));
        asked.clear();
        gap.ask();
        assertThat(asked).isEmpty();
    }

    @Test
    void headsOfAnotherHistoryAreNotTaken() {
        gap.learn(List.of(Signers.head(99, "b"), Signers.head(98, "a")));

        assertThat(own.heads.keySet()).containsExactly(TAKEN_OVER);
        assertThat(asked).isEmpty();
    }

    @Test
    void whoKnowsAllOfItOrHasSignedNothingAsksNobody() throws Exception {
        gapOfAPeer().ask();
        SigningRecordFile.create(folder.resolve("new"));
        try (SigningRecordFile nothing = SigningRecordFile.open(folder.resolve("new"))) {
            new HistoryGap(nothing, own, nobody()).ask();
        }

        assertThat(asked).isEmpty();
    }

    /** One that has executed everything. */
    private HistoryGap gapOfAPeer() {
        Known all = new Known();
        LongStream.rangeClosed(0, TAKEN_OVER).forEach(height -> all.heads.put(height, Signers.head(height, "a")));
        return new HistoryGap(record, all, nobody());
    }

    private static FinalityPeers nobody() {
        return new FinalityPeers() {
            @Override
            public void tellAll(byte[] message) {
                throw new AssertionError("nobody is to be asked");
            }

            @Override
            public void tell(MemberId peer, byte[] message) {
                throw new AssertionError("nobody is to be told");
            }
        };
    }

    private static final class Known implements KnownHeads {
        private final NavigableMap<Long, Head> heads = new TreeMap<>();

        @Override
        public Optional<Head> head(long height) {
            return Optional.ofNullable(heads.get(height));
        }

        @Override
        public Optional<Head> firstFrom(long height) {
            return Optional.ofNullable(heads.ceilingEntry(height)).map(Map.Entry::getValue);
        }

        @Override
        public void keep(Head past) {
            heads.put(past.height(), past);
        }
    }
}
