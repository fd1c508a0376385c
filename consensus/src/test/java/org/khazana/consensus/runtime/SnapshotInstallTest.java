package org.khazana.consensus.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.EntryOrigin;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.consensus.port.FetchedSnapshot;
import org.khazana.consensus.port.StateMachine;
import org.khazana.consensus.raft.Chain;

/** A fetched snapshot and the entries that the core goes on handing over meet on one thread, in whatever order. */
class SnapshotInstallTest {
    private static final MemberId MEMBER = new MemberId("m1", 1);
    private static final Configuration ALONE =
            Configuration.of(new QuorumPolicy(List.of(QuorumClause.majorityOf("all", Set.of(MEMBER)))));

    private final List<LogEntry> entries = new ArrayList<>();
    private final List<String> happened = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final FaultLatch fault = new FaultLatch((sentence, cause) -> faults.add(sentence));
    private final Machine machine = new Machine();
    private final Applier applier = new Applier(
            machine,
            fault,
            index -> happened.add("told " + index),
            snapshot -> happened.add("installed " + snapshot.last().index()));

    private final class Machine implements StateMachine {
        private long appliedIndex;

        @Override
        public long appliedIndex() {
            return appliedIndex;
        }

        @Override
        public void apply(LogEntry entry) {
            appliedIndex = entry.index();
            happened.add("applied " + entry.index());
        }
    }

    private FetchedSnapshot snapshotOf(int index) {
        return new FetchedSnapshot() {
            @Override
            public EntryMetadata last() {
                return entries.get(index - 1).metadata();
            }

            @Override
            public Configuration configuration() {
                return Configuration.of(new QuorumPolicy(List.of(QuorumClause.majorityOf("all", Set.of(MEMBER)))));
            }

            @Override
            public void install() {
                machine.appliedIndex = index;
            }

            @Override
            public void dismissed() {
                happened.add("dismissed " + index);
            }
        };
    }

    @BeforeEach
    void tenEntries() {
        EntryMetadata last = Chain.GENESIS;
        for (int index = 1; index <= 10; index++) {
            LogEntry entry = Chain.create(
                    new EntryOrigin(new EntryId(new Term(1), index), last, 1_000 + index, MEMBER, ALONE),
                    EntryContent.NOTHING);
            entries.add(entry);
            last = entry.metadata();
        }
    }

    private void carryOut() {
        applier.end();
        fault.guard("applying", applier).run();
    }

    @Test
    void entriesThatTheSnapshotHoldsAreLeftOutAndTheNextOneIsApplied() {
        applier.submit(entries.subList(0, 2));
        applier.install(snapshotOf(5));
        applier.submit(entries.subList(2, 4));
        applier.submit(entries.subList(4, 7));

        carryOut();

        assertThat(faults).isEmpty();
        assertThat(happened)
                .containsExactly(
                        "applied 1",
                        "applied 2",
                        "told 2",
                        "installed 5",
                        "told 4",
                        "applied 6",
                        "applied 7",
                        "told 7");
    }

    @Test
    void aSnapshotThatIsNoNewerThanTheStateIsDismissed() {
        applier.submit(entries.subList(0, 5));
        applier.install(snapshotOf(5));
        applier.submit(entries.subList(5, 6));

        carryOut();

        assertThat(faults).isEmpty();
        assertThat(happened).endsWith("dismissed 5", "applied 6", "told 6").doesNotContain("installed 5");
    }

    @Test
    void anEntryMissingAfterTheSnapshotIsAFault() {
        applier.install(snapshotOf(5));
        applier.submit(entries.subList(6, 7));

        carryOut();

        assertThat(faults).singleElement().asString().contains("comes where 6 is due");
    }

    @Test
    void anEntryThatWasAppliedBeforeIsAFaultStill() {
        applier.submit(entries.subList(0, 3));
        applier.submit(entries.subList(2, 4));

        carryOut();

        assertThat(faults).singleElement().asString().contains("comes where 4 is due");
    }
}
