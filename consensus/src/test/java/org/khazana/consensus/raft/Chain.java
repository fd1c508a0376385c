package org.khazana.consensus.raft;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;

/** Real hash chains of small entries, as a ledger would make them. */
public final class Chain {
    public static final EntryMetadata GENESIS =
            new EntryMetadata(new EntryId(Term.ZERO, 0), 1_000, hash(new byte[] {'g'}));

    private Chain() {}

    /** An {@code EntryFactory}: the payload is the proposals one after another, or the configuration as text. */
    public static LogEntry create(
            EntryId id, EntryMetadata parent, long timeMillis, MemberId proposer, EntryContent content) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Optional<Configuration> configuration = Optional.empty();
        switch (content) {
            case EntryContent.Proposals proposed ->
                proposed.proposals().forEach(proposal -> joined.writeBytes(proposal.bytes()));
            case EntryContent.Membership membership -> configuration = Optional.of(membership.configuration());
        }
        byte[] payload = joined.toByteArray();
        ByteBuffer header = ByteBuffer.allocate(24 + EntryHash.BYTES);
        header.putLong(id.index()).putLong(id.term().number()).putLong(timeMillis);
        header.put(parent.hash().toBytes());
        EntryHash hash = hash(
                header.array(),
                proposer.validator().getBytes(StandardCharsets.UTF_8),
                configuration.toString().getBytes(StandardCharsets.UTF_8),
                payload);
        return new LogEntry(id, timeMillis, parent.hash(), hash, Payload.wrap(payload), configuration);
    }

    /** A chain from the genesis with one entry for each term, in that order. */
    public static List<LogEntry> ofTerms(long... terms) {
        return extend(List.of(), terms);
    }

    public static List<LogEntry> extend(List<LogEntry> start, long... terms) {
        List<LogEntry> chain = new ArrayList<>(start);
        for (long term : terms) {
            EntryMetadata parent =
                    chain.isEmpty() ? GENESIS : chain.get(chain.size() - 1).metadata();
            EntryId id = new EntryId(new Term(term), parent.index() + 1);
            chain.add(create(id, parent, parent.timeMillis(), new MemberId("term-" + term, 1), EntryContent.NOTHING));
        }
        return chain;
    }

    public static Payload payload(String text) {
        return Payload.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String text(LogEntry entry) {
        return new String(entry.payload().bytes(), StandardCharsets.UTF_8);
    }

    private static EntryHash hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return EntryHash.of(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
