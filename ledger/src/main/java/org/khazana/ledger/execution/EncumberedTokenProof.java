package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.claim.ClaimLimits;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.EncumbranceKind;
import org.khazana.ledger.operation.EnforcePledge;
import org.khazana.ledger.operation.ForceTransfer;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.RestrictedTokens;
import org.khazana.ledger.state.SettlementTables;
import org.khazana.ledger.state.Tables;

/**
 * Proves that tokens which encumbrances name stay where they are and stand for one of them only, from what was written and not from how
 * it came about. Where nothing is encumbered nothing is looked up. A failure is a bug; see {@link Invariants}.
 */
final class EncumberedTokenProof {
    private final Deed deed;

    private EncumberedTokenProof(Deed deed) {
        this.deed = deed;
    }

    /**
     * Invariant I7 for certain tokens: an encumbrance names as many as its quantity, all of them in its position and none that another one
     * names; it names no others later; and what leaves a position leaves no encumbrance but the one that gives way to it.
     */
    static void tokensStay(Deed deed) {
        EncumberedTokenProof proof = new EncumberedTokenProof(deed);
        deed.after().changed(Tables.ENCUMBRANCES).values().forEach(changed -> changed.ifPresent(proof::isSound));
        proof.positions().forEach(proof::prove);
    }

    private void isSound(Encumbrance encumbrance) {
        SerialSet serials = encumbrance.serials();
        Invariant.check(
                serials.isEmpty()
                        || (serials.count() == encumbrance.quantity()
                                && serials.ranges().size() <= ClaimLimits.SERIAL_RANGES_MAX),
                "I7: encumbrance %s of %s units names %s",
                encumbrance.id(),
                encumbrance.quantity(),
                serials);
        Invariant.check(
                deed.before()
                        .encumbrance(encumbrance.id())
                        .filter(earlier -> earlier.isOfSerials() != encumbrance.isOfSerials())
                        .isEmpty(),
                "I7: encumbrance %s is of other units than before",
                encumbrance.id());
    }

    /** Tokens get other serials without any unit changing hands. */
    private Set<PositionKey> positions() {
        Set<PositionKey> found = new LinkedHashSet<>();
        for (PositionChange change : deed.positions()) {
            if (change.before().encumbered() > 0 || change.after().encumbered() > 0) {
                found.add(change.key());
            }
        }
        if (deed.operation() instanceof RenumberLots renumber) {
            found.add(new PositionKey(renumber.account(), renumber.isin()));
        }
        return found;
    }

    private void prove(PositionKey position) {
        SortedMap<EncumbranceId, Encumbrance> before = new TreeMap<>();
        deed.before().encumbrancesOn(position).stream()
                .filter(Encumbrance::isOfSerials)
                .forEach(encumbrance -> before.put(encumbrance.id(), encumbrance));
        SortedMap<EncumbranceId, Encumbrance> after = after(position, before);
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        SerialSet left = left(position);
        SerialSet all = SerialSet.NONE;
        for (Encumbrance encumbrance : after.values()) {
            SerialSet serials = encumbrance.serials();
            Invariant.check(
                    serials.within(left).isEmpty() && (before.containsKey(encumbrance.id()) || isHeld(encumbrance)),
                    "I7: encumbrance %s names tokens that its account does not hold: %s",
                    encumbrance.id(),
                    serials);
            Invariant.check(
                    serials.within(all).isEmpty(), "I7: %s is set aside twice, also by %s", serials, encumbrance.id());
            all = all.with(serials);
        }
        before.forEach((id, encumbrance) -> {
            SerialSet kept =
                    Optional.ofNullable(after.get(id)).map(Encumbrance::serials).orElse(SerialSet.NONE);
            gaveWay(encumbrance, kept, left);
        });
    }

    private SortedMap<EncumbranceId, Encumbrance> after(
            PositionKey position, SortedMap<EncumbranceId, Encumbrance> before) {
        SortedMap<EncumbranceId, Encumbrance> found = new TreeMap<>(before);
        deed.after().changed(Tables.ENCUMBRANCES).forEach((id, changed) -> {
            found.remove(id);
            changed.filter(encumbrance -> encumbrance.isOfSerials()
                            && position.equals(new PositionKey(encumbrance.account(), encumbrance.asset())))
                    .ifPresent(encumbrance -> found.put(id, encumbrance));
        });
        return found;
    }

    /** The tokens that the account held and holds no more. */
    private SerialSet left(PositionKey position) {
        List<SerialRange> had = new ArrayList<>();
        List<SerialRange> has = new ArrayList<>();
        deed.after().changed(Tables.LOTS).forEach((key, changed) -> {
            if (key.asset().equals(position.asset())) {
                deed.before()
                        .get(Tables.LOTS, key)
                        .filter(lot -> lot.isHeldBy(position.account()))
                        .ifPresent(lot -> had.add(lot.serials()));
                changed.filter(lot -> lot.isHeldBy(position.account())).ifPresent(lot -> has.add(lot.serials()));
            }
        });
        return SerialSet.of(had).without(SerialSet.of(has));
    }

    private boolean isHeld(Encumbrance encumbrance) {
        return RestrictedTokens.of(encumbrance.account(), encumbrance.asset(), encumbrance.serials(), deed.after())
                .filter(tokens -> tokens.count() == encumbrance.quantity())
                .isPresent();
    }

    /** Whatever went of it went by what it is for, or by an order that names it, and with that it names just these no more. */
    private void gaveWay(Encumbrance encumbrance, SerialSet kept, SerialSet left) {
        SerialSet lost = encumbrance.serials().without(kept);
        SerialSet went = encumbrance.serials().within(left);
        boolean isLive = encumbrance.isLive(deed.blockTimeMillis());
        boolean isCounted = !kept.isEmpty() || (isLive && deed.operation() instanceof ForceTransfer);
        Invariant.check(
                kept.without(encumbrance.serials()).isEmpty() && (!isCounted || lost.equals(went)),
                "I7: encumbrance %s names %s instead of %s, of which %s left",
                encumbrance.id(),
                kept,
                encumbrance.serials(),
                went);
        Invariant.check(
                went.isEmpty() || !isLive || mayTake(encumbrance, went, left),
                "I7: %s takes %s from encumbrance %s",
                deed.operation().getClass().getSimpleName(),
                went,
                encumbrance.id());
    }

    private boolean mayTake(Encumbrance encumbrance, SerialSet went, SerialSet left) {
        return switch (deed.operation()) {
            case EnforcePledge enforce ->
                left.equals(encumbrance.serials())
                        && deed.before()
                                .pledge(enforce.pledge())
                                .filter(pledge -> pledge.encumbrance().equals(encumbrance.id()))
                                .isPresent();
            case ForceTransfer force ->
                deed.before()
                        .order(force.order())
                        .filter(order -> order.overrides().contains(encumbrance.id()))
                        .isPresent();
            default -> hasSettled(encumbrance.id(), went);
        };
    }

    /** Whether the leg for which it was set aside names these tokens, and has settled. */
    private boolean hasSettled(EncumbranceId id, SerialSet went) {
        return id.kind() == EncumbranceKind.SETTLEMENT
                && Optional.ofNullable(deed.after()
                                .changed(SettlementTables.INSTRUCTIONS)
                                .get(id.number()))
                        .flatMap(changed -> changed)
                        .filter(instruction ->
                                PartProof.hasNewPart(deed.before().instruction(id.number()), instruction))
                        .map(Instruction::legs)
                        .filter(legs -> went.without(
                                        SerialSet.of(legs.get(id.part() - 1).serials()))
                                .isEmpty())
                        .isPresent();
    }
}
