package org.khazana.storage.state;

import java.util.LinkedHashMap;
import java.util.Map;
import org.khazana.ledger.statetree.Page;
import org.khazana.ledger.statetree.PageKey;
import org.khazana.ledger.statetree.PageReads;
import org.khazana.ledger.statetree.TreeUpdate;

/**
 * The pages of the state tree that were used last: each block needs those near the root, and they are the newest of their place. For the
 * one thread that applies blocks.
 */
final class PageCache implements PageReads {
    /** At about a kilobyte each. */
    private static final int PAGES_MAX = 8_192;

    private final PageReads below;
    private final Map<PageKey, Page> pages = new LinkedHashMap<>(16, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PageKey, Page> eldest) {
            return size() > PAGES_MAX;
        }
    };

    /** @param below always the newest */
    PageCache(PageReads below) {
        this.below = below;
    }

    @Override
    public Page page(PageKey key) {
        Page known = pages.get(key);
        if (known == null) {
            known = below.page(key);
            pages.put(key, known);
        }
        return known;
    }

    /** The update was written. */
    void written(TreeUpdate update) {
        update.stalePages().forEach(pages::remove);
        update.pages().forEach(page -> pages.put(page.key(), page));
    }
}
