package org.khazana.storage.state;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.statetree.TreeUpdate;

/** What one block does to the state tree, and by which records. */
record TreeStep(TreeUpdate update, ChangedRecords changed) {
    Hash rootHash() {
        return update.root().hash();
    }
}
