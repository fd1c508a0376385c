package org.khazana.simulation.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;

/** Makes entries that follow each other, all different from what another term would have there. */
public final class EntryChain {
    private EntryChain() {}

    /** The entry that follows {@code parent}, made in {@code term}. */
    public static LogEntry next(EntryMetadata parent, long term, byte[] payload) {
        EntryId id = new EntryId(new Term(term), parent.index() + 1);
        byte[] hash = new byte[EntryHash.BYTES];
        byte[] name = id.toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, hash, 0, Math.min(name.length, hash.length));
        return new LogEntry(
                id,
                parent.timeMillis() + 1,
                parent.hash(),
                EntryHash.of(hash),
                Payload.wrap(payload),
                Optional.empty());
    }

    /** The entry that follows {@code parent} and says who takes part from it on. */
    public static LogEntry membership(EntryMetadata parent, long term, Configuration configuration) {
        LogEntry entry = next(parent, term, new byte[0]);
        return new LogEntry(
                entry.id(),
                entry.timeMillis(),
                entry.parentHash(),
                entry.hash(),
                entry.payload(),
                Optional.of(configuration));
    }

    /** As many entries as there are sizes, the first following {@code parent}. */
    public static List<LogEntry> after(EntryMetadata parent, long term, int... payloadSizes) {
        List<LogEntry> entries = new ArrayList<>();
        EntryMetadata last = parent;
        for (int size : payloadSizes) {
            byte[] payload = new byte[size];
            for (int at = 0; at < size; at++) {
                payload[at] = (byte) (31L * at + 7 * last.index() + term + 1);
            }
            LogEntry entry = next(last, term, payload);
            entries.add(entry);
            last = entry.metadata();
        }
        return entries;
    }
}
