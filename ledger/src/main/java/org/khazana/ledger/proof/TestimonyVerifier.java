package org.khazana.ledger.proof;

import static org.khazana.ledger.proof.Doubtful.require;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.CertificateRule;
import org.khazana.ledger.finality.EpochStep;
import org.khazana.ledger.finality.EpochWalk;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * Tells which head to believe, offline, for somebody who trusts the genesis, the validators that it names, and those whom these have
 * appointed, step by step; and nobody else.
 *
 * <p>Validators that were replaced can sign a history that never was. Who knows of a later epoch says so, and then nothing is
 * believed that does not lead so far.
 */
public final class TestimonyVerifier {
    private final ChainId chainId;
    private final EpochWalk genesis;
    private final SignatureVerifier signatures;
    private final long expectedEpoch;

    private TestimonyVerifier(ChainId chainId, EpochWalk genesis, SignatureVerifier signatures, long expectedEpoch) {
        this.chainId = chainId;
        this.genesis = genesis;
        this.signatures = signatures;
        this.expectedEpoch = expectedEpoch;
    }

    /**
     * For the proofs of one network.
     *
     * @param chainId hash of its genesis
     * @param founders the validators of its genesis
     * @throws IllegalArgumentException if these are validators of a later epoch
     */
    public TestimonyVerifier(ChainId chainId, ValidatorSet founders, SignatureVerifier signatures) {
        this(chainId, EpochWalk.from(chainId, founders), signatures, 0);
    }

    /**
     * One that believes nothing that does not lead at least to this epoch.
     *
     * @param epoch known from elsewhere to have begun; 0 demands nothing
     */
    public TestimonyVerifier expecting(long epoch) {
        return new TestimonyVerifier(chainId, genesis, signatures, epoch);
    }

    /** What came of a testimony by itself. */
    public sealed interface Outcome {
        /** Its head is to be believed. */
        record Believed(Vouched vouched) implements Outcome {}

        /**
         * Its head is not.
         *
         * @param sentence what does not fit, for people
         */
        record Doubted(Doubt doubt, String sentence) implements Outcome {}
    }

    /** Asks for every doubt of a testimony, in the order of {@link Doubt}, and tells the first one. */
    public Outcome check(Testimony testimony) {
        try {
            return new Outcome.Believed(verify(testimony));
        } catch (Doubtful doubtful) {
            Verdict.Doubted doubted = doubtful.verdict();
            return new Outcome.Doubted(doubted.doubt(), doubted.sentence());
        }
    }

    /** Asks for every doubt of a testimony, in the order of {@link Doubt}; the first one is thrown. */
    Vouched verify(Testimony testimony) throws Doubtful {
        return verify(testimony, walk(testimony));
    }

    /** Follows the steps of a testimony: those of other testimonies, too, if they have the same. */
    EpochWalk walk(Testimony testimony) throws Doubtful {
        checkNetwork(testimony.certificate());
        for (AppointmentStep step : testimony.steps()) {
            checkNetwork(step.certificate());
        }
        return walk(testimony.steps());
    }

    /** As {@link #verify(Testimony)}, for one whose steps have been followed already. */
    Vouched verify(Testimony testimony, EpochWalk walk) throws Doubtful {
        checkNetwork(testimony.certificate());
        Certificate certificate = testimony.certificate();
        long epoch = certificate.head().epoch();
        ValidatorSet signing = walk.validators(epoch)
                .orElseThrow(() -> new Doubtful(
                        Doubt.EPOCH_NOT_REACHABLE,
                        "the certificate is by validators of epoch " + epoch + ", and no step of the proof leads to"
                                + " them"));
        long newestEpoch = walk.newest().epoch();
        require(
                newestEpoch >= expectedEpoch,
                Doubt.EPOCH_OUTDATED,
                "the proof leads to the validators of epoch " + newestEpoch + ", but those of epoch " + expectedEpoch
                        + " are known to have replaced them");
        Optional<String> wrong = walk.doubt(certificate, signatures);
        if (wrong.isPresent()) {
            throw new Doubtful(Doubt.CERTIFICATE_WRONG, wrong.get());
        }
        checkHeads(testimony);
        return vouched(testimony, new CertificateRule(signing), newestEpoch);
    }

    private void checkNetwork(Certificate certificate) throws Doubtful {
        ChainId other = certificate.head().chainId();
        require(
                other.equals(chainId),
                Doubt.CERTIFICATE_OF_ANOTHER_NETWORK,
                "a certificate is of network " + other + ", but the genesis is that of " + chainId);
    }

    private EpochWalk walk(List<AppointmentStep> steps) throws Doubtful {
        EpochWalk walk = genesis;
        for (AppointmentStep step : steps) {
            walk = walk(walk, step);
        }
        return walk;
    }

    private EpochWalk walk(EpochWalk walk, AppointmentStep step) throws Doubtful {
        Head head = step.certificate().head();
        ValidatorSet next = Appointment.provedBy(step, head.stateRoot())
                .orElseThrow(() -> new Doubtful(
                        Doubt.STEP_WRONG,
                        "the step from epoch " + walk.newest().epoch() + " is not proved: the state of height "
                                + head.height() + " is not shown to appoint other validators"));
        // Read out of the state under that very root, so there is nothing left to compare.
        EpochWalk.Outcome outcome =
                walk.walk(List.of(new EpochStep(step.certificate(), next)), (root, set) -> true, signatures);
        return switch (outcome) {
            case EpochWalk.Outcome.Arrived(EpochWalk further) -> further;
            case EpochWalk.Outcome.Stopped stopped -> throw new Doubtful(Doubt.STEP_WRONG, stopped.why());
        };
    }

    /** Each head names the one before by its hash, so the certificate of the last one vouches for all. */
    private static void checkHeads(Testimony testimony) throws Doubtful {
        Head after = testimony.certificate().head();
        for (Head head : testimony.heads().reversed()) {
            require(
                    after.follows(head),
                    Doubt.HEADS_NOT_CHAINED,
                    "the head of height " + head.height() + " is not the one that the head of height " + after.height()
                            + " follows");
            after = head;
        }
    }

    private static Vouched vouched(Testimony testimony, CertificateRule rule, long newestEpoch) {
        Certificate certificate = testimony.certificate();
        return new Vouched(
                testimony.wanted(),
                certificate.head(),
                certificate.keys().stream()
                        .flatMap(key -> rule.voter(key).stream())
                        .toList(),
                rule.voterCount(),
                newestEpoch);
    }
}
