package org.khazana.ledger.statetree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;

/** Blocks of random changes to positions in a few assets, two of which share a node, and to other records. */
final class Registers {
    /** Found by trying: at depth 32 they stand below one node. */
    static final List<AssetCode> TWINS = List.of(new AssetCode("T033697"), new AssetCode("T072376"));

    static final List<AssetCode> ASSETS = List.of(
            TWINS.getFirst(), TWINS.getLast(), new AssetCode("PKR"), new AssetCode("PKTB26"), new AssetCode("NOBODYS"));

    final PagesInMemory pages = new PagesInMemory();
    /** Of every position by its key. */
    final Map<PositionKey, byte[]> positions = new TreeMap<>();

    private final SplittableRandom random;
    private final int accounts;
    private final int others;
    private final NavigableMap<StatePath, Hash> entries = new TreeMap<>();
    private final List<StateRoot> roots = new ArrayList<>(List.of(StateRoot.NONE));

    /** @param others most records of other tables */
    Registers(SplittableRandom random, int accounts, int others) {
        this.random = random;
        this.accounts = accounts;
        this.others = others;
    }

    StateRoot root() {
        return roots.getLast();
    }

    static StateGroup group(AssetCode asset) {
        return StateGroup.ofPositions(Tables.ASSETS.keyBytes(asset));
    }

    static byte[] key(long account, AssetCode asset) {
        return Tables.POSITIONS.keyBytes(new PositionKey(new AccountId(account), asset));
    }

    /** At most so many positions change, most of them by coming into being, and as many other records. */
    void playBlock(int changesMax) {
        StateEntries hashing = new StateEntries();
        Map<StatePath, EntryChange> changes = new TreeMap<>();
        for (int i = random.nextInt(changesMax + 1); i > 0; i--) {
            AssetCode asset = ASSETS.get(random.nextInt(ASSETS.size() - 1));
            PositionKey position = new PositionKey(new AccountId(1 + random.nextInt(accounts)), asset);
            byte[] key = Tables.POSITIONS.keyBytes(position);
            if (random.nextInt(3) == 0) {
                positions.remove(position);
                changes.put(StatePath.of(6, key), new EntryChange.Removal(StatePath.of(6, key)));
            } else {
                byte[] value = new byte[16];
                value[7] = (byte) random.nextInt(5);
                positions.put(position, value);
                changes.put(StatePath.of(6, key), hashing.of(6, key, value));
            }
            if (others > 0) {
                byte[] other = {(byte) random.nextInt(others)};
                EntryChange.Put put = hashing.of(7, other, other);
                changes.put(put.path(), put);
            }
        }
        changes.values().forEach(change -> {
            switch (change) {
                case EntryChange.Put put -> this.entries.put(put.path(), put.valueHash());
                case EntryChange.Removal removal -> this.entries.remove(removal.path());
            }
        });
        TreeUpdate update = StateTree.update(pages, root(), roots.size(), List.copyOf(changes.values()));
        pages.write(update);
        roots.add(update.root());
    }

    /** All of them, for a naive tree. */
    NavigableMap<StatePath, Hash> entries() {
        return entries;
    }

    /** The records of a group by their keys, as an account of all blocks has them. */
    Map<String, String> held(AssetCode asset) {
        Map<String, String> held = new LinkedHashMap<>();
        positions.forEach((position, value) -> {
            if (position.asset().equals(asset)) {
                held.put(Arrays.toString(Tables.POSITIONS.keyBytes(position)), Arrays.toString(value));
            }
        });
        return held;
    }

    static Map<String, String> shown(List<GroupRecord> records) {
        Map<String, String> shown = new LinkedHashMap<>();
        records.forEach(each -> shown.put(Arrays.toString(each.key()), Arrays.toString(each.value())));
        return shown;
    }

    StateGroupProof proof(AssetCode asset) {
        Map<StatePath, GroupRecord> byPath = new LinkedHashMap<>();
        positions.forEach((position, value) -> {
            byte[] key = Tables.POSITIONS.keyBytes(position);
            byPath.put(StatePath.of(6, key), new GroupRecord(key, value));
        });
        StateGroupPlace place = StateTree.find(pages, root(), group(asset));
        List<GroupRecord> records = new ArrayList<>();
        place.forEach(pages, (entry, valueHash) -> records.add(Objects.requireNonNull(byPath.get(entry.path()))));
        return place.of(records);
    }

    /** The proof of one record, from the tree itself. */
    StateProof proof(long account, AssetCode asset) {
        StatePlace place = StateTree.find(pages, root(), StatePath.of(6, key(account, asset)));
        return Optional.ofNullable(positions.get(new PositionKey(new AccountId(account), asset)))
                .map(place::ofPresence)
                .orElseGet(place::ofAbsence);
    }
}
