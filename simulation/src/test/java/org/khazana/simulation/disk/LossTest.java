package org.khazana.simulation.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.simulation.contract.EntryChain;

class LossTest {
    private static final Configuration ALONE =
            Configuration.of(new QuorumPolicy(List.of(QuorumClause.majorityOf("all", Set.of(new MemberId("m1", 1))))));

    private final List<LogEntry> old = EntryChain.after(SimulatedLog.GENESIS, 1, 10, 10, 10, 10);
    private final List<LogEntry> later = EntryChain.after(old.get(1).metadata(), 2, 10, 10, 10);

    private static SimulatedLog log(List<LogEntry> entries) {
        SimulatedLog log = new SimulatedLog(ALONE);
        entries.forEach(log::append);
        return log;
    }

    /** Of a log that held the old entries, then two of those and the later ones. */
    private Loss loss(List<LogEntry> onceDurable) {
        Map<EntryId, LogEntry> remembered = new HashMap<>();
        onceDurable.forEach(entry -> remembered.put(entry.id(), entry));
        SimulatedLog durable = log(old.subList(0, 2));
        later.forEach(durable::append);
        durable.compactThrough(1);
        return new Loss(durable, remembered, ALONE);
    }

    @Test
    void aBeginningMayBeLeft() {
        SimulatedLog left = loss(List.of()).beginning(log(List.of(old.get(0), old.get(1), later.get(0))));

        assertThat(left.last()).isEqualTo(later.get(0).metadata());
        assertThat(left.base().index()).isEqualTo(1);
    }

    @Test
    void orNothing() {
        assertThat(loss(List.of()).beginning(log(List.of())).last()).isEqualTo(SimulatedLog.GENESIS);
    }

    @Test
    void orAllOfItWithWhatWasNotFinished() {
        SimulatedLog found = log(old.subList(0, 2));
        later.forEach(found::append);
        EntryChain.after(later.get(2).metadata(), 2, 10).forEach(found::append);

        assertThat(loss(List.of()).beginning(found).last())
                .isEqualTo(later.get(2).metadata());
    }

    @Test
    void entriesThatWereCutMayComeBack() {
        SimulatedLog left = loss(old.subList(2, 4)).beforeACut(log(old)).orElseThrow();

        assertThat(left.read(2, 4, 1_000)).isEqualTo(old.subList(1, 4));
        assertThat(left.known(3)).contains(old.get(2).metadata());
    }

    @Test
    void entriesThatWereNeverThereMayNot() {
        assertThat(loss(List.of()).beforeACut(log(old))).isEmpty();
        assertThat(loss(old.subList(3, 4)).beforeACut(log(old))).isEmpty();
        assertThat(loss(old.subList(2, 3)).beforeACut(log(old))).isEmpty();
    }
}
