package org.khazana.simulation.finality;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.SignedHead;

/** The certificates that one member keeps, and the one with which it was overruled, if it was. */
final class KeptCertificates {
    private static final int LOST_IN = 4;

    private final NavigableMap<Long, Certificate> certificates = new TreeMap<>();
    private Optional<Certificate> overruling = Optional.empty();

    void keep(Certificate certificate) {
        certificates.putIfAbsent(certificate.head().height(), certificate);
    }

    /** They are not synced, just as the state is not, which has fallen back to {@code newestHeight}. */
    void crash(long newestHeight, RandomGenerator chance) {
        long kept = chance.nextInt(LOST_IN) == 0 ? chance.nextLong(-1, highest() + 1) : newestHeight;
        certificates.tailMap(Math.min(newestHeight, kept), false).clear();
    }

    /** 0 if there is none. */
    long highest() {
        return certificates.isEmpty() ? 0 : certificates.lastKey();
    }

    boolean has(long height) {
        return certificates.containsKey(height);
    }

    /** Those of the heights that somebody reminds of. */
    List<Certificate> of(List<SignedHead> reminder) {
        return reminder.stream()
                .flatMap(signed -> Optional.ofNullable(certificates.get(signed.height())).stream())
                .toList();
    }

    /** This one is kept against the member itself. */
    void overruledBy(Certificate theirs) {
        overruling = Optional.of(theirs);
    }

    Optional<Certificate> overruling() {
        return overruling;
    }

    /** Whether a member with these heads is on its way once more to where it was overruled. */
    boolean isInDoubt(Head ours, HeadedMachine machine) {
        return overruling
                .map(theirs -> theirs.head().height())
                .filter(height -> ours.height() < height && machine.head(height).isEmpty())
                .isPresent();
    }
}
