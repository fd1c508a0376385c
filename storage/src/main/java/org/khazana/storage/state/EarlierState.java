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
import org.khazana.storage.schema.StoredHeads;

/**
 * What records were after earlier blocks, proved: by the pages of the tree of that height, and by what a record was before it changed.
 *
 * @param reads of one moment
 */
record EarlierState(TableReads reads) {

    /** Proves what stood under a key after a block, or that nothing did; empty if the tree of that height is not here, or not any more. */
    <K extends Comparable<K>, V> Optional<StateProof> proof(long height, Table<K, V> table, K key) {
        Optional<StateRoot> root = StoredHeads.root(height, reads);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        StatePlace place;
        try {
            place = StateTree.find(
                    new StoredTree(reads), root.get(), StatePath.of(table.number(), table.keyBytes(key)));
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
