package org.khazana.ledger.statetree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.khazana.ledger.Invariant;

/** Pages in maps, as their bytes: stores on disk are held against it. For one thread. */
public final class PagesInMemory implements PageReads {
    private final Map<PageKey, byte[]> pages = new LinkedHashMap<>();
    private final Deque<Stale> stale = new ArrayDeque<>();

    private record Stale(long height, List<PageKey> pages) {}

    @Override
    public Page page(PageKey key) {
        byte[] bytes = pages.get(key);
        if (bytes == null) {
            throw new IllegalStateException("the page '" + key.prefix() + "' of height " + key.height() + " is gone");
        }
        return Page.of(key, bytes);
    }

    public void write(Page page) {
        byte[] earlier = pages.put(page.key(), page.toBytes());
        Invariant.check(earlier == null, "%s is written a second time", page);
    }

    /** Writes all pages of a block; blocks must come in their order. */
    public void write(TreeUpdate update) {
        update.pages().forEach(this::write);
        stale.addLast(new Stale(update.height(), update.stalePages()));
    }

    /** Drops what only roots of heights below this one lead to. */
    public void forgetBelow(long height) {
        while (!stale.isEmpty() && stale.getFirst().height() <= height) {
            stale.removeFirst().pages().forEach(pages::remove);
        }
    }

    /** How many pages are kept. */
    public int size() {
        return pages.size();
    }

    /** Bytes of all pages that are kept. */
    public long bytes() {
        return pages.values().stream().mapToLong(bytes -> bytes.length).sum();
    }
}
