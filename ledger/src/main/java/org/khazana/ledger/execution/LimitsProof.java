package org.khazana.ledger.execution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.BackingDemand;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.rules.Backing;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Programme;
import org.khazana.ledger.state.RegisterKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.time.BusinessTime;

/**
 * Proves that what law and evidence limit stays within its limits, from what was written and not from how it came about. The cost
 * grows with what changed. A failure is a bug; see {@link Invariants}.
 */
final class LimitsProof {
    private LimitsProof() {}

    /**
     * For every programme, what counts under its ceiling changes by as much as its instruments are authorised for, and is not above
     * it; the business day does not go back. (Invariants I5 and I19 of the domain model.)
     */
    static void prove(LedgerView before, LedgerOverlay after) {
        Sums<String> counted = new Sums<>();
        for (Asset asset : changedAssets(after)) {
            authorised(before.asset(asset.code())).ifPresent(face -> counted.subtract(face.programme(), face.minor()));
            authorised(Optional.of(asset)).ifPresent(face -> counted.add(face.programme(), face.minor()));
        }
        after.changed(Tables.PROGRAMMES).forEach((code, changed) -> {
            Programme programme = changed.orElseThrow();
            long authorisedBefore =
                    before.programme(code).map(Programme::authorisedMinor).orElse(0L);
            counted.add(code, Math.subtractExact(authorisedBefore, programme.authorisedMinor()));
            Invariant.check(
                    programme.authorisedMinor() >= 0 && programme.authorisedMinor() <= programme.ceilingMinor(),
                    "I5: more is authorised under %s than its ceiling",
                    code);
        });
        Invariant.check(counted.areNone(), "I5: programmes do not count what is authorised under them: %s", counted);
        proveTime(before, after);
    }

    private static List<Asset> changedAssets(LedgerOverlay after) {
        Map<AssetCode, Optional<Asset>> changed = after.changed(Tables.ASSETS);
        return changed.isEmpty()
                ? List.of()
                : changed.values().stream().map(Optional::orElseThrow).toList();
    }

    private record AuthorisedFace(String programme, long minor) {}

    private static Optional<AuthorisedFace> authorised(Optional<Asset> asset) {
        return asset.flatMap(Asset::instrument)
                .flatMap(terms -> terms.programme().map(code -> new AuthorisedFace(code, terms.authorisedFaceMinor())));
    }

    private static void proveTime(LedgerView before, LedgerOverlay after) {
        if (after.changed(Tables.BUSINESS_TIME).isEmpty()) {
            return;
        }
        Optional<Integer> earlier =
                before.get(Tables.BUSINESS_TIME, RegisterKey.BUSINESS_TIME).flatMap(BusinessTime::day);
        Optional<Integer> later = after.businessTime().day();
        Invariant.check(
                earlier.isEmpty() || later.filter(day -> day >= earlier.get()).isPresent(),
                "I19: the business day went back from %s to %s",
                earlier,
                later);
    }

    /**
     * Of what demands backing no more was issued than enough attestors vouch for at that instant (invariant I6). To be asked after
     * each transaction: an attestation may be gone at the end of the block.
     */
    static void proveBacking(LedgerView before, LedgerOverlay after, long millis) {
        for (Asset asset : changedAssets(after)) {
            Optional<BackingDemand> demand = asset.instrument().flatMap(InstrumentTerms::backing);
            if (demand.isPresent() && asset.outstandingUnits() > outstanding(before, asset.code())) {
                long units = Backing.of(asset, demand.get(), after, millis).units();
                Invariant.check(
                        asset.outstandingUnits() <= units,
                        "I6: %s of %s are outstanding, backed are %s",
                        asset.outstandingUnits(),
                        asset.code(),
                        units);
            }
        }
    }

    private static long outstanding(LedgerView view, AssetCode code) {
        return view.asset(code).map(Asset::outstandingUnits).orElse(0L);
    }
}
