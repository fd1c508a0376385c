package org.khazana.ledger.finality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * What the others remember of a validator's signatures. A data folder that was put back from an old copy has an old record in it, and
 * nothing in the folder shows that; but those who heard the signatures know better. So after each start a validator signs nothing
 * new before as many others have answered as could make a certificate with it. Without those nothing could be certified anyway, so
 * waiting for them holds up nothing.
 *
 * <p>Whoever answers shows a signature of the validator's own, which nobody else can make. So nobody can stop a validator whose
 * record is its newest. The others remember a window of heights, and only since they were started themselves: this finds copies that are
 * put back into a network that runs, not all there are. For one thread.
 */
public final class Recollection {
    private final Replica self;
    private final SignatureVerifier verifier;
    private final Set<String> answered = new TreeSet<>();

    /** Nobody has answered yet. */
    public Recollection(Replica self, SignatureVerifier verifier) {
        this.self = self;
        this.verifier = verifier;
    }

    /**
     * Why a signature that was shown to this validator proves that its record is not its newest; empty if it does not.
     *
     * @param record on disk
     * @param ofItsEpoch the validators of the epoch that the head names
     */
    public Optional<String> objection(Optional<SigningRecord> record, SignedHead shown, ValidatorSet ofItsEpoch) {
        if (!shown.key().equals(self.key()) || !self.signsIn(ofItsEpoch) || isRemembered(record, shown.head())) {
            return Optional.empty();
        }
        return shown.isRight(verifier)
                ? Optional.of("others have a signature of this validator of block " + shown.height()
                        + ", and its own record "
                        + record.map(signed -> "ends at block " + signed.height())
                                .orElse("is empty")
                        + ": an old copy of its data folder was put back, or its key is in use elsewhere")
                : Optional.empty();
    }

    private static boolean isRemembered(Optional<SigningRecord> record, Head head) {
        return record.filter(signed -> head.height() < signed.height() || signed.equals(SigningRecord.of(head)))
                .isPresent();
    }

    /** A validator has told all that it remembers, and there was no objection. */
    public void answered(String validator, long directory) {
        answered.add(place(validator, directory));
    }

    /** Whether enough have answered for something new to be signed. */
    public boolean isEnough(ValidatorSet newest) {
        List<PublicKey> keys = new ArrayList<>();
        for (Validator voter : newest.voters()) {
            if (answered.contains(place(voter.id(), voter.directory()))
                    || voter.signingKey().equals(self.key())) {
                keys.add(voter.signingKey());
            }
        }
        return new CertificateRule(newest).isMetBy(keys);
    }

    private static String place(String validator, long directory) {
        return validator + "/" + directory;
    }
}
