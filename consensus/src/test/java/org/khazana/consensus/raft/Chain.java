package org.khazana.consensus.raft;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.EntryOrigin;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;

/** Real hash chains of small entries, as a ledger would make them. */
public final class Chain {
    public static final EntryMetadata GENESIS =
            new EntryMetadata(new EntryId(Term.ZERO, 0), 1_000, hash(new byte[] {'g'}));

    /** Entries here do not say who takes part, so anybody will do. */
    private static final Configuration ALONE = Configuration.of(
            new QuorumPolicy(List.of(QuorumClause.majorityOf("all", Set.of(new MemberId("alone", 1))))));

    private Chain() {}

    /** An {@code EntryFactory}: the payload is the proposals one after another, or the configuration as text. */
    public static LogEntry create(EntryOrigin origin, EntryContent content) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Optional<Configuration> configuration = Optional.empty();
        switch (content) {
            case EntryContent.Proposals proposed ->
                proposed.proposals().forEach(proposal -> joined.writeBytes(proposal.bytes()));
            case EntryContent.Membership membership -> configuration = Optional.of(membership.configuration());
        }
        byte[] payload = joined.toByteArray();
        ByteBuffer header = ByteBuffer.allocate(24 + EntryHash.BYTES);
        header.putLong(origin.id().index()).putLong(origin.id().term().number()).putLong(origin.timeMillis());
        header.put(origin.parent().hash().toBytes());
        EntryHash hash = hash(
                header.array(),
                origin.proposer().validator().getBytes(StandardCharsets.UTF_8),
                configuration.toString().getBytes(StandardCharsets.UTF_8),
                payload);
        return new LogEntry(
                origin.id(), origin.timeMillis(), origin.parent().hash(), hash, Payload.wrap(payload), configuration);
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
            MemberId proposer = new MemberId("term-" + term, 1);
            chain.add(create(new EntryOrigin(id, parent, parent.timeMillis(), proposer, ALONE), EntryContent.NOTHING));
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
