package org.khazana.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.port.DurableLog;

/** What every {@link DurableLog} does. */
public abstract class DurableLogContract {

    /** What stands before the first entry of the log under test. */
    protected abstract EntryMetadata genesis();

    /** An empty log. */
    protected abstract DurableLog emptyLog();

    /** The log as it is after the process of {@code log} was killed and started again, everything written being kept. */
    protected abstract DurableLog reopened(DurableLog log);

    @Test
    protected void anEmptyLogEndsWithTheGenesis() {
        DurableLog log = emptyLog();

        assertThat(log.last()).isEqualTo(genesis());
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
}
