package org.khazana.ledger.finality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * The validators that somebody has reason to trust who trusts the genesis: step by step, each set certifies the state that
 * appoints the next one. Heads of an epoch are believed after the step to it only, and of a replaced set only those up to the
 * one that replaced it.
 *
 * <p>What this cannot show is that it leads to the end: whoever holds enough keys of an old set can sign another continuation
 * of its last days, years later, and to a newcomer both look alike. Who can, compares {@link #newest} with an epoch known from
 * elsewhere, and validators destroy the signing keys that they no longer need.
 */
public final class EpochWalk {
    private final ChainId chainId;
    private final List<Reign> reigns;

    private EpochWalk(ChainId chainId, List<Reign> reigns) {
        this.chainId = chainId;
        this.reigns = List.copyOf(reigns);
    }

    /** At the beginning: trusts the validators of the genesis, epoch 0. */
    public static EpochWalk from(ChainId chainId, ValidatorSet founders) {
        if (founders.epoch() != 0) {
            throw new IllegalArgumentException("the founders are epoch 0, not " + founders.epoch());
        }
        return new EpochWalk(chainId, List.of(new Reign(founders, 0, Optional.empty())));
    }

    /** Where a walk has come to. */
    public sealed interface Outcome {
        /** All steps were proved. */
        record Arrived(EpochWalk walk) implements Outcome {}

        /**
         * A step was not proved, so nothing behind it is.
         *
         * @param walk up to the last step that was
         * @param why in one sentence
         */
        record Stopped(EpochWalk walk, String why) implements Outcome {}
    }

    /** Goes on by these steps, or as far as they are proved. */
    public Outcome walk(List<EpochStep> steps, AppointmentProof proof, SignatureVerifier verifier) {
        EpochWalk here = this;
        for (EpochStep step : steps) {
            Optional<String> doubt = here.doubt(step, proof, verifier);
            if (doubt.isPresent()) {
                return new Outcome.Stopped(
                        here, "the step from epoch " + here.newest().epoch() + " is not proved: " + doubt.get());
            }
            here = here.after(step);
        }
        return new Outcome.Arrived(here);
    }

    private Optional<String> doubt(EpochStep step, AppointmentProof proof, SignatureVerifier verifier) {
        Head head = step.certificate().head();
        if (head.epoch() != newest().epoch()) {
            return Optional.of("it is certified in epoch " + head.epoch());
        }
        Optional<String> uncertified = doubt(step.certificate(), verifier);
        if (uncertified.isPresent()) {
            return uncertified;
        }
        if (step.next().epoch() <= newest().epoch()) {
            return Optional.of("epoch " + step.next().epoch() + " is not a later one");
        }
        if (head.height() == Long.MAX_VALUE) {
            return Optional.of("no height is left for others");
        }
        return proof.isNewest(head.stateRoot(), step.next())
                ? Optional.empty()
                : Optional.of("the state of height " + head.height() + " is not proved to appoint these validators");
    }

    private EpochWalk after(EpochStep step) {
        List<Reign> more = new ArrayList<>(reigns);
        Reign ended = more.removeLast();
        Head last = step.certificate().head();
        more.add(new Reign(ended.set(), ended.first(), Optional.of(last)));
        more.add(new Reign(step.next(), Math.addExact(last.height(), 1), Optional.empty()));
        return new EpochWalk(chainId, more);
    }

    /** The last validators that are reached. */
    public ValidatorSet newest() {
        return reigns.getLast().set();
    }

    /** The validators of an epoch, if a step leads to it. */
    public Optional<ValidatorSet> validators(long epoch) {
        return reign(epoch).map(Reign::set);
    }

    private Optional<Reign> reign(long epoch) {
        return reigns.stream()
                .filter(candidate -> candidate.set().epoch() == epoch)
                .findFirst();
    }

    /** Why a certificate proves nothing, in one sentence; empty if the head of the certificate is to be believed. */
    public Optional<String> doubt(Certificate certificate, SignatureVerifier verifier) {
        Head head = certificate.head();
        Optional<Reign> reign = reign(head.epoch());
        if (reign.isEmpty()) {
            return Optional.of("the validators of epoch " + head.epoch() + " are not known here");
        }
        return certificate
                .doubt(chainId, reign.get().set(), verifier)
                .or(() -> reign.get().doubt(head));
    }
}
