package org.khazana.ledger.proof;

/** Ends the checking of a proof; never leaves the verifier. */
final class Doubtful extends Exception {
    private final Doubt doubt;
    private final String sentence;

    Doubtful(Doubt doubt, String sentence) {
        super(sentence);
        this.doubt = doubt;
        this.sentence = sentence;
    }

    static void require(boolean holds, Doubt doubt, String sentence) throws Doubtful {
        if (!holds) {
            throw new Doubtful(doubt, sentence);
        }
    }

    Verdict.Doubted verdict() {
        return new Verdict.Doubted(doubt, sentence);
    }
}
