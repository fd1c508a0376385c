package org.khazana.api.json;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.Motion;

/**
 * A motion as it was after the block of that height.
 *
 * @param motion id of the transaction that raised it
 * @param status OPEN, CARRIED_OUT, REJECTED or LAPSED; one that is open and past {@code expiresAt} has lapsed, too
 * @param raisedBy party
 * @param supportedBy parties, also who raised it; in order of number
 * @param opposedBy parties, in order of number
 * @param operation what it asks for, in the words in which operations are prepared
 */
public record MotionJson(
        long height,
        String motion,
        String status,
        String expiresAt,
        long raisedBy,
        List<Long> supportedBy,
        List<Long> opposedBy,
        Map<String, Object> operation) {
    public MotionJson {
        supportedBy = List.copyOf(supportedBy);
        opposedBy = List.copyOf(opposedBy);
        operation = Collections.unmodifiableMap(new LinkedHashMap<>(operation));
    }

    public static MotionJson of(long height, Motion motion, FormWriter forms) {
        return new MotionJson(
                height,
                motion.id().toString(),
                motion.status().name(),
                Instant.ofEpochMilli(motion.expiresAtMillis()).toString(),
                motion.mover().number(),
                numbers(motion.agreed().parties()),
                numbers(motion.opposed()),
                forms.write(motion.operation()));
    }

    private static List<Long> numbers(SortedSet<PartyId> parties) {
        return parties.stream().map(PartyId::number).toList();
    }
}
