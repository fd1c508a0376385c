package org.khazana.simulation.cluster;

import java.util.ArrayList;
import java.util.List;
import org.khazana.consensus.log.LogEntry;
import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;

/** A state machine whose state is one number that every entry changes: little to compute, and no mistake is lost in it. */
final class DigestMachine implements Machine {
    private record SavedDigest(long digest, List<Long> numbers) implements Saved {}

    private final List<Long> agreed;
    private final int lists;
    private final List<Long> digests = new ArrayList<>(List.of(0L));
    /** The numbers of each entry; the first are those of all entries up to {@code firstIndex}. */
    private final List<List<Long>> numbers = new ArrayList<>(List.of(List.of()));

    private long firstIndex;

    /**
     * Before the first entry.
     *
     * @param agreed what any member came to, index by index; shared by all members
     * @param lists the numbers are kept in so many lists
     */
    DigestMachine(List<Long> agreed, int lists) {
        this.agreed = agreed;
        this.lists = lists;
    }

    @Override
    public void apply(LogEntry entry) {
        long digest = 31 * digests.getLast() + entry.hash().hashCode();
        digests.add(digest);
        numbers.add(SimulatedEntries.proposalNumbers(entry));
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
            numbers.removeLast();
        }
    }

    @Override
    public String state() {
        return digests.getLast().toString();
    }

    @Override
    public List<Long> answer(long number) {
        return List.of();
    }

    /** The whole list that the number belongs to. */
    @Override
    public List<Long> look(long number) {
        return numbers.stream()
                .flatMap(List::stream)
                .filter(other -> other % lists == number % lists)
                .toList();
    }

    @Override
    public Saved save() {
        return new SavedDigest(
                digests.getLast(), numbers.stream().flatMap(List::stream).toList());
    }

    @Override
    public void install(long index, Saved saved) {
        SavedDigest from = (SavedDigest) saved;
        digests.clear();
        digests.add(from.digest());
        numbers.clear();
        numbers.add(from.numbers());
        firstIndex = index;
    }
}
