package org.khazana.ledger.execution;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.id.AssetCode;
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
import org.khazana.ledger.state.Tables;

/**
 * Proves what must hold of accounts and holders, from what was written and not from how it came about. The cost grows with what
 * changed. A failure is a bug; see {@link Invariants}.
 */
final class HolderProof {
    private HolderProof() {}

    /** Accounts stay what they are, and what parties hold is what is in their accounts. */
    static void prove(LedgerView before, LedgerOverlay after, List<PositionChange> positions) {
        proveAccounts(before, after);
        proveTotals(before, after, positions);
    }

    /** I15: an account never becomes another's, or of another kind, so clients' assets never come to stand beside one's own. */
    private static void proveAccounts(LedgerView before, LedgerOverlay after) {
        after.changed(Tables.ACCOUNTS).forEach((id, changed) -> {
            Account account = changed.orElseThrow();
            Invariant.check(account.isWellFormed(), "I15: account %s mixes own and client assets", id);
            before.account(id)
                    .ifPresent(earlier -> Invariant.check(
                            earlier.kind() == account.kind()
                                    && earlier.owner().equals(account.owner())
                                    && earlier.residency() == account.residency(),
                            "I15: account %s has become another one",
                            id));
        });
    }

    /** I24: for each party and asset the total changes by as much as the positions in all its accounts. */
    private static void proveTotals(LedgerView before, LedgerOverlay after, List<PositionChange> positions) {
        Sums<HoldingKey> moved = new Sums<>();
        for (PositionChange change : positions) {
            moved.add(
                    new HoldingKey(
                            accountOf(change, after).owner(), change.key().asset()),
                    change.gained());
        }
        Sums<HoldingKey> counted = new Sums<>();
        after.changed(HolderTables.HOLDINGS).forEach((key, holding) -> {
            long quantity = holding.map(Holding::quantity).orElse(0L);
            counted.add(key, Math.subtractExact(quantity, before.holding(key.party(), key.asset())));
        });
        Invariant.check(
                moved.equals(counted),
                "I24: positions of parties change by %s, but their totals by %s",
                moved,
                counted);
    }

    private static Account accountOf(PositionChange change, LedgerView view) {
        return view.account(change.key().account()).orElseThrow();
    }

    /** I20: after one transaction, whoever has come to hold more of an instrument with rules about its holders fits them. */
    static void proveEligible(List<PositionChange> positions, LedgerView after, long day) {
        for (PositionChange change : positions) {
            AssetCode asset = change.key().asset();
            Optional<HoldingTerms> terms = change.gained() > 0 ? after.holdingTerms(asset) : Optional.empty();
            if (terms.isPresent()) {
                Account account = accountOf(change, after);
                Invariant.check(
                        account.kind().isOfficial() || fits(terms.get(), account.owner(), after, day),
                        "I20: party %s has received %s, which it may not hold",
                        account.owner(),
                        asset);
            }
        }
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
