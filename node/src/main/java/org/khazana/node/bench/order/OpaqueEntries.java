package org.khazana.node.bench.order;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryOrigin;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.port.EntryFactory;

/** Entries that are their proposals, one after another, and a SHA-256 that covers all of the entry and the one before it. */
final class OpaqueEntries implements EntryFactory {

    @Override
    public LogEntry create(EntryOrigin origin, EntryContent content) {
        return switch (content) {
            case EntryContent.Proposals(List<Payload> proposals) -> entry(origin, joined(proposals));
            case EntryContent.Membership membership ->
                throw new IllegalStateException("nobody changes who takes part in a benchmark");
        };
    }

    private static Payload joined(List<Payload> proposals) {
        ByteBuffer bytes =
                ByteBuffer.allocate(proposals.stream().mapToInt(Payload::size).sum());
        proposals.forEach(proposal -> bytes.put(proposal.bytes()));
        return Payload.wrap(bytes.array());
    }

    private static LogEntry entry(EntryOrigin origin, Payload payload) {
        EntryHash parent = origin.parent().hash();
        return new LogEntry(
                origin.id(),
                origin.timeMillis(),
                parent,
                hash(origin.id(), origin.timeMillis(), parent, payload),
                payload,
                Optional.empty());
    }

    /** Whether the bytes of an entry that a peer has sent give its hash. */
    static boolean isSound(LogEntry entry) {
        return entry.hash().equals(hash(entry.id(), entry.timeMillis(), entry.parentHash(), entry.payload()));
    }

    private static EntryHash hash(EntryId id, long timeMillis, EntryHash parent, Payload payload) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(id.term().number())
                .putLong(id.index())
                .putLong(timeMillis)
                .flip());
        digest.update(parent.toBytes());
        return EntryHash.of(digest.digest(payload.bytes()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
