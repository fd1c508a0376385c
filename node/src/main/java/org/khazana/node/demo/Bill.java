package org.khazana.node.demo;

import java.time.LocalDate;
import java.util.Optional;
import org.khazana.ledger.arithmetic.DiscountPrice;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.RegisterMode;
import org.khazana.ledger.operation.CreateBill;

/**
 * The treasury bill of the story: the terms of a real auction, dated from another day, under an invented ISIN.
 *
 * @param price in 1e-6 per 100 of face, at the auction's cut-off yield for the whole life of the bill
 */
record Bill(Auction auction, LocalDate issueDate, LocalDate maturityDate, long price) {
    /** Invented; the last digit is the check digit of ISO 6166. */
    static final AssetCode ISIN = new AssetCode("PK12M1001241");

    /** Under whose ceiling it counts. */
    static final String PROGRAMME = "SOVEREIGN-1";

    static final AssetCode RUPEE = new AssetCode("PKR");
    /** One token is PKR 5,000 of face value, the smallest amount in which treasury bills are sold. */
    static final long FACE_PAISA = 500_000;

    static final int LIFE_DAYS = 364;
    private static final LocalDate AUCTION_DATE = LocalDate.of(2024, 1, 10);
    private static final int TENOR_MONTHS = 12;
    private static final int FACE_RUPEES = 5_000;

    /** The 12-month bill of the auction of 10 January 2024, dated {@code issueDate}. */
    static Bill issuedOn(LocalDate issueDate) {
        Auction auction = Auction.of(AUCTION_DATE, TENOR_MONTHS);
        long price = DiscountPrice.fromYield(auction.cutoffYield(), LIFE_DAYS);
        return new Bill(auction, issueDate, issueDate.plusDays(LIFE_DAYS), price);
    }

    /** As many tokens as the auction sold: its face value over that of a token. */
    long authorisedTokens() {
        return auction.acceptedRupees() / FACE_RUPEES;
    }

    long facePaisa(long tokens) {
        return Math.multiplyExact(tokens, FACE_PAISA);
    }

    /** What so many tokens cost, in paisa. */
    long costPaisa(long tokens) {
        return DiscountPrice.considerationMinor(facePaisa(tokens), price);
    }

    CreateBill definition() {
        return definition(ISIN, "12-month Market Treasury Bill", authorisedTokens());
    }

    /** Another bill with the same terms but for these. */
    CreateBill definition(AssetCode isin, String name, long tokens) {
        return new CreateBill(
                isin,
                name,
                CreateBill.CFI_USUAL,
                Optional.of(PROGRAMME),
                RUPEE,
                FACE_PAISA,
                Math.toIntExact(issueDate.toEpochDay()),
                Math.toIntExact(maturityDate.toEpochDay()),
                tokens,
                1,
                1,
                RegisterMode.NATIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
