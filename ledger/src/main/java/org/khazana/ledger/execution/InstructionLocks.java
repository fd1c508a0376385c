package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.rules.Affirmations;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.rules.InstructionRules;
import org.khazana.ledger.rules.LegLock;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Restraints;

/** Sets aside what instructions are to move, and gives it free; a part of {@link Instructions}. */
final class InstructionLocks {
    private final Performance performance;
    private final Circumstances circumstances;
    private final LedgerOverlay ledger;

    InstructionLocks(Performance performance) {
        this.performance = performance;
        this.circumstances = performance.circumstances();
        this.ledger = performance.ledger();
    }

    /** Of every account whose givers have all affirmed, what is left to give. */
    void lock(Instruction instruction) {
        Circumstances affirmed = circumstances.signedBy(Affirmations.given(instruction, circumstances));
        for (LegLock lock : LegLock.of(instruction.rest())) {
            boolean isAgreed = affirmed.signers().parties().containsAll(givers(lock.position()));
            boolean isLocked = ledger.encumbrance(instruction.lock(lock.leg())).isPresent();
            if (isAgreed && !isLocked) {
                lock(instruction, lock, affirmed);
            }
        }
    }

    private List<PartyId> givers(PositionKey position) {
        return Affirmations.givers(ledger.account(position.account()).orElseThrow());
    }

    private void lock(Instruction instruction, LegLock lock, Circumstances affirmed) {
        Findings ofLeg = new Findings();
        InstructionRules.lock(lock.debit(), affirmed, ofLeg);
        performance.findings().addLeg(lock.leg(), ofLeg);
        if (performance.findings().areNone()) {
            Leg leg = instruction.legs().get(lock.leg() - 1);
            performance
                    .postings()
                    .encumber(new Encumbrance(
                            instruction.lock(lock.leg()),
                            lock.position().account(),
                            lock.position().asset(),
                            lock.quantity(),
                            lock.serials(),
                            ledger.account(leg.to()).orElseThrow().owner(),
                            instruction.reference(),
                            Optional.of(instruction.expiresAtMillis())));
        }
    }

    /** What was set aside, tokens that are named as well. */
    void unlock(Instruction instruction) {
        release(instruction, lock -> true);
    }

    /** What was set aside, but for tokens that are named: these wait for the leg that names them, so that no other one takes them. */
    List<Encumbrance> unlockUnits(Instruction instruction) {
        return release(instruction, lock -> !lock.isOfSerials());
    }

    /** What a leg names is there for it when its turn comes. */
    void unlockTokens(Instruction instruction, int leg) {
        ledger.encumbrance(instruction.lock(leg))
                .filter(Encumbrance::isOfSerials)
                .ifPresent(lock -> performance.postings().release(lock.id()));
    }

    private List<Encumbrance> release(Instruction instruction, Predicate<Encumbrance> kind) {
        List<Encumbrance> released = new ArrayList<>();
        for (int leg = 1; leg <= instruction.legs().size(); leg++) {
            Optional<Encumbrance> lock =
                    ledger.encumbrance(instruction.lock(leg)).filter(kind);
            if (lock.isPresent()) {
                performance.postings().release(lock.get().id());
                released.add(lock.get());
            }
        }
        return released;
    }

    /**
     * After a part has settled: what was set aside, less what has moved, as far as it is free. What authorities hold back comes first.
     *
     * @param moved the legs of the part
     */
    void lockAgain(List<Encumbrance> released, List<Leg> moved) {
        Map<PositionKey, Long> given =
                LegLock.of(moved).stream().collect(Collectors.toMap(LegLock::position, LegLock::quantity));
        Restraints restraints = new Restraints(ledger, circumstances.blockTimeMillis());
        for (Encumbrance lock : released) {
            PositionKey position = new PositionKey(lock.account(), lock.asset());
            long gone = given.getOrDefault(position, 0L);
            long free = restraints.of(lock.account(), lock.asset()).available();
            long left = Math.min(lock.quantity() - gone, free);
            if (left > 0) {
                performance.postings().encumber(lock.withQuantity(left));
            }
        }
    }
}
