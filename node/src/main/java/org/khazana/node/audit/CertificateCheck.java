package org.khazana.node.audit;

import static java.util.Objects.requireNonNull;
import static org.khazana.node.audit.AuditDoubted.require;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.storage.state.StoredState;

/** Holds the certificates that a folder keeps beside its blocks against what its blocks come to, one height after another. */
final class CertificateCheck {
    private final ChainId chainId;
    private final Optional<StoredState> state;
    private final AtomicReference<Optional<Certificate>> next;
    private final AtomicReference<Optional<AuditReport.Newest>> newest = new AtomicReference<>(Optional.empty());
    private final AtomicLong count = new AtomicLong();

    /** @param state in which certificates are kept, if there is one */
    CertificateCheck(ChainId chainId, Optional<StoredState> state) {
        this.chainId = chainId;
        this.state = state;
        this.next = new AtomicReference<>(from(0));
    }

    private Optional<Certificate> from(long height) {
        return state.flatMap(kept -> kept.certificateFrom(height));
    }

    /** Asks for the one of this very height, if there is one. */
    void check(Replay.Executed executed) throws AuditDoubted {
        long height = executed.head().height();
        Optional<Certificate> due =
                requireNonNull(next.get()).filter(each -> each.head().height() == height);
        if (due.isPresent()) {
            check(due.get(), executed);
            newest.set(Optional.of(new AuditReport.Newest(due.get(), executed.inForce())));
            count.incrementAndGet();
            next.set(from(height + 1));
        }
    }

    private void check(Certificate certificate, Replay.Executed executed) throws AuditDoubted {
        long height = executed.head().height();
        Optional<String> doubt = certificate.doubt(chainId, executed.inForce(), Ed25519.verifier());
        require(
                doubt.isEmpty(),
                AuditDoubt.CERTIFICATE_WRONG,
                "the certificate of block " + height + " proves nothing: " + doubt.orElse(""));
        require(
                certificate.head().equals(executed.head()),
                AuditDoubt.CERTIFICATE_OF_ANOTHER_HEAD,
                "enough validators have signed that block " + height + " came to the state "
                        + certificate.head().stateRoot() + ", and here it comes to "
                        + executed.head().stateRoot());
    }

    long count() {
        return count.get();
    }

    Optional<AuditReport.Newest> newest() {
        return requireNonNull(newest.get());
    }
}
