package org.khazana.api.port;

import java.util.Optional;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.transaction.TransactionId;

/** How a submission ended for the caller. */
public sealed interface SubmissionOutcome {

    /** Committed by a quorum and executed here; the receipt may still be a refusal. */
    record Committed(Receipt receipt) implements SubmissionOutcome {}

    /** Committed and executed, but not certified in the time that the caller could wait. */
    record NotYetCertified(Receipt receipt) implements SubmissionOutcome {}

    /** The leader has taken it; not yet committed. */
    record Accepted(TransactionId id) implements SubmissionOutcome {}

    /** Refused before it entered the log; nothing changed. */
    record Refused(RefusalCode code, String detail) implements SubmissionOutcome {}

    /** Nothing was taken, since too much is waiting: try again later. */
    record Overloaded(int retryAfterSeconds) implements SubmissionOutcome {}

    /** Nothing was taken, since too many blocks wait for a certificate: try again later. */
    record CertificatesBehind(int retryAfterSeconds) implements SubmissionOutcome {}

    /** Nothing was taken, since no leader with a quorum is known: try again later. */
    record NoLeader(int retryAfterSeconds) implements SubmissionOutcome {}

    /**
     * It was handed over, and whether it will commit is not known: the leader vanished, or the wait was too long.
     * Sending the same envelope again is safe.
     */
    record OutcomeUnknown(Optional<TransactionId> id, String detail) implements SubmissionOutcome {}
}
