package org.khazana.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.PlacedConfiguration;
import org.khazana.consensus.port.DurableLog;

/** What every {@link DurableLog} does. */
public abstract class DurableLogContract {

    /** What stands before the first entry of the log under test. */
    protected abstract EntryMetadata genesis();

    /** In force before the first entry of the log under test. */
    protected abstract Configuration founding();

    /** An empty log. */
    protected abstract DurableLog emptyLog();

    /** The log as it is after the process of {@code log} was killed and started again, everything written being kept. */
    protected abstract DurableLog reopened(DurableLog log);

    @Test
    protected void anEmptyLogEndsWithTheGenesis() {
        DurableLog log = emptyLog();

        assertThat(log.last()).isEqualTo(genesis());
        assertThat(log.base()).isEqualTo(genesis());
        assertThat(log.configurations()).containsExactly(new PlacedConfiguration(0, founding()));
        assertThat(log.metadata(0)).contains(genesis());
        assertThat(log.metadata(1)).isEmpty();
        assertThat(log.read(1, 10, 1_000)).isEmpty();
    }

    @Test
    protected void whatWasAppendedIsReadBackEqual() {
        DurableLog log = emptyLog();
        List<LogEntry> entries = EntryChain.after(genesis(), 1, 0, 1, 7, 8, 700, 5_000);

        log.append(entries.subList(0, 2));
        log.append(entries.subList(2, 6));

        assertThat(log.read(1, 6, 1_000_000)).isEqualTo(entries);
        assertThat(log.last()).isEqualTo(entries.get(5).metadata());
        assertThat(LongStream.rangeClosed(1, 6)
                        .mapToObj(index -> log.metadata(index).orElseThrow()))
                .isEqualTo(entries.stream().map(LogEntry::metadata).toList());
    }

    @Test
    protected void readsStopAtTheEndAndBeforeTooManyBytesButNeverBeforeTheFirstEntry() {
        DurableLog log = emptyLog();
        List<LogEntry> entries = EntryChain.after(genesis(), 1, 100, 100, 100, 100);
        log.append(entries);

        assertThat(log.read(2, 99, 1_000)).isEqualTo(entries.subList(1, 4));
        assertThat(log.read(1, 4, 200)).isEqualTo(entries.subList(0, 2));
        assertThat(log.read(1, 4, 299)).isEqualTo(entries.subList(0, 2));
        assertThat(log.read(3, 4, 1)).isEqualTo(entries.subList(2, 3));
        assertThat(log.read(2, 1, 1_000)).isEmpty();
        assertThat(log.read(5, 9, 1_000)).isEmpty();
    }

    @Test
    protected void aTruncatedEntryIsGoneAndAnotherTakesItsPlace() {
        DurableLog log = emptyLog();
        List<LogEntry> old = EntryChain.after(genesis(), 1, 10, 20, 30, 40);
        log.append(old);
        log.sync();

        log.truncateFrom(3);

        assertThat(log.last()).isEqualTo(old.get(1).metadata());
        assertThat(log.metadata(3)).isEmpty();
        assertThat(log.read(1, 4, 1_000)).isEqualTo(old.subList(0, 2));

        List<LogEntry> fresh = EntryChain.after(old.get(1).metadata(), 2, 50);
        log.append(fresh);

        assertThat(log.read(3, 9, 1_000)).isEqualTo(fresh);
        assertThat(log.last()).isEqualTo(fresh.get(0).metadata());
    }

    @Test
    protected void aLogCanBeTruncatedToNothing() {
        DurableLog log = emptyLog();
        log.append(EntryChain.after(genesis(), 1, 10, 20));

        log.truncateFrom(1);
        log.sync();

        assertThat(log.last()).isEqualTo(genesis());
        assertThat(reopened(log).last()).isEqualTo(genesis());
    }

    @Test
    protected void whatWasSyncedIsThereAfterARestart() {
        DurableLog log = emptyLog();
        List<LogEntry> old = EntryChain.after(genesis(), 1, 10, 2_000, 30);
        log.append(old);
        log.truncateFrom(3);
        List<LogEntry> fresh = EntryChain.after(old.get(1).metadata(), 4, 60, 0);
        log.append(fresh);
        log.sync();

        DurableLog again = reopened(log);

        assertThat(again.read(1, 9, 1_000_000)).isEqualTo(List.of(old.get(0), old.get(1), fresh.get(0), fresh.get(1)));
        assertThat(again.last()).isEqualTo(fresh.get(1).metadata());
    }

    @Test
    protected void aReopenedLogGoesOnWhereItEnded() {
        DurableLog log = emptyLog();
        List<LogEntry> first = EntryChain.after(genesis(), 1, 10, 20);
        log.append(first);
        log.sync();

        DurableLog again = reopened(log);
        List<LogEntry> second = EntryChain.after(again.last(), 2, 30);
        again.append(second);
        again.sync();

        assertThat(reopened(again).read(1, 9, 1_000)).isEqualTo(List.of(first.get(0), first.get(1), second.get(0)));
    }

    @Test
    protected void configurationsComeAndGoWithTheirEntries() {
        DurableLog log = emptyLog();
        Configuration second = founding().withObservers(Set.of(new MemberId("observer-1", 1)));
        Configuration third = founding().withObservers(Set.of(new MemberId("observer-2", 1)));
        List<LogEntry> before = EntryChain.after(genesis(), 1, 10, 20);
        LogEntry atThree = EntryChain.membership(before.get(1).metadata(), 1, second);
        LogEntry atFour = EntryChain.membership(atThree.metadata(), 1, third);
        log.append(before);
        log.append(List.of(atThree, atFour));

        assertThat(log.configurations())
                .containsExactly(
                        new PlacedConfiguration(0, founding()),
                        new PlacedConfiguration(3, second),
                        new PlacedConfiguration(4, third));
        assertThat(log.read(3, 4, 1_000)).containsExactly(atThree, atFour);

        log.truncateFrom(4);
        log.sync();

        List<PlacedConfiguration> two =
                List.of(new PlacedConfiguration(0, founding()), new PlacedConfiguration(3, second));
        assertThat(log.configurations()).isEqualTo(two);
        DurableLog again = reopened(log);
        assertThat(again.configurations()).isEqualTo(two);
        again.truncateFrom(3);
        again.sync();
        assertThat(reopened(again).configurations()).containsExactly(new PlacedConfiguration(0, founding()));
    }

    @Test
    protected void aRestartedLogIsEmptyAndGoesOnAfterItsBase() {
        DurableLog log = emptyLog();
        log.append(EntryChain.after(genesis(), 1, 10, 20, 30));
        log.sync();
        EntryMetadata base =
                EntryChain.after(genesis(), 3, 1, 1, 1, 1, 1, 1, 1).get(6).metadata();
        Configuration inForce = founding().withObservers(Set.of(new MemberId("observer-1", 1)));

        log.restartAt(base, inForce);

        assertBeginsEmpty(log, base, inForce);
        log.sync();
        DurableLog again = reopened(log);
        assertBeginsEmpty(again, base, inForce);

        List<LogEntry> fresh = EntryChain.after(base, 4, 10, 2_000, 10);
        again.append(fresh);
        again.truncateFrom(10);
        again.sync();
        DurableLog last = reopened(again);

        assertThat(last.read(8, 99, 1_000_000)).isEqualTo(fresh.subList(0, 2));
        assertThat(last.base()).isEqualTo(base);
        last.truncateFrom(8);
        assertBeginsEmpty(last, base, inForce);
    }

    private static void assertBeginsEmpty(DurableLog log, EntryMetadata base, Configuration inForce) {
        assertThat(log.base()).isEqualTo(base);
        assertThat(log.last()).isEqualTo(base);
        assertThat(log.metadata(base.index())).contains(base);
        assertThat(log.metadata(base.index() - 1)).isEmpty();
        assertThat(log.metadata(base.index() + 1)).isEmpty();
        assertThat(log.read(base.index() + 1, 99, 1_000)).isEmpty();
        assertThat(log.configurations()).containsExactly(new PlacedConfiguration(base.index(), inForce));
    }

    @Test
    protected void aCompactedLogForgetsNothingAfterTheGivenIndex() {
        DurableLog log = emptyLog();
        Configuration second = founding().withObservers(Set.of(new MemberId("observer-1", 1)));
        LogEntry membership = EntryChain.membership(genesis(), 1, second);
        List<LogEntry> entries = EntryChain.after(
                membership.metadata(),
                1,
                LongStream.range(0, 39).mapToInt(i -> 3_000).toArray());
        log.append(List.of(membership));
        log.append(entries);
        log.sync();

        log.compactThrough(30);

        assertKeeps(log, entries, second);
        assertKeeps(reopened(log), entries, second);
    }

    @Test
    protected void compactionNeverForgetsWhatWasWrittenAfterACut() {
        DurableLog log = emptyLog();
        List<LogEntry> old = EntryChain.after(genesis(), 1, 5_000, 5_000, 5_000, 5_000, 5_000);
        log.append(old);
        log.truncateFrom(2);
        List<LogEntry> fresh = EntryChain.after(old.get(0).metadata(), 2, 9_000, 9_000, 9_000, 9_000);
        log.append(fresh);
        log.sync();

        for (int index = 1; index <= 5; index++) {
            log.compactThrough(index);
            log = reopened(log);

            long first = log.base().index() + 1;
            assertThat(first).isLessThanOrEqualTo(index + 1);
            assertThat(log.read(Math.max(2, first), 9, 1_000_000))
                    .isEqualTo(fresh.subList((int) Math.max(2, first) - 2, 4));
        }
    }

    private void assertKeeps(DurableLog log, List<LogEntry> entries, Configuration inForce) {
        long base = log.base().index();
        assertThat(base).isBetween(0L, 30L);
        assertThat(log.last()).isEqualTo(entries.getLast().metadata());
        assertThat(log.metadata(base)).contains(log.base());
        assertThat(log.read(31, 40, 1_000_000)).isEqualTo(entries.subList(29, 39));
        assertThat(log.configurations().getLast()).isEqualTo(new PlacedConfiguration(1, inForce));
        if (base > 0) {
            assertThat(log.base()).isEqualTo(entries.get((int) base - 2).metadata());
            assertThat(log.metadata(base - 1)).isEmpty();
            assertThat(log.configurations()).hasSize(1);
        }
    }
}
