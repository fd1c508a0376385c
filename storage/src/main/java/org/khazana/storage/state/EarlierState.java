package org.khazana.storage.state;

import java.util.Optional;
import org.khazana.ledger.statetree.LeafKey;
import org.khazana.ledger.statetree.StatePath;
import org.khazana.ledger.statetree.StatePlace;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.statetree.StateRoot;
import org.khazana.ledger.statetree.StateTree;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.TableReads;
import org.khazana.storage.schema.OwnKey;
import org.khazana.storage.schema.OwnTables;

/**
 * What records were after an earlier block, proved: by the tree of that height, and by what a record was before it changed.
 *
 * @param root of the tree after that block
 * @param reads of one moment
 */
record EarlierState(StateRoot root, TableReads reads) {

    /** Proves what stood under a key, or that nothing did; empty if the tree is not kept any more. */
    <K extends Comparable<K>, V> Optional<StateProof> proof(Table<K, V> table, K key) {
        StatePlace place;
        try {
            place = StateTree.find(new StoredTree(reads), root, StatePath.of(table.number(), table.keyBytes(key)));
        } catch (StateGone forgotten) {
            return Optional.empty();
        }
        if (place.entry().isEmpty()) {
            return Optional.of(place.ofAbsence());
        }
        // Not asked by height: what was put again as it had been before is the same.
        return reads.get(table, key)
                .map(table::valueBytes)
                .filter(place::holds)
                .or(() -> earlier(place.entry().orElseThrow()))
                .map(place::ofPresence);
    }

    private Optional<byte[]> earlier(LeafKey version) {
        return reads.get(OwnTables.EARLIER, OwnKey.of(TreeWriting.bytes(version)));
    }
}
