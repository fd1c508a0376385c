package org.khazana.simulation.disk;

import org.khazana.consensus.membership.MemberId;

/** Makes the empty storage of a new member. */
@FunctionalInterface
public interface StorageFactory {
    MemberStorage create(MemberId member);

    /** Storage that only models a disk. */
    static StorageFactory inMemory() {
        return member -> new InMemoryStorage();
    }
}
