package org.khazana.api.json;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.Halt;
import org.khazana.ledger.state.Protocol;

/**
 * What holds for the system as a whole after the block of that height.
 *
 * @param protocolVersion whose rules hold for the next block
 * @param nextProtocol what the governors have decided, while its block is not reached
 * @param halted why business has stopped, while it has
 * @param parameters each with its figure
 */
public record SystemJson(
        long height,
        int protocolVersion,
        @Nullable NextProtocolJson nextProtocol,
        @Nullable HaltJson halted,
        Map<String, Long> parameters) {
    public SystemJson {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    public static SystemJson of(long height, Protocol protocol, Optional<Halt> halt, Map<String, Long> parameters) {
        return new SystemJson(
                height,
                protocol.at(height + 1),
                protocol.next()
                        .filter(next -> height + 1 < next.height())
                        .map(NextProtocolJson::of)
                        .orElse(null),
                halt.map(HaltJson::of).orElse(null),
                parameters);
    }

    /** A version, and the height of the first block that is made by its rules. */
    public record NextProtocolJson(int version, long height) {
        static NextProtocolJson of(Protocol.Next next) {
            return new NextProtocolJson(next.version(), next.height());
        }
    }

    /**
     * A halt.
     *
     * @param by party; left out if the ledger itself has found that something is wrong
     */
    public record HaltJson(@Nullable Long by, String reason, String since) {
        static HaltJson of(Halt halt) {
            return new HaltJson(
                    halt.by().map(PartyId::number).orElse(null),
                    halt.reason(),
                    Instant.ofEpochMilli(halt.sinceMillis()).toString());
        }
    }
}
