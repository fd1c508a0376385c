package org.khazana.simulation.cluster;

import java.util.ArrayList;
import java.util.List;
import org.khazana.consensus.log.LogEntry;
import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;

/** A state machine whose state is one number that every entry changes: little to compute, and no mistake is lost in it. */
final class DigestMachine implements Machine {
    private record SavedDigest(long digest) implements Saved {}

    private final List<Long> agreed;
    private final List<Long> digests = new ArrayList<>(List.of(0L));
    private long firstIndex;

    /** @param agreed what any member came to, index by index; shared by all members */
    DigestMachine(List<Long> agreed) {
        this.agreed = agreed;
    }

    @Override
    public void apply(LogEntry entry) {
        long digest = 31 * digests.getLast() + entry.hash().hashCode();
        digests.add(digest);
        int place = Math.toIntExact(entry.index()) - 1;
        if (place == agreed.size()) {
            agreed.add(digest);
        } else if (place > agreed.size() || agreed.get(place) != digest) {
            throw new PropertyViolation(
                    Property.LEDGER_SAME, "another state after entry " + entry.id() + " than elsewhere");
        }
    }

    /** What a snapshot replaced does not come back: of a state before it nothing is left. */
    @Override
    public void fallBackTo(long index) {
        while (digests.size() > 1 && firstIndex + digests.size() - 1 > index) {
            digests.removeLast();
        }
    }

    @Override
    public String state() {
        return digests.getLast().toString();
    }

    @Override
    public Saved save() {
        return new SavedDigest(digests.getLast());
    }

    @Override
    public void install(long index, Saved saved) {
        digests.clear();
        digests.add(((SavedDigest) saved).digest());
        firstIndex = index;
    }
}
