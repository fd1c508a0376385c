package org.khazana.storage.state;

import org.khazana.ledger.statetree.Page;
import org.khazana.ledger.statetree.PageKey;
import org.khazana.ledger.statetree.PageReads;
import org.khazana.ledger.table.TableReads;
import org.khazana.storage.schema.OwnKey;
import org.khazana.storage.schema.OwnTables;

/** Pages of the state tree as {@code reads} shows them. */
record StoredTree(TableReads reads) implements PageReads {

    /** @throws StateGone if the page is not kept any more */
    @Override
    public Page page(PageKey key) {
        return reads.get(OwnTables.PAGES, OwnKey.of(key.toBytes()))
                .map(bytes -> Page.of(key, bytes))
                .orElseThrow(() -> new StateGone("the state tree of block " + key.height() + " is not kept any more"));
    }
}
