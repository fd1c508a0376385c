package org.khazana.api.json;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.instrument.BackingDemand;
import org.khazana.ledger.instrument.CashTerms;
import org.khazana.ledger.instrument.Entitlement;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.instrument.PeriodicPay;
import org.khazana.ledger.state.Asset;

/**
 * An asset as it was after the block of that height.
 *
 * @param kind BILL, BOND, SUKUK, RESERVE, OTHER or CASH
 * @param outstanding the sum of all positions in it, as a decimal string
 * @param paused what a regulator has stopped
 * @param minorDigits only for cash
 * @param instrument only for what is not cash
 */
public record AssetJson(
        long height,
        String code,
        String kind,
        String outstanding,
        List<String> paused,
        @Nullable Integer minorDigits,
        @Nullable InstrumentJson instrument) {
    public AssetJson {
        paused = List.copyOf(paused);
    }

    /**
     * Shapes an asset.
     *
     * @param day that counts for business, as the asset matures by it
     * @param denominations that know the currency of an instrument
     */
    public static AssetJson of(long height, Asset asset, long day, Denominations denominations) {
        Integer minorDigits = asset.cash().map(CashTerms::minorDigits).orElse(null);
        OptionalInt digits = minorDigits == null ? OptionalInt.empty() : OptionalInt.of(minorDigits);
        return new AssetJson(
                height,
                asset.code().text(),
                asset.instrument().map(terms -> terms.ofClass().name()).orElse("CASH"),
                AmountText.write(asset.outstandingUnits(), digits),
                asset.paused().stream().map(Enum::name).toList(),
                minorDigits,
                asset.instrument()
                        .map(terms -> InstrumentJson.of(asset, terms, day, denominations))
                        .orElse(null));
    }

    /**
     * The terms of an instrument; amounts as decimal strings, dates as ISO 8601.
     *
     * @param state APPROVED until tokens were issued, then ACTIVE, and MATURED after the maturity day
     * @param issuer party
     * @param cfi classification, ISO 10962
     * @param programme under whose ceiling it counts, if any
     * @param termSheetHash SHA-256 in hexadecimal, when there is a term sheet
     * @param backing unless it is native
     * @param pay of what pays in periods
     * @param underlyingAssetHash of sukuk
     * @param goods of a reserve
     */
    public record InstrumentJson(
            String state,
            long issuer,
            String name,
            String cfi,
            @Nullable String programme,
            @Nullable String currency,
            @Nullable String faceValue,
            String issueDate,
            @Nullable String maturityDate,
            String authorisedUnits,
            String minimumUnits,
            String multipleUnits,
            String registerMode,
            String contractForm,
            boolean transferable,
            @Nullable String termSheetHash,
            @Nullable BackingDemandJson backing,
            @Nullable PayJson pay,
            @Nullable String underlyingAssetHash,
            @Nullable GoodsJson goods) {
        static InstrumentJson of(Asset asset, InstrumentTerms terms, long day, Denominations denominations) {
            return new InstrumentJson(
                    stateOf(asset, terms, day),
                    terms.issuer().number(),
                    terms.name(),
                    terms.cfi(),
                    terms.programme().orElse(null),
                    terms.denomination().map(money -> money.currency().text()).orElse(null),
                    terms.denomination()
                            .map(money -> AmountText.write(money.faceMinor(), money.currency(), denominations))
                            .orElse(null),
                    LocalDate.ofEpochDay(terms.issueDay()).toString(),
                    terms.maturityDay()
                            .map(maturity -> LocalDate.ofEpochDay(maturity).toString())
                            .orElse(null),
                    Long.toString(terms.units().authorised()),
                    Long.toString(terms.units().minimum()),
                    Long.toString(terms.units().multiple()),
                    terms.registerMode().name(),
                    terms.contractForm().name(),
                    terms.isTransferable(),
                    terms.termSheetHash().map(Object::toString).orElse(null),
                    terms.backing().map(BackingDemandJson::of).orElse(null),
                    terms.periodicPay().map(PayJson::of).orElse(null),
                    terms.entitlement() instanceof Entitlement.FixedRental rental
                            ? rental.underlyingAsset().toString()
                            : null,
                    terms.entitlement() instanceof Entitlement.Goods goods ? GoodsJson.of(goods) : null);
        }

        private static String stateOf(Asset asset, InstrumentTerms terms, long day) {
            if (terms.maturityDay().filter(maturity -> day > maturity).isPresent()) {
                return "MATURED";
            }
            return asset.wasIssued() ? "ACTIVE" : "APPROVED";
        }
    }

    /** How many attestors must vouch, and for how long that counts. */
    public record BackingDemandJson(long attestors, long attestationHours) {
        static BackingDemandJson of(BackingDemand demand) {
            return new BackingDemandJson(demand.attestors(), demand.hoursMax());
        }
    }

    /** What is paid in periods; the rate in hundred-millionths a year. */
    public record PayJson(long rateE8, String frequency, String dayCount, long recordDaysBefore) {
        static PayJson of(PeriodicPay pay) {
            return new PayJson(
                    pay.rateE8(), pay.frequency().name(), pay.dayCount().name(), pay.recordDaysBefore());
        }
    }

    /** Goods that one token stands for, in 10^-scale of the unit. */
    public record GoodsJson(String unitCode, long scale, long amountPerToken) {
        static GoodsJson of(Entitlement.Goods goods) {
            return new GoodsJson(goods.unit(), goods.scale(), goods.amountPerToken());
        }
    }
}
