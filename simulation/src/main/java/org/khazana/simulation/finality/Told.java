package org.khazana.simulation.finality;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadsBetween;
import org.khazana.ledger.finality.SignedHead;

/** What members tell one another about finality: the same as nodes do, without the bytes. */
public sealed interface Told {
    /** Most heads or certificates in one message. */
    int ITEMS_MAX = 64;

    /** What the sender has signed; whoever has a certificate answers a reminder with it. */
    record Signed(List<SignedHead> heads, boolean isReminder) implements Told {
        public Signed {
            heads = List.copyOf(heads);
        }

        @Override
        public String toString() {
            return (isReminder ? "reminds of heads " : "has signed heads ")
                    + heads.stream().map(SignedHead::height).toList();
        }
    }

    /** What is certified. */
    record Certified(List<Certificate> certificates) implements Told {
        public Certified {
            certificates = List.copyOf(certificates);
        }
    }

    /** The heads that are missing below a state that was taken over. */
    record Wanted(HeadsBetween.Range heights) implements Told {}

    /** Heads that were asked for. */
    record Heads(List<Head> heads) implements Told {
        public Heads {
            heads = List.copyOf(heads);
        }
    }

    /** What is remembered of the signatures under this key? */
    record Recall(PublicKey key) implements Told {}

    /** The highest head that is. */
    record Recalled(PublicKey key, Optional<SignedHead> newest) implements Told {}
}
