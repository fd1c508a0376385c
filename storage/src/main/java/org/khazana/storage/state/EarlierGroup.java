package org.khazana.storage.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.GroupRecord;
import org.khazana.ledger.statetree.LeafKey;
import org.khazana.ledger.statetree.StateGroup;
import org.khazana.ledger.statetree.StateGroupPlace;
import org.khazana.ledger.statetree.StateGroupProof;
import org.khazana.ledger.statetree.StateRoot;
import org.khazana.ledger.statetree.StateTree;
import org.khazana.ledger.table.TableReads;
import org.khazana.storage.schema.OwnKey;
import org.khazana.storage.schema.OwnTables;

/**
 * Which positions there were in an asset after an earlier block, proved: by the pages of the tree of that height, and by what a record was
 * before it changed.
 *
 * @param root of the tree after that block
 * @param reads of one moment
 */
record EarlierGroup(StateRoot root, TableReads reads) {

    /** Empty if the tree is not kept any more. */
    Optional<StateGroupProof> proof(StateGroup group) {
        StoredTree pages = new StoredTree(reads);
        List<GroupRecord> records = new ArrayList<>();
        try {
            StateGroupPlace place = StateTree.find(pages, root, group);
            place.forEach(pages, (entry, valueHash) -> {
                if (records.size() == StateGroupProof.RECORDS_MAX) {
                    throw new GroupTooLarge(
                            "there are more than " + StateGroupProof.RECORDS_MAX + " records in " + group);
                }
                records.add(record(entry, valueHash));
            });
            return Optional.of(place.of(records));
        } catch (StateGone forgotten) {
            return Optional.empty();
        }
    }

    private GroupRecord record(LeafKey entry, Hash valueHash) {
        byte[] key = reads.get(OwnTables.GROUPED, OwnKey.of(entry.path().hash().toBytes()))
                .orElseThrow(() -> new IllegalStateException("there is no key for " + entry));
        // Not asked by height: what was put again as it had been before is the same.
        byte[] value = reads.get(Tables.POSITIONS, Tables.POSITIONS.readKey(key))
                .map(Tables.POSITIONS::valueBytes)
                .filter(newest -> Domain.STATE_VALUE.hash(newest).equals(valueHash))
                .or(() -> reads.get(OwnTables.EARLIER, OwnKey.of(TreeWriting.bytes(entry))))
                .orElseThrow(() -> new StateGone(entry + " is not kept any more"));
        Invariant.check(
                Domain.STATE_VALUE.hash(value).equals(valueHash), "%s is not what the state tree says of it", entry);
        return new GroupRecord(key, value);
    }
}
