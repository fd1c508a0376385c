package org.khazana.ledger.finality;

import org.khazana.ledger.validator.Validator;

/** What signed heads have come to; each is told once. */
public sealed interface Finding {

    /** Enough validators have signed our head of a height: it is final, and so is all before it. */
    record Certified(Certificate certificate) implements Finding {}

    /**
     * One validator has signed another head than ours for a height. One of us has gone wrong, or lies; who, is not said.
     *
     * @param validator by the set of the epoch that its head names
     */
    record Diverged(Validator validator, SignedHead theirs, Head ours) implements Finding {

        /** In words for people. */
        public String words() {
            return validator.id() + " of " + validator.organisation() + " has signed another head of height "
                    + ours.height() + " than this node has; they differ in "
                    + DoubleSigning.difference(theirs.head(), ours);
        }
    }

    /** Enough others for a certificate have signed another head than ours: we have gone wrong, and must stop signing and serving. */
    record Overruled(Certificate certificate, Head ours) implements Finding {}

    /** A validator has signed two heads that cannot both be of one history; nothing more is taken from it. */
    record DoubleSigned(DoubleSigning evidence) implements Finding {}

    /** A signed head that is not looked at. */
    record Refused(SignedHead signed, Reason reason) implements Finding {}

    /** Why a signed head is not looked at, in the order in which it is asked. */
    enum Reason {
        /** Somebody is connected to the wrong network, or replays what another one said. */
        OTHER_NETWORK,
        /** Far below or far above the highest block that was executed here; nobody has to be at fault. */
        OUTSIDE_WINDOW,
        /** An epoch that is over for long, or one that this node does not know yet because it is behind. */
        EPOCH_UNKNOWN,
        /** Not a voter of that epoch. */
        NOT_A_VOTER,
        /** It was caught signing two histories. */
        CAUGHT_BEFORE,
        /** The signature is wrong: whoever sent this made it up or passed it on unseen. */
        SIGNATURE_WRONG
    }
}
