package org.khazana.ledger.finality;

import java.util.List;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * What proves that the holder of one key has signed two things of which an honest validator signs one. It needs no trust in whoever
 * shows it. It does not say why: a validator that lost its memory and went on gives the same evidence as a liar.
 */
public sealed interface Evidence permits DoubleSigning, DoubleProposing, DoubleVoting {

    /** Whom it convicts. */
    PublicKey key();

    /** Whether both signatures are right; without that it is no evidence. */
    boolean isProved(SignatureVerifier verifier);

    /**
     * Who has lied about what, in words for people.
     *
     * @param sets all that are known; who has the key in none of them is named by it
     */
    String words(List<ValidatorSet> sets);
}
