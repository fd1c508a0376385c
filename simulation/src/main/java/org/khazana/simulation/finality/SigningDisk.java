package org.khazana.simulation.finality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.khazana.ledger.finality.SigningRecord;

/** The file of what was signed: two slots, so that a write that is torn leaves the record before. */
final class SigningDisk {
    private final List<SigningRecord> durable = new ArrayList<>();
    private Optional<SigningRecord> pending = Optional.empty();

    Optional<SigningRecord> record() {
        return durable.isEmpty() ? Optional.empty() : Optional.of(durable.getLast());
    }

    /** Begins to write; nothing is promised before {@link #sync}. */
    void issue(SigningRecord record) {
        pending = Optional.of(record);
    }

    void sync() {
        pending.ifPresent(durable::add);
        pending = Optional.empty();
    }

    /** What was being written is there, or not at all. */
    void crash(RandomGenerator chance) {
        if (chance.nextBoolean()) {
            sync();
        }
        pending = Optional.empty();
    }

    /** Somebody puts an old copy back; whether it is another than the newest. */
    boolean restore(RandomGenerator chance) {
        int before = durable.size();
        if (before > 1) {
            durable.subList(chance.nextInt(1, before), before).clear();
        }
        return durable.size() < before;
    }
}
