package org.khazana.ledger.execution;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Eligibility;
import org.khazana.ledger.state.HolderTables;
import org.khazana.ledger.state.Holding;
import org.khazana.ledger.state.HoldingKey;
import org.khazana.ledger.state.HoldingTerms;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.PartyProfile;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;

/**
 * Proves what must hold of accounts and holders, from what was written and not from how it came about. The cost grows with what
 * changed. A failure is a bug; see {@link Invariants}.
 */
final class HolderProof {
    private HolderProof() {}

    /** Accounts stay what they are, and what parties hold is what is in their accounts. */
    static void prove(LedgerView before, LedgerOverlay after) {
        proveAccounts(before, after);
        proveTotals(before, after);
    }

    /** I15: an account never becomes another's, or of another kind, so clients' assets never come to stand beside one's own. */
    private static void proveAccounts(LedgerView before, LedgerOverlay after) {
        after.changed(Tables.ACCOUNTS).forEach((id, changed) -> {
            Account account = changed.orElseThrow();
            Invariant.check(account.isWellFormed(), "account %s mixes own and client assets", id);
            before.account(id)
                    .ifPresent(earlier -> Invariant.check(
                            earlier.kind() == account.kind()
                                    && earlier.owner().equals(account.owner())
                                    && earlier.residency() == account.residency(),
                            "account %s has become another one",
                            id));
        });
    }

    /** I24: for each party and asset the total changes by as much as the positions in all its accounts. */
    private static void proveTotals(LedgerView before, LedgerOverlay after) {
        SortedMap<HoldingKey, Long> moved = new TreeMap<>();
        after.changed(Tables.POSITIONS).forEach((key, position) -> {
            PartyId owner = after.account(key.account()).orElseThrow().owner();
            add(moved, new HoldingKey(owner, key.asset()), increase(before, key, position));
        });
        SortedMap<HoldingKey, Long> counted = new TreeMap<>();
        after.changed(HolderTables.HOLDINGS).forEach((key, holding) -> {
            long quantity = holding.map(Holding::quantity).orElse(0L);
            add(counted, key, Math.subtractExact(quantity, before.holding(key.party(), key.asset())));
        });
        Invariant.check(
                moved.equals(counted), "positions of parties change by %s, but their totals by %s", moved, counted);
    }

    private static long increase(LedgerView before, PositionKey key, Optional<Position> position) {
        long quantity = position.map(Position::quantity).orElse(0L);
        return Math.subtractExact(quantity, before.quantity(key.account(), key.asset()));
    }

    /** Sums that come to nothing leave no entry. */
    private static void add(SortedMap<HoldingKey, Long> sums, HoldingKey key, long delta) {
        sums.merge(key, delta, Math::addExact);
        sums.remove(key, 0L);
    }

    /** I20: after one transaction, whoever has come to hold more of an instrument with rules about its holders fits them. */
    static void proveEligible(LedgerView before, LedgerOverlay after, long day) {
        after.changed(Tables.POSITIONS).forEach((key, position) -> {
            Optional<HoldingTerms> terms = after.holdingTerms(key.asset());
            if (terms.isPresent() && increase(before, key, position) > 0) {
                Account account = after.account(key.account()).orElseThrow();
                Invariant.check(
                        account.kind().isOfficial() || fits(terms.get(), account.owner(), after, day),
                        "party %s has received %s, which it may not hold",
                        account.owner(),
                        key.asset());
            }
        });
    }

    private static boolean fits(HoldingTerms terms, PartyId owner, LedgerView view, long day) {
        Optional<Eligibility> attested = view.eligibility(owner).filter(eligibility -> eligibility.holdsOn(day));
        Optional<String> country =
                attested.map(Eligibility::country).or(() -> view.profile(owner).flatMap(PartyProfile::country));
        return (attested.isPresent() || !terms.needsAttestation())
                && terms.allowsCountry(country)
                && terms.allowsClass(attested.map(Eligibility::investorClass));
    }
}
