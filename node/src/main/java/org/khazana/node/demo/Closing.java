package org.khazana.node.demo;

import java.math.BigDecimal;
import java.util.Locale;
import org.khazana.api.json.AccountJson.PositionJson;
import org.khazana.api.json.AccountJson.PositionsJson;

/** The books at the end: who holds what, the sums that must agree, and what is left of ceiling and freeze. */
final class Closing {
    private static final String ROW = "%-20s %10s %22s %22s";

    private final Validators validators;
    private final Bill bill;
    private final Narrator narrator;

    Closing(Validators validators, Bill bill, Narrator narrator) {
        this.validators = validators;
        this.bill = bill;
        this.narrator = narrator;
    }

    /**
     * Prints the table; fails unless all validators have the same books, both sums agree, only the bill counts under the
     * ceiling, and nothing is frozen.
     */
    void tell(Programme programme, Court court) {
        tellHolders();
        narrator.say(programme.tellUse());
        court.requireLifted();
        narrator.say("Nothing is frozen any more: everybody may dispose of everything in this table.");
    }

    private void tellHolders() {
        narrator.chapter("Who holds what, after all this");
        narrator.show(String.format(Locale.ROOT, ROW, "holder", "tokens", "face value PKR", "cash PKR"));
        long tokens = 0;
        long paisa = 0;
        for (Holder holder : Holder.values()) {
            PositionsJson positions = samePositionsEverywhere(holder);
            requireFree(holder, positions);
            long heldTokens = quantity(positions, Bill.ISIN.text(), 0);
            long heldPaisa = quantity(positions, Bill.RUPEE.text(), 2);
            show(holder.title(), heldTokens, heldPaisa);
            tokens = Math.addExact(tokens, heldTokens);
            paisa = Math.addExact(paisa, heldPaisa);
        }
        show("sum", tokens, paisa);
        requireAgreement("tokens outstanding", tokens, outstanding(Bill.ISIN.text(), 0));
        requireAgreement("paisa deposited", paisa, outstanding(Bill.RUPEE.text(), 2));
        narrator.say("The sums agree with the ledger: " + Figures.count(tokens) + " tokens outstanding, "
                + Figures.rupees(paisa) + " deposited.");
    }

    private void show(String title, long tokens, long paisa) {
        narrator.show(String.format(
                Locale.ROOT,
                ROW,
                title,
                Figures.count(tokens),
                Figures.amount(bill.facePaisa(tokens)),
                Figures.amount(paisa)));
    }

    private static void requireFree(Holder holder, PositionsJson positions) {
        for (PositionJson position : positions.positions()) {
            if (!position.available().equals(position.quantity())) {
                throw new DemoFailed("of account " + holder.account() + " something is still held back: " + position);
            }
        }
    }

    private PositionsJson samePositionsEverywhere(Holder holder) {
        PositionsJson first = null;
        for (String validator : validators.running()) {
            PositionsJson positions = validators.positions(validator, holder.account());
            if (first != null && !first.positions().equals(positions.positions())) {
                throw new DemoFailed(
                        "the validators differ about account " + holder.account() + ": " + first + ", " + positions);
            }
            first = positions;
        }
        if (first == null) {
            throw new DemoFailed("no validator runs any more");
        }
        return first;
    }

    private static long quantity(PositionsJson positions, String asset, int minorDigits) {
        return positions.positions().stream()
                .filter(position -> position.asset().equals(asset))
                .map(PositionJson::quantity)
                .mapToLong(quantity -> units(quantity, minorDigits))
                .sum();
    }

    private long outstanding(String asset, int minorDigits) {
        String validator = validators.running().getFirst();
        return units(validators.asset(validator, asset).outstanding(), minorDigits);
    }

    private static long units(String decimal, int minorDigits) {
        return new BigDecimal(decimal).movePointRight(minorDigits).longValueExact();
    }

    private static void requireAgreement(String what, long sum, long outstanding) {
        if (sum != outstanding) {
            throw new DemoFailed(
                    "the sum of all holdings is " + sum + ", but the ledger says " + outstanding + " " + what);
        }
    }
}
