package org.khazana.ledger.instrument;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.PartyId;

/**
 * What an instrument is, as its issuer and those who agreed to it defined it. Days are civil days since 1970-01-01.
 *
 * @param cfi classification, ISO 10962
 * @param programme under whose ceiling its face value counts
 * @param denomination empty for goods
 * @param maturityDay last day on which tokens move; empty for what has no end
 * @param backing there unless the instrument is native
 * @param isTransferable whether holders may pass tokens on
 */
public record InstrumentTerms(
        PartyId issuer,
        String name,
        String cfi,
        Optional<String> programme,
        Optional<Denomination> denomination,
        int issueDay,
        Optional<Integer> maturityDay,
        UnitLimits units,
        RegisterMode registerMode,
        Optional<BackingDemand> backing,
        ContractForm contractForm,
        boolean isTransferable,
        Optional<Hash> termSheetHash,
        Entitlement entitlement)
        implements Terms {

    public InstrumentClass ofClass() {
        return entitlement.ofClass();
    }

    /** Whether its contract lets holders do this. Goods are no money's worth to be lent against interest. */
    public boolean allows(AssetUse use) {
        return switch (use) {
            case TRANSFER -> isTransferable;
            case PLEDGE -> true;
            case REPO -> isTransferable && contractForm == ContractForm.CONVENTIONAL && denomination.isPresent();
        };
    }

    /**
     * Face value of all tokens that may ever be outstanding, minor units; 0 for goods.
     *
     * @throws ArithmeticException if it cannot be counted; the rules refuse such terms
     */
    public long authorisedFaceMinor() {
        return denomination
                .map(money -> Math.multiplyExact(money.faceMinor(), units.authorised()))
                .orElse(0L);
    }

    /** What it pays in periods; empty where it does not. */
    public Optional<PeriodicPay> periodicPay() {
        return switch (entitlement) {
            case Entitlement.FixedCoupon coupon -> Optional.of(coupon.pay());
            case Entitlement.FixedRental rental -> Optional.of(rental.pay()).filter(pay -> pay.rateE8() > 0);
            case Entitlement.Discount discount -> Optional.empty();
            case Entitlement.Goods goods -> Optional.empty();
            case Entitlement.AsDocumented other -> Optional.empty();
        };
    }
}
