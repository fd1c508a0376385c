package org.khazana.node.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.proof.AppointmentStep;
import org.khazana.ledger.proof.Testimony;
import org.khazana.storage.state.LedgerStore;

/** Puts together what makes the head of a height believed, from what this node keeps. Any thread. */
record TestimonyMaker(LedgerStore store) {

    /** What came of it; the words are for people, in one sentence. */
    sealed interface Outcome {
        record Made(Testimony testimony) implements Outcome {}

        record NotCertified(String why) implements Outcome {}

        record HeadNotKept(long height) implements Outcome {}

        record Impossible(String why) implements Outcome {}
    }

    Outcome of(long height) {
        return of(height, walk());
    }

    /** The same with these steps, for proofs that share them. */
    Outcome of(long height, Walk walk) {
        Optional<Certificate> found = store.certificateFrom(height);
        if (found.isEmpty()) {
            return new Outcome.NotCertified(
                    "this node knows no certificate of block " + height + " or a later one yet");
        }
        Certificate certificate = found.get();
        Head certified = certificate.head();
        if (certified.height() - height > Testimony.HEADS_MAX) {
            return new Outcome.Impossible("the next certificate after block " + height + " is that of block "
                    + certified.height() + ", and a proof bridges at most " + Testimony.HEADS_MAX
                    + " blocks; another validator may know an earlier one");
        }
        List<Head> heads = new ArrayList<>();
        for (long at = height; at < certified.height(); at++) {
            Optional<Head> head = store.head(at);
            if (head.isEmpty()) {
                return new Outcome.HeadNotKept(at);
            }
            heads.add(head.get());
        }
        return walk.epoch() < certified.epoch()
                ? new Outcome.Impossible("block " + certified.height() + " is certified by the validators of epoch "
                        + certified.epoch() + ", and this node has no step from those of epoch " + walk.epoch()
                        + " to their successors; another validator may have it")
                : new Outcome.Made(new Testimony(walk.steps(), heads, certificate));
    }

    /** @param epoch to which the steps lead */
    record Walk(List<AppointmentStep> steps, long epoch) {}

    /**
     * All steps, also beyond the epoch of the certificate, so that whoever knows of a later one can check the proof as well. They end where
     * one is missing: its certificate never came here, or it is of before this node took over a state.
     */
    Walk walk() {
        List<AppointmentStep> steps = new ArrayList<>();
        long epoch = 0;
        for (AppointmentStep step : store.steps(Testimony.STEPS_MAX)) {
            OptionalLong next = step.epoch();
            if (step.certificate().head().epoch() != epoch || next.isEmpty()) {
                break;
            }
            steps.add(step);
            epoch = next.getAsLong();
        }
        return new Walk(steps, epoch);
    }
}
