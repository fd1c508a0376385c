package org.khazana.ledger.proof;

import java.util.List;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.validator.Validator;

/** What a certified settlement proof came to. */
public sealed interface CertifiedVerdict {

    /**
     * Unless as many validators lie as a certificate takes, this stands in the ledger.
     *
     * @param settlement what was proved
     * @param certified the head under which the validators have put their names; of the block or a later one
     * @param signers who they are, in order of their keys
     * @param voterCount among how many
     */
    record Proved(Verdict.Proved settlement, Head certified, List<Validator> signers, int voterCount)
            implements CertifiedVerdict {
        public Proved {
            signers = List.copyOf(signers);
        }

        /** What was proved, by whom, and as of when, line by line, in plain words. */
        public List<String> words() {
            return ProofWords.of(this);
        }
    }

    /**
     * Nothing is proved.
     *
     * @param sentence what does not fit, for people
     */
    record Doubted(Doubt doubt, String sentence) implements CertifiedVerdict {
        static Doubted of(Verdict.Doubted doubted) {
            return new Doubted(doubted.doubt(), doubted.sentence());
        }
    }
}
