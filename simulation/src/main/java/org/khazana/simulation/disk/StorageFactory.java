package org.khazana.simulation.disk;

import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;

/** Makes the empty storage of a new member. */
@FunctionalInterface
public interface StorageFactory {
    /** Storage for {@code member} of a cluster that began with {@code founding}. */
    MemberStorage create(MemberId member, Configuration founding);

    /** The test that plays seeds over this storage, in Maven's words: it is named when a seed fails. */
    default String simulation() {
        return "-pl simulation -am test -Dtest=ConsensusSimulation";
    }

    /** Storage that only models a disk. */
    static StorageFactory inMemory() {
        return (member, founding) -> new InMemoryStorage(founding);
    }
}
