package org.khazana.ledger.statetree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.crypto.Hash;

/** The node of a group in one tree, or the one further up below which there are no two entries: enough for a proof, but for the records. */
public final class StateGroupPlace {
    private final StateGroup group;
    private final List<Hash> siblings;
    private final Subtree subtree;

    StateGroupPlace(StateGroup group, List<Hash> siblings, Subtree subtree) {
        this.group = group;
        this.siblings = List.copyOf(siblings);
        this.subtree = subtree;
    }

    /**
     * Shows all entries below the node of the group, in the order of their paths, each with the hash of its value; reads their pages one
     * after another.
     */
    public void forEach(PageReads reads, BiConsumer<LeafKey, Hash> visitor) {
        Deque<Waiting> waiting = new ArrayDeque<>();
        waiting.push(new Waiting(subtree, group.first(), StateGroup.DEPTH / 4));
        while (!waiting.isEmpty()) {
            Waiting next = waiting.pop();
            switch (next.subtree()) {
                case Subtree.Empty none -> {}
                case Subtree.Leaf leaf -> {
                    if (group.isAbove(leaf.path())) {
                        visitor.accept(leaf.key(), leaf.valueHash());
                    }
                }
                case Subtree.PageLink link -> {
                    Page page = link.page(reads, next.path(), next.nibbles());
                    for (int child = PageLayout.CHILDREN - 1; child >= 0; child--) {
                        if (page.layout().isOccupied(child)) {
                            StatePath path = next.path().withNibble(next.nibbles(), child);
                            waiting.push(new Waiting(page.child(child), path, next.nibbles() + 1));
                        }
                    }
                }
            }
        }
    }

    /** A part of the tree that was not looked at yet, and how the paths in it begin. */
    private record Waiting(Subtree subtree, StatePath path, int nibbles) {}

    /**
     * A proof that these are all.
     *
     * @param records of the entries that {@link #forEach} has shown, in the same order
     */
    public StateGroupProof of(List<GroupRecord> records) {
        Optional<StateProof.Other> other = subtree instanceof Subtree.Leaf leaf && !group.isAbove(leaf.path())
                ? Optional.of(new StateProof.Other(leaf.path(), leaf.valueHash()))
                : Optional.empty();
        Invariant.check(other.isEmpty() || records.isEmpty(), "there is another entry in the place of %s", group);
        return new StateGroupProof(siblings, records, other);
    }

    static StateGroupPlace find(PageReads reads, StateRoot root, StateGroup group) {
        TreeHasher hasher = new TreeHasher();
        List<Hash> siblings = new ArrayList<>();
        Subtree subtree = root.subtree();
        while (subtree instanceof Subtree.PageLink link && siblings.size() < StateGroup.DEPTH) {
            Page page = link.page(reads, group.first(), siblings.size() / 4);
            int node = 1;
            while (node < PageLayout.FIRST_CHILD && page.layout().isMany(node)) {
                node = 2 * node + group.first().bit(siblings.size());
                siblings.add(hasher.hash(page, node ^ 1));
            }
            subtree = page.at(node);
        }
        return new StateGroupPlace(group, siblings, subtree);
    }
}
