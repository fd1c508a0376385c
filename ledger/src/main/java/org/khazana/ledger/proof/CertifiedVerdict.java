package org.khazana.ledger.proof;

import java.util.List;
import org.khazana.ledger.state.Position;

/** What a certified proof came to. */
public sealed interface CertifiedVerdict {

    /** Unless as many validators lie as a certificate takes, this stands in the ledger. */
    sealed interface Proved extends CertifiedVerdict {
        /** On whose word, and of which head. */
        Vouched vouched();

        /** What was proved, by whom, and as of when, line by line, in plain words. */
        List<String> words();
    }

    /** What became of one transaction. */
    record Settlement(Verdict.Proved settlement, Vouched vouched) implements Proved {
        @Override
        public List<String> words() {
            return ProofWords.of(this);
        }
    }

    /**
     * What one account held of one asset.
     *
     * @param position of quantity 0 if it is proved that the account held none
     */
    record Balance(Position position, Vouched vouched) implements Proved {
        @Override
        public List<String> words() {
            return ProofWords.of(this);
        }
    }

    /** Who held how much of one asset, nobody left out. */
    record WholeRegister(Register register, Vouched vouched) implements Proved {
        @Override
        public List<String> words() {
            return ProofWords.of(this);
        }
    }

    /** All that has happened to one token. */
    record PastOfSerial(SerialHistory history, Vouched vouched) implements Proved {
        @Override
        public List<String> words() {
            return SerialHistoryWords.of(this);
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
