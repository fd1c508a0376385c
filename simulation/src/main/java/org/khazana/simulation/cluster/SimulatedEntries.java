package org.khazana.simulation.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryOrigin;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.port.EntryFactory;
import org.khazana.consensus.wire.ConfigurationCodec;

/** Entries of the simulated cluster: proposals are numbers with some padding, the hash is SHA-256 over everything. */
public final class SimulatedEntries implements EntryFactory {
    @Override
    public LogEntry create(EntryOrigin origin, EntryContent content) {
        List<Payload> proposals = content instanceof EntryContent.Proposals proposed ? proposed.proposals() : List.of();
        Optional<Configuration> configuration = content instanceof EntryContent.Membership membership
                ? Optional.of(membership.configuration())
                : Optional.empty();
        int size = proposals.stream()
                .mapToInt(proposal -> Integer.BYTES + proposal.size())
                .sum();
        ByteBuffer payload = ByteBuffer.allocate(size);
        for (Payload proposal : proposals) {
            payload.putInt(proposal.size()).put(proposal.bytes());
        }
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(origin.id().term().number())
                .putLong(origin.id().index())
                .putLong(origin.timeMillis())
                .flip());
        digest.update(origin.parent().hash().toBytes());
        digest.update(origin.proposer().validator().getBytes(StandardCharsets.US_ASCII));
        digest.update(payload.array());
        configuration.ifPresent(named -> digest.update(ConfigurationCodec.encode(named)));
        return new LogEntry(
                origin.id(),
                origin.timeMillis(),
                origin.parent().hash(),
                EntryHash.of(digest.digest()),
                Payload.wrap(payload.array()),
                configuration);
    }

    /** A proposal that carries {@code number} and has {@code sizeBytes}, at least eight. */
    public static Payload proposal(long number, int sizeBytes) {
        return Payload.wrap(ByteBuffer.allocate(Math.max(Long.BYTES, sizeBytes))
                .putLong(number)
                .array());
    }

    /** The numbers of the proposals in {@code entry}, in order. */
    public static List<Long> proposalNumbers(LogEntry entry) {
        ByteBuffer payload = ByteBuffer.wrap(entry.payload().bytes());
        List<Long> numbers = new ArrayList<>();
        while (payload.hasRemaining()) {
            int end = payload.getInt() + payload.position();
            numbers.add(payload.getLong());
            payload.position(end);
        }
        return numbers;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
