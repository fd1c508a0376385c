package org.khazana.api.json;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.state.Asset;

/**
 * An asset as it was after the block of that height.
 *
 * @param kind BILL or CASH
 * @param outstanding the sum of all positions in it, as a decimal string
 * @param minorDigits only for cash
 * @param bill only for bills
 */
public record AssetJson(
        long height,
        String code,
        String kind,
        String outstanding,
        @Nullable Integer minorDigits,
        @Nullable BillJson bill) {

    /**
     * Shapes an asset.
     *
     * @param denominations that know the currency of a bill
     */
    public static AssetJson of(long height, Asset asset, Denominations denominations) {
        Integer minorDigits = asset.cash().map(Asset.CashTerms::minorDigits).orElse(null);
        OptionalInt digits = minorDigits == null ? OptionalInt.empty() : OptionalInt.of(minorDigits);
        return new AssetJson(
                height,
                asset.code().text(),
                asset.isCash() ? "CASH" : "BILL",
                AmountText.write(asset.outstandingUnits(), digits),
                minorDigits,
                asset.bill().map(bill -> BillJson.of(bill, denominations)).orElse(null));
    }

    /**
     * The terms of a treasury bill; amounts as decimal strings, dates as ISO 8601.
     *
     * @param issuer party
     * @param termSheetHash SHA-256 in hexadecimal, when there is a term sheet
     */
    public record BillJson(
            long issuer,
            String name,
            String currency,
            String faceValue,
            String issueDate,
            String maturityDate,
            String authorisedUnits,
            String minimumUnits,
            String multipleUnits,
            @Nullable String termSheetHash) {
        static BillJson of(Asset.BillTerms bill, Denominations denominations) {
            return new BillJson(
                    bill.issuer().number(),
                    bill.name(),
                    bill.currency().text(),
                    AmountText.write(bill.faceMinor(), bill.currency(), denominations),
                    LocalDate.ofEpochDay(bill.issueDay()).toString(),
                    LocalDate.ofEpochDay(bill.maturityDay()).toString(),
                    Long.toString(bill.authorisedUnits()),
                    Long.toString(bill.minimumUnits()),
                    Long.toString(bill.multipleUnits()),
                    bill.termSheetHash().map(Object::toString).orElse(null));
        }
    }
}
