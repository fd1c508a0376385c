package org.khazana.ledger.authority;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.PartyId;

/**
 * Who validly agreed to an operation.
 *
 * @param sender in whose name it is carried out; one of {@code persons}
 * @param persons for each party that agreed, the tags of the humans whose keys signed for it; empty where no key tells
 */
public record Signers(PartyId sender, SortedMap<PartyId, SortedSet<Hash>> persons) {
    public Signers {
        SortedMap<PartyId, SortedSet<Hash>> copy = new TreeMap<>();
        persons.forEach((party, tags) -> copy.put(party, copyOf(tags)));
        persons = Collections.unmodifiableSortedMap(copy);
    }

    /** Most keys tell of nobody. */
    private static SortedSet<Hash> copyOf(SortedSet<Hash> tags) {
        return tags.isEmpty() ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /** In order of number. */
    public SortedSet<PartyId> parties() {
        return new TreeSet<>(persons.keySet());
    }

    public boolean include(PartyId party) {
        return persons.containsKey(party);
    }

    /** These, and whoever else agreed; the sender stays. */
    public Signers and(Signers more) {
        SortedMap<PartyId, SortedSet<Hash>> all = new TreeMap<>(persons);
        more.persons.forEach((party, tags) -> all.merge(party, tags, Signers::union));
        return new Signers(sender, all);
    }

    /** These but that one. */
    public Signers without(PartyId party) {
        SortedMap<PartyId, SortedSet<Hash>> fewer = new TreeMap<>(persons);
        fewer.remove(party);
        return new Signers(sender, fewer);
    }

    /** Whether nobody, as far as the keys tell, signed for two parties. */
    public boolean areDifferentPersons() {
        Set<Hash> seen = new TreeSet<>();
        return persons.values().stream().allMatch(tags -> tags.stream().allMatch(seen::add));
    }

    private static SortedSet<Hash> union(Set<Hash> some, Set<Hash> others) {
        SortedSet<Hash> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
