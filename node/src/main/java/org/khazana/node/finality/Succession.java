package org.khazana.node.finality;

import java.util.Optional;
import java.util.OptionalLong;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.proof.AppointmentStep;
import org.khazana.ledger.state.RegisterKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.storage.state.LedgerStore;

/**
 * How validators follow one another, for proofs that lead from the genesis to later ones. A step needs the certificate of the very head by
 * which an epoch ended; one of a later head proves nothing, since it is by those who are to be proved.
 */
record Succession(LedgerStore store) {

    /** The step that this certificate proves, if the block of its head, which is ours, appointed others. */
    Optional<AppointmentStep> step(Certificate certificate) {
        Head head = certificate.head();
        // Nearly always equal, and then nothing more is read.
        if (newestEpoch() == head.epoch()) {
            return Optional.empty();
        }
        return store.recordAt(head.height(), Tables.NEWEST_EPOCH, RegisterKey.NEWEST_EPOCH)
                .flatMap(newest -> step(certificate, newest));
    }

    private Optional<AppointmentStep> step(Certificate certificate, StateProof newest) {
        OptionalLong epoch = AppointmentStep.epochIn(newest);
        Head head = certificate.head();
        return epoch.isEmpty() || epoch.getAsLong() == head.epoch()
                ? Optional.empty()
                : store.recordAt(head.height(), Tables.VALIDATORS, epoch.getAsLong())
                        .map(validators -> new AppointmentStep(certificate, validators, newest));
    }

    /** Whether the block of this head, which is ours, appointed others, and that is not certified yet. */
    boolean awaits(Head head) {
        return newestEpoch() != head.epoch()
                && store.head(head.height() + 1)
                        .filter(next -> next.epoch() != head.epoch())
                        .isPresent()
                && store.certificateFrom(head.height())
                        .filter(certificate -> certificate.head().equals(head))
                        .isEmpty();
    }

    private long newestEpoch() {
        return store.read(state -> state.get(Tables.NEWEST_EPOCH, RegisterKey.NEWEST_EPOCH))
                .orElse(0L);
    }
}
