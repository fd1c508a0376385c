package org.khazana.storage.blocklog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.simulation.contract.EntryChain;

/** What a log may hold: what it held when it was synced, and all it came to since. */
final class LogModel {

    /** A log that begins after {@code base}, forgotten entries included. */
    record State(EntryMetadata base, Configuration atBase, List<LogEntry> entries) {
        EntryMetadata last() {
            return entries.isEmpty() ? base : entries.getLast().metadata();
        }

        State with(List<LogEntry> more) {
            List<LogEntry> all = new ArrayList<>(entries);
            all.addAll(more);
            return new State(base, atBase, List.copyOf(all));
        }

        Configuration configuration() {
            return entries.reversed().stream()
                    .flatMap(entry -> entry.configuration().stream())
                    .findFirst()
                    .orElse(atBase);
        }

        /** Whether this is what {@code log} holds, but for what it has forgotten at its beginning. */
        boolean isIn(SegmentedBlockLog log) {
            long forgotten = log.base().index() - base.index();
            if (forgotten < 0 || forgotten > entries.size() || !log.last().equals(last())) {
                return false;
            }
            EntryMetadata logBase =
                    forgotten == 0 ? base : entries.get((int) forgotten - 1).metadata();
            return log.base().equals(logBase)
                    && TestLog.contentOf(log).equals(entries.subList((int) forgotten, entries.size()))
                    && log.configurations().getLast().configuration().equals(configuration());
        }
    }

    private List<State> possible =
            new ArrayList<>(List.of(new State(TestLog.GENESIS, TestLog.ORIGIN.configuration(), List.of())));

    private long compactedThrough;

    /** Does something to {@code log} that chance chooses; a failure leaves all that it may have come to. */
    void change(SegmentedBlockLog log, int step, Random chance) {
        State now = possible.getLast();
        int choice = chance.nextInt(20);
        if (choice < 10) {
            append(log, now, step, chance);
        } else if (choice < 12
                && now.last().index() > Math.max(compactedThrough, now.base().index())) {
            long least = Math.max(compactedThrough, now.base().index());
            int keep = chance.nextInt(
                    (int) (least - now.base().index()), now.entries().size());
            possible.add(new State(
                    now.base(), now.atBase(), List.copyOf(now.entries().subList(0, keep))));
            log.truncateFrom(now.base().index() + keep + 1);
        } else if (choice < 14) {
            long least = log.base().index();
            compactedThrough =
                    Math.max(compactedThrough, chance.nextLong(least, now.last().index() + 1));
            log.sync();
            possible = new ArrayList<>(List.of(now));
            log.compactThrough(compactedThrough);
        } else if (choice < 15) {
            restart(log, now, step, chance);
        } else {
            log.sync();
            possible = new ArrayList<>(List.of(now));
        }
    }

    /** A fresh term each time, so that entries at one index differ. */
    private void append(SegmentedBlockLog log, State now, int step, Random chance) {
        List<LogEntry> fresh = new ArrayList<>();
        if (chance.nextInt(4) == 0) {
            fresh.add(EntryChain.membership(now.last(), 1 + step, members(step)));
        }
        int[] sizes = chance.ints(1 + chance.nextInt(4), 0, chance.nextBoolean() ? 100 : 3_000)
                .toArray();
        fresh.addAll(
                EntryChain.after(fresh.isEmpty() ? now.last() : fresh.getLast().metadata(), 1 + step, sizes));
        // An append that fills a segment is two batches, and the first may be kept without the second.
        for (int count = 1; count <= fresh.size(); count++) {
            possible.add(now.with(fresh.subList(0, count)));
        }
        log.append(fresh);
    }

    private void restart(SegmentedBlockLog log, State now, int step, Random chance) {
        int ahead = chance.nextInt(1, 30);
        EntryMetadata base =
                EntryChain.after(now.last(), 1 + step, new int[ahead]).getLast().metadata();
        possible.add(new State(base, members(step), List.of()));
        compactedThrough = base.index();
        log.restartAt(base, members(step));
    }

    private static Configuration members(int number) {
        return TestLog.ORIGIN.configuration().withObservers(Set.of(new MemberId("observer-" + number, 1)));
    }

    void assertHolds(SegmentedBlockLog log) {
        assertThat(possible.getLast().isIn(log)).isTrue();
        assertThat(log.base().index())
                .isLessThanOrEqualTo(
                        Math.max(compactedThrough, possible.getLast().base().index()));
    }

    /** One of the possible states is there, from now on for good. */
    void foundAfterACrash(SegmentedBlockLog log) {
        List<State> found =
                possible.stream().filter(state -> state.isIn(log)).limit(1).toList();
        assertThat(found).as("a state that can be there").isNotEmpty();
        possible = new ArrayList<>(found);
        compactedThrough = Math.max(
                log.base().index(),
                Math.min(compactedThrough, found.get(0).last().index()));
    }
}
