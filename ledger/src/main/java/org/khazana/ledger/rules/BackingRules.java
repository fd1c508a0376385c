package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ASSET_CLASS_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.ATTESTATION_OLDER;
import static org.khazana.ledger.refusal.RefusalCode.ATTESTATION_TOO_EARLY;
import static org.khazana.ledger.refusal.RefusalCode.ATTESTATION_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.ATTESTORS_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.ATTESTORS_TOO_MANY;
import static org.khazana.ledger.refusal.RefusalCode.BACKING_SHORT;
import static org.khazana.ledger.refusal.RefusalCode.BACKING_STALE;
import static org.khazana.ledger.refusal.RefusalCode.QUANTITY_NOT_POSITIVE;
import static org.khazana.ledger.refusal.RefusalCode.RESERVE_ITEM_EXISTS;
import static org.khazana.ledger.refusal.RefusalCode.RESERVE_ITEM_RELEASED;
import static org.khazana.ledger.refusal.RefusalCode.RESERVE_ITEM_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.UNIT_DIFFERENT;

import java.util.Optional;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.instrument.BackingDemand;
import org.khazana.ledger.instrument.Entitlement;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.operation.AttestBacking;
import org.khazana.ledger.operation.DepositReserveItem;
import org.khazana.ledger.operation.ReleaseReserveItem;
import org.khazana.ledger.operation.RevokeBacking;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Attestation;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.ReserveItem;

/** What lies behind instruments that are not native: who may vouch for it, and what may be issued on the strength of it. */
public final class BackingRules {
    private BackingRules() {}

    /**
     * Whether as many tokens may be outstanding. Order: too few vouch; too few of them lately; not for as many.
     *
     * @param units outstanding, after what is asked
     */
    static void covers(Asset asset, long units, Circumstances circumstances, Findings findings) {
        asset.instrument().flatMap(InstrumentTerms::backing).ifPresent(demand -> {
            Backing backing = Backing.of(asset, demand, circumstances.view(), circumstances.blockTimeMillis());
            if (findings.demand(backing.hasEnoughAttestors(), ATTESTORS_MISSING)
                    && findings.demand(backing.isFresh(), BACKING_STALE)) {
                findings.demand(units <= backing.units(), BACKING_SHORT);
            }
        });
    }

    /**
     * Order: the policy; the asset unknown, or native; less than no tokens; seen in the future; seen before an earlier attestation of
     * the sender; one attestor too many.
     */
    public static void judge(AttestBacking attest, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(attest, circumstances, findings);
        LedgerView view = circumstances.view();
        demandOf(attest.isin(), view, findings);
        findings.demand(attest.units() >= 0, QUANTITY_NOT_POSITIVE);
        findings.demand(attest.asOf() <= circumstances.blockTimeMillis(), ATTESTATION_TOO_EARLY);
        PartyId sender = circumstances.signers().sender();
        Optional<Attestation> earlier = view.attestation(attest.isin(), sender);
        findings.demand(attest.asOf() >= earlier.map(Attestation::asOfMillis).orElse(0L), ATTESTATION_OLDER);
        findings.demand(
                earlier.isPresent() || view.attestations(attest.isin()).size() < BackingDemand.ATTESTORS_MAX,
                ATTESTORS_TOO_MANY);
    }

    private static Optional<BackingDemand> demandOf(AssetCode code, LedgerView view, Findings findings) {
        return findings.demand(view.asset(code), ASSET_UNKNOWN)
                .flatMap(asset ->
                        findings.demand(asset.instrument().flatMap(InstrumentTerms::backing), ASSET_CLASS_NOT_ALLOWED));
    }

    /** Order: the policy; the sender does not vouch for it. */
    public static void judge(RevokeBacking revoke, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(revoke, circumstances, findings);
        PartyId sender = circumstances.signers().sender();
        findings.demand(circumstances.view().attestation(revoke.isin(), sender), ATTESTATION_UNKNOWN);
    }

    /** Order: the policy; the asset unknown, or no reserve; the quantity; another unit than that of the reserve; the receipt used before. */
    public static void judge(DepositReserveItem deposit, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(deposit, circumstances, findings);
        Optional<Entitlement.Goods> goods = goodsOf(deposit.isin(), circumstances.view(), findings);
        findings.demand(deposit.quantity() > 0, QUANTITY_NOT_POSITIVE);
        goods.ifPresent(known -> findings.demand(known.unit().equals(deposit.unitCode()), UNIT_DIFFERENT));
        findings.demand(
                circumstances
                        .view()
                        .reserveItem(deposit.isin(), deposit.receiptCommitment())
                        .isEmpty(),
                RESERVE_ITEM_EXISTS);
    }

    private static Optional<Entitlement.Goods> goodsOf(AssetCode code, LedgerView view, Findings findings) {
        return findings.demand(view.asset(code), ASSET_UNKNOWN)
                .flatMap(asset ->
                        findings.demand(asset.instrument().flatMap(BackingRules::goods), ASSET_CLASS_NOT_ALLOWED));
    }

    private static Optional<Entitlement.Goods> goods(InstrumentTerms terms) {
        return terms.entitlement() instanceof Entitlement.Goods goods ? Optional.of(goods) : Optional.empty();
    }

    /** Order: the policy; no such goods; not in store any more. */
    public static void judge(ReleaseReserveItem release, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(release, circumstances, findings);
        findings.demand(
                        circumstances.view().reserveItem(release.isin(), release.receiptCommitment()),
                        RESERVE_ITEM_UNKNOWN)
                .ifPresent(item -> findings.demand(item.state() != ReserveItem.State.RELEASED, RESERVE_ITEM_RELEASED));
    }
}
