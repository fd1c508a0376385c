package org.khazana.ledger.statetree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;

/** Blocks of random changes to few paths, many of which begin alike; remembers what each left. */
final class History {
    final PagesInMemory pages = new PagesInMemory();
    /** What stood in the tree after each height, by what blocks were asked to do. */
    final NavigableMap<Long, NavigableMap<StatePath, Hash>> entriesAfter = new TreeMap<>();

    final NavigableMap<Long, StateRoot> roots = new TreeMap<>();
    final List<StatePath> paths;
    /** Heights that wrote the entries that are there. */
    final Map<StatePath, Long> writtenAt = new LinkedHashMap<>();

    private final SplittableRandom random;
    private long height;

    History(SplittableRandom random, int paths) {
        this.random = random;
        this.paths = paths(random, paths);
        entriesAfter.put(0L, new TreeMap<>());
        roots.put(0L, StateRoot.NONE);
    }

    /** Random paths, most of which go with another one up to some bit, sometimes to the last. */
    static List<StatePath> paths(SplittableRandom random, int count) {
        Set<StatePath> paths = new LinkedHashSet<>();
        while (paths.size() < count) {
            byte[] bytes = new byte[Hash.BYTES];
            random.nextBytes(bytes);
            if (!paths.isEmpty() && random.nextInt(4) > 0) {
                StatePath like = List.copyOf(paths).get(random.nextInt(paths.size()));
                part(bytes, like, partingBit(random));
            }
            paths.add(new StatePath(Hash.of(bytes)));
        }
        return List.copyOf(paths);
    }

    private static int partingBit(SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0 -> 255 - random.nextInt(6);
            case 1 -> random.nextInt(StatePath.BITS);
            default -> random.nextInt(16);
        };
    }

    /** Makes the bytes agree with a path up to that bit, in which they differ. */
    private static void part(byte[] bytes, StatePath from, int at) {
        for (int i = 0; i <= at; i++) {
            int bit = i < at ? from.bit(i) : 1 - from.bit(i);
            int mask = 0x80 >> i % 8;
            bytes[i / 8] = (byte) (bit == 0 ? bytes[i / 8] & ~mask : bytes[i / 8] | mask);
        }
    }

    NavigableMap<StatePath, Hash> entries() {
        return entriesAfter.lastEntry().getValue();
    }

    StateRoot root() {
        return roots.lastEntry().getValue();
    }

    long height() {
        return height;
    }

    static byte[] value(int number) {
        return new byte[] {(byte) number};
    }

    static Hash valueHash(int number) {
        return Domain.STATE_VALUE.hash(value(number));
    }

    /** At most so many changes: entries put, put again, overwritten, removed, removed though they are not there. */
    TreeUpdate playBlock(int changesMax) {
        NavigableMap<StatePath, EntryChange> changes = new TreeMap<>();
        int removals = random.nextInt(4);
        for (int i = random.nextInt(changesMax + 1); i > 0; i--) {
            StatePath path = paths.get(random.nextInt(paths.size()));
            changes.put(
                    path,
                    random.nextInt(4) < removals
                            ? new EntryChange.Removal(path)
                            : new EntryChange.Put(path, valueHash(random.nextInt(3))));
        }
        return play(List.copyOf(changes.values()));
    }

    TreeUpdate play(List<EntryChange> changes) {
        height += 1 + random.nextInt(2);
        TreeUpdate update = StateTree.update(pages, root(), height, changes);
        pages.write(update);
        NavigableMap<StatePath, Hash> entries = new TreeMap<>(entries());
        for (EntryChange change : changes) {
            switch (change) {
                case EntryChange.Put put -> {
                    if (!put.valueHash().equals(entries.put(put.path(), put.valueHash()))) {
                        writtenAt.put(put.path(), height);
                    }
                }
                case EntryChange.Removal removal -> {
                    entries.remove(removal.path());
                    writtenAt.remove(removal.path());
                }
            }
        }
        entriesAfter.put(height, entries);
        roots.put(height, withSomePages(update.root()));
        return update;
    }

    /** With all pages in memory, with none, or with some: nothing may depend on it. */
    private StateRoot withSomePages(StateRoot root) {
        return switch (random.nextInt(3)) {
            case 0 -> root;
            case 1 -> root.keepingPagesAbove(height);
            default -> root.keepingPagesAbove(height - random.nextInt(6));
        };
    }

    static Iterator<EntryChange.Put> puts(NavigableMap<StatePath, Hash> entries) {
        return entries.entrySet().stream()
                .map(entry -> new EntryChange.Put(entry.getKey(), entry.getValue()))
                .iterator();
    }

    /** The entries that are found from a root, by all pages below it, each of which is as it should be. */
    static Reached reachedFrom(PageReads reads, StateRoot root) {
        Reached reached = new Reached(new TreeMap<>(), new ArrayList<>());
        reach(reads, root.subtree(), "", reached);
        return reached;
    }

    record Reached(NavigableMap<StatePath, Subtree.Leaf> leaves, List<Page> pages) {
        NavigableMap<StatePath, Hash> entries() {
            NavigableMap<StatePath, Hash> entries = new TreeMap<>();
            leaves.forEach((path, leaf) -> entries.put(path, leaf.valueHash()));
            return entries;
        }
    }

    private static void reach(PageReads reads, Subtree subtree, String digits, Reached reached) {
        switch (subtree) {
            case Subtree.Empty none -> {}
            case Subtree.Leaf leaf -> {
                assertThat(leaf.path().toString()).startsWith(digits);
                reached.leaves().put(leaf.path(), leaf);
            }
            case Subtree.PageLink link -> {
                StatePath any = new StatePath(Hash.fromHex(digits + "0".repeat(64 - digits.length())));
                Page page = reads.page(new PageKey(link.height(), Prefix.of(any, digits.length())));
                int before = reached.leaves().size();
                reached.pages().add(page);
                PageDraft anew = new PageDraft(null);
                for (int child = 0; child < PageLayout.CHILDREN; child++) {
                    anew.put(child, page.child(child));
                    reach(reads, page.child(child), digits + Integer.toHexString(child), reached);
                }
                PageDraft.Finished expected = anew.finish(page.key(), new TreeHasher());
                assertThat(reached.leaves().size() - before)
                        .as("entries in %s", page)
                        .isGreaterThan(1);
                assertThat(page).as("all that is kept in %s", page).isEqualTo(expected.page());
                assertThat(link.hash()).as("the hash of %s", page).isEqualTo(expected.hash());
            }
        }
    }
}
