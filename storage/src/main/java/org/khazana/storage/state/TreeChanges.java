package org.khazana.storage.state;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.statetree.EntryChange;
import org.khazana.ledger.statetree.LeafKey;
import org.khazana.ledger.statetree.StatePath;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.table.TableWrites;
import org.khazana.storage.schema.OwnTables;

/**
 * What a block has changed in the state tree: with it the tree after the block can be made of the one before.
 *
 * @param entries in the order of their paths
 * @param ended versions of entries that trees from this height on do not need; in the order of their paths
 */
record TreeChanges(List<EntryChange> entries, List<LeafKey> ended) {
    private static final byte PUT = 1;
    private static final byte ENDS = 2;

    /** Shows the changes of one block after another, from that height on, as far as they are kept. */
    static void forEach(long from, TableReads reads, LongFunction<Visit> visitor) {
        reads.scan(
                OwnTables.TREE_CHANGES,
                from,
                (height, bytes) -> visitor.apply(height).see(of(bytes)));
    }

    /** The changes of the blocks after one height, up to another one, as far as they are kept without a gap. */
    static List<TreeChanges> between(long after, long last, TableReads reads) {
        List<TreeChanges> found = new ArrayList<>();
        if (after < last) {
            forEach(after + 1, reads, height -> changes -> {
                boolean isNext = height == after + 1 + found.size();
                if (isNext) {
                    found.add(changes);
                }
                return isNext && height < last;
            });
        }
        return found;
    }

    /** Looks at the changes of a block, and says whether to go on. */
    interface Visit {
        boolean see(TreeChanges changes);
    }

    /** Each: path (32), kind (1), the hash of the value that was put (32), the height of the version that has ended (8). */
    void write(long height, TableWrites writes) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.addExact(
                Math.multiplyExact(entries.size(), 2 * Hash.BYTES + 1), Math.multiplyExact(ended.size(), Long.BYTES)));
        int nextEnded = 0;
        for (EntryChange entry : entries) {
            boolean ends =
                    nextEnded < ended.size() && ended.get(nextEnded).path().equals(entry.path());
            bytes.put(entry.path().hash().toBytes());
            bytes.put((byte) ((entry instanceof EntryChange.Put ? PUT : 0) | (ends ? ENDS : 0)));
            if (entry instanceof EntryChange.Put put) {
                bytes.put(put.valueHash().toBytes());
            }
            if (ends) {
                bytes.putLong(ended.get(nextEnded).height());
                nextEnded++;
            }
        }
        Invariant.check(nextEnded == ended.size(), "a version of an entry ends at %s without a change", height);
        byte[] row = new byte[bytes.position()];
        bytes.flip().get(row);
        writes.write(OwnTables.TREE_CHANGES, height, row);
    }

    private static TreeChanges of(byte[] row) {
        ByteBuffer bytes = ByteBuffer.wrap(row);
        List<EntryChange> entries = new ArrayList<>();
        List<LeafKey> ended = new ArrayList<>();
        while (bytes.hasRemaining()) {
            StatePath path = new StatePath(hash(bytes));
            int kind = bytes.get();
            entries.add((kind & PUT) != 0 ? new EntryChange.Put(path, hash(bytes)) : new EntryChange.Removal(path));
            if ((kind & ENDS) != 0) {
                ended.add(new LeafKey(path, bytes.getLong()));
            }
        }
        return new TreeChanges(entries, ended);
    }

    private static Hash hash(ByteBuffer bytes) {
        byte[] hash = new byte[Hash.BYTES];
        bytes.get(hash);
        return Hash.of(hash);
    }
}
