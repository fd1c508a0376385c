package org.khazana.node.finality;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.khazana.ledger.block.EmbeddedCertificate;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Embedding;

/**
 * The newest certificate that this node knows of, for the blocks that it makes as the leader: each goes into one block of a term, and the
 * first block of a term carries the newest again, since nobody knows whether blocks of the term before have stayed. One thread tells,
 * another asks, and neither waits.
 */
public final class NewestCertificate {
    private final AtomicReference<Optional<Certificate>> newest;
    private final AtomicReference<Embedded> last = new AtomicReference<>(new Embedded(-1, -1));

    /** What went into a block last, and in which term that was. */
    private record Embedded(long term, long certifiedHeight) {}

    /** @param newest as known at the start */
    public NewestCertificate(Optional<Certificate> newest) {
        this.newest = new AtomicReference<>(newest);
    }

    /** One more is known; of whatever height. */
    public void reached(Certificate certificate) {
        if (known().filter(before -> height(before) >= height(certificate)).isEmpty()) {
            newest.set(Optional.of(certificate));
        }
    }

    /**
     * What a block of that term and height is to carry: nothing if all that is known stands in a block of the term already. What is
     * certified was committed, so a leader makes no blocks up to there; should one do so all the same, the block carries nothing.
     */
    public Optional<EmbeddedCertificate> forBlock(long term, long height) {
        Optional<Certificate> due =
                known().filter(certificate -> height(certificate) < height && isNewIn(term, height(certificate)));
        due.ifPresent(certificate -> last.set(new Embedded(term, height(certificate))));
        return due.map(Embedding::of);
    }

    private boolean isNewIn(long term, long certifiedHeight) {
        Embedded before = requireNonNull(last.get());
        return before.term() != term || before.certifiedHeight() < certifiedHeight;
    }

    private Optional<Certificate> known() {
        return requireNonNull(newest.get());
    }

    private static long height(Certificate certificate) {
        return certificate.head().height();
    }
}
