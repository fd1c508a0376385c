package org.khazana.simulation.finality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.KnownHeads;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.simulation.cluster.Machine;

/**
 * A state machine that makes a head of each entry. Heads, and who the validators are, are written together with the state, and fall
 * back with it. Who the voters of consensus are after an entry decides who signs the next ones.
 */
public final class HeadedMachine implements Machine, KnownHeads {
    private record SavedHeads(Saved state, Head head, NavigableMap<Long, ValidatorSet> appointed) implements Saved {}

    private final Machine machine;
    private final Lie lie;
    private final Hash wrong;
    private final NavigableMap<Long, Head> heads = new TreeMap<>();
    private final NavigableMap<Long, ValidatorSet> appointed = new TreeMap<>();
    /** What others take over from here is right: that a liar can mislead who fetches its state is another story. */
    private final Map<Long, Head> right = new HashMap<>();

    private boolean flipped;

    /** Before the first entry. */
    HeadedMachine(Machine machine, MemberId self, SortedSet<MemberId> founders, Lie lie) {
        this.machine = machine;
        this.lie = lie;
        this.wrong = Electorate.hash("what " + self + " comes to");
        Head founding = Head.founding(Electorate.CHAIN, Electorate.hash("the founding state"));
        heads.put(0L, founding);
        right.put(0L, founding);
        appointed.put(0L, Electorate.of(0, founders));
    }

    @Override
    public void apply(LogEntry entry) {
        machine.apply(entry);
        long height = entry.index();
        Hash root = Electorate.hash(machine.state());
        heads.put(height, next(heads.lastEntry().getValue(), entry, isWrong(height) ? wrong : root));
        right.put(height, next(Objects.requireNonNull(right.get(height - 1)), entry, root));
        entry.configuration()
                .ifPresent(
                        configuration -> appoint(height, configuration.voters().members()));
    }

    private Head next(Head before, LogEntry entry, Hash stateRoot) {
        Hash block = Hash.of(entry.hash().toBytes());
        return before.next(newestSigners().epoch(), block, stateRoot, block);
    }

    private boolean isWrong(long height) {
        boolean flipsNow = height == lie.flippedAt() && !flipped;
        flipped |= flipsNow;
        return flipsNow || height >= lie.wrongFrom();
    }

    private void appoint(long height, SortedSet<MemberId> voters) {
        ValidatorSet before = newestSigners();
        ValidatorSet after = Electorate.of(before.epoch() + 1, voters);
        if (!after.validators().equals(before.validators())) {
            appointed.put(height, after);
        }
    }

    /** Who signs the next head. */
    ValidatorSet newestSigners() {
        return appointed.lastEntry().getValue();
    }

    ValidatorSet signersOf(Head head) {
        return signers(head.epoch()).orElseThrow();
    }

    Optional<ValidatorSet> signers(long epoch) {
        return appointed.values().stream().filter(set -> set.epoch() == epoch).findFirst();
    }

    /** Of the newest entry that is applied. */
    public long newestHeight() {
        return heads.lastKey();
    }

    Head newest() {
        return heads.lastEntry().getValue();
    }

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

    @Override
    public void fallBackTo(long index) {
        machine.fallBackTo(index);
        heads.tailMap(index, false).clear();
        right.keySet().removeIf(height -> height > index);
        appointed.tailMap(index, false).clear();
    }

    @Override
    public String state() {
        return machine.state();
    }

    @Override
    public List<Long> answer(long number) {
        return machine.answer(number);
    }

    @Override
    public List<Long> look(long number) {
        return machine.look(number);
    }

    @Override
    public Saved save() {
        return new SavedHeads(
                machine.save(), Objects.requireNonNull(right.get(newest().height())), new TreeMap<>(appointed));
    }

    @Override
    public void install(long index, Saved saved) {
        SavedHeads from = (SavedHeads) saved;
        machine.install(index, from.state());
        heads.clear();
        heads.put(index, from.head());
        right.clear();
        right.put(index, from.head());
        appointed.clear();
        appointed.putAll(from.appointed());
    }
}
