package org.khazana.ledger.statetree;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;

/**
 * Says which entries stand below the node of a group, all of them; only {@link StateGroupCheck} knows whether it is true. Where less than two
 * entries do, it may stop at a node further up, below which there are no two.
 *
 * @param siblings hashes of the nodes beside the way, from the root downwards; {@link Hash#ZEROS} for those without entries
 * @param records of all entries below the node of the group, in the order of their paths
 * @param other if there are no such records: the one entry below the node where the way ends, if there is one
 */
public record StateGroupProof(List<Hash> siblings, List<GroupRecord> records, Optional<StateProof.Other> other) {
    /** Most records of one proof. */
    public static final int RECORDS_MAX = 1 << 20;

    /** @throws IllegalArgumentException if there are too many records; nothing else is asked here */
    public StateGroupProof {
        siblings = List.copyOf(siblings);
        records = List.copyOf(records);
        if (records.size() > RECORDS_MAX) {
            throw new IllegalArgumentException(
                    "a proof has at most " + RECORDS_MAX + " records, not " + records.size());
        }
    }
}
