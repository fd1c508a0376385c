package org.khazana.node.audit;

import static java.util.Objects.requireNonNull;
import static org.khazana.node.audit.AuditDoubted.require;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Embedding;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.MalformedHead;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * Holds the certificates that blocks carry against what earlier blocks came to. One that proves nothing is told of at the end: a leader
 * could put it there, so it must not hide what else is wrong.
 */
final class EmbeddedCheck {
    private final Replay replay;
    private final AtomicReference<Optional<AuditReport.Newest>> newest = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<String>> wrong = new AtomicReference<>(Optional.empty());
    private final AtomicLong count = new AtomicLong();

    /** @param replay which has executed whatever is checked */
    EmbeddedCheck(Replay replay) {
        this.replay = replay;
    }

    /** Looks at what this block carries. */
    void check(Replay.Executed executed) throws AuditDoubted {
        if (executed.block().isEmpty()) {
            return;
        }
        try {
            Optional<Certificate> carried = Embedding.in(executed.block().get());
            if (carried.isPresent()) {
                check(executed.block().get().header(), carried.get());
            }
        } catch (MalformedHead malformed) {
            throw new IllegalStateException("a block was executed that is not in its one byte form", malformed);
        }
    }

    private void check(BlockHeader block, Certificate certificate) throws AuditDoubted {
        Head head = certificate.head();
        Head own = replay.head(head.height()).orElseThrow();
        ValidatorSet set = replay.validators(own.epoch()).orElseThrow();
        Optional<String> doubt = certificate.doubtAbout(own, set, Ed25519.verifier());
        if (doubt.isPresent()) {
            if (firstWrong().isEmpty()) {
                wrong.set(Optional.of("block " + block.height() + ", which " + block.proposer()
                        + " has made, carries a certificate of block " + head.height() + " that proves nothing: "
                        + doubt.get()));
            }
            return;
        }
        require(
                head.equals(own),
                AuditDoubt.CERTIFICATE_OF_ANOTHER_HEAD,
                "the certificate in block " + block.height() + " says that block " + head.height()
                        + " came to the state " + head.stateRoot() + ", and here it comes to " + own.stateRoot());
        count.incrementAndGet();
        if (newest().filter(before -> before.height() >= head.height()).isEmpty()) {
            newest.set(Optional.of(new AuditReport.Newest(certificate, set)));
        }
    }

    /** To be asked when everything else fits. */
    void requireNoneWrong() throws AuditDoubted {
        require(
                firstWrong().isEmpty(),
                AuditDoubt.EMBEDDED_CERTIFICATE_WRONG,
                firstWrong().orElse("") + "; everything else fits");
    }

    private Optional<String> firstWrong() {
        return requireNonNull(wrong.get());
    }

    /** How many are right. */
    long count() {
        return count.get();
    }

    /** Of the highest block. */
    Optional<AuditReport.Newest> newest() {
        return requireNonNull(newest.get());
    }
}
