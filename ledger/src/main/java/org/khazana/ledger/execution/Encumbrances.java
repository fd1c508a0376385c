package org.khazana.ledger.execution;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;

/** Sets units of positions aside and gives them free; only {@link Postings} uses it. */
final class Encumbrances {
    private final LedgerOverlay ledger;
    private final long blockTimeMillis;

    Encumbrances(LedgerOverlay ledger, long blockTimeMillis) {
        this.ledger = ledger;
        this.blockTimeMillis = blockTimeMillis;
    }

    void add(Encumbrance encumbrance) {
        Invariant.check(encumbrance.quantity() > 0, "an encumbrance of %s units", encumbrance.quantity());
        Invariant.check(
                !encumbrance.isOfSerials() || encumbrance.serials().count() == encumbrance.quantity(),
                "an encumbrance of %s units names %s",
                encumbrance.quantity(),
                encumbrance.serials());
        Invariant.check(
                ledger.encumbrance(encumbrance.id()).isEmpty(), "encumbrance %s is there already", encumbrance.id());
        dropExpired(encumbrance.account(), encumbrance.asset());
        ledger.apply(Tables.ENCUMBRANCES.put(encumbrance));
        bind(encumbrance, encumbrance.quantity());
    }

    void release(EncumbranceId id) {
        drop(ledger.encumbrance(id).orElseThrow());
    }

    private void drop(Encumbrance encumbrance) {
        ledger.apply(Tables.ENCUMBRANCES.removal(encumbrance.id()));
        bind(encumbrance, Math.negateExact(encumbrance.quantity()));
    }

    /** Those that are gone already are passed over, and those that name tokens: these go with them, and for nothing else. */
    void free(List<EncumbranceId> ids, long quantity) {
        long missing = quantity;
        for (EncumbranceId id : ids) {
            Optional<Encumbrance> encumbrance = ledger.encumbrance(id).filter(known -> !known.isOfSerials());
            if (missing > 0 && encumbrance.isPresent()) {
                missing -= freeSome(encumbrance.get(), missing);
            }
        }
        Invariant.check(missing <= 0, "%s units more than could be freed", missing);
    }

    /** Those of these tokens that such an encumbrance names it names no more. */
    void giveUp(List<EncumbranceId> ids, SerialSet tokens) {
        for (EncumbranceId id : ids) {
            ledger.encumbrance(id).ifPresent(encumbrance -> {
                SerialSet left = encumbrance.serials().without(tokens);
                if (left.isEmpty() && encumbrance.isOfSerials()) {
                    drop(encumbrance);
                } else if (left.count() < encumbrance.serials().count()) {
                    ledger.apply(Tables.ENCUMBRANCES.put(encumbrance.withSerials(left)));
                    bind(encumbrance, left.count() - encumbrance.quantity());
                }
            });
        }
    }

    private long freeSome(Encumbrance encumbrance, long wanted) {
        long freed = Math.min(wanted, encumbrance.quantity());
        if (freed == encumbrance.quantity()) {
            drop(encumbrance);
        } else {
            ledger.apply(Tables.ENCUMBRANCES.put(encumbrance.withQuantity(encumbrance.quantity() - freed)));
            bind(encumbrance, Math.negateExact(freed));
        }
        return freed;
    }

    /** Before a debit, as what has expired is free. It was so before by comparison of times: clearing it away changes no answer. */
    void dropExpired(AccountId account, AssetCode asset) {
        Position position = ledger.position(account, asset);
        if (position.encumbered() > 0) {
            ledger.encumbrancesOn(PositionKey.of(position)).stream()
                    .filter(encumbrance -> !encumbrance.isLive(blockTimeMillis))
                    .forEach(this::drop);
        }
    }

    private void bind(Encumbrance encumbrance, long delta) {
        Position position = ledger.position(encumbrance.account(), encumbrance.asset());
        long encumbered = Math.addExact(position.encumbered(), delta);
        Invariant.check(
                encumbered >= 0 && encumbered <= position.quantity(),
                "account %s would have %s of %s encumbered",
                position.account(),
                encumbered,
                position.asset());
        ledger.apply(position.withEncumbered(encumbered).set());
    }
}
