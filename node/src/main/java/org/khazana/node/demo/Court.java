package org.khazana.node.demo;

import java.util.List;
import java.util.Optional;
import org.khazana.api.json.AccountJson.PositionJson;
import org.khazana.api.json.ReceiptJson.SerialsJson;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.operation.LiftRestriction;
import org.khazana.ledger.operation.PlaceRestriction;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;

/** A court freezes what an investor holds, and lifts it again. */
final class Court {
    private static final long RESTRICTION = 71;
    private static final String CASE = "C.P. 17/2026";
    private static final long TOKENS_RETURNED = 200;

    private final Desk desk;
    private final Register register;
    private final Narrator narrator;

    Court(Desk desk, Register register, Narrator narrator) {
        this.desk = desk;
        this.register = register;
        this.narrator = narrator;
    }

    /**
     * Bilal cannot give tokens back as long as the court forbids it.
     *
     * @param passedOn by which he got them
     * @return the serial of one of them, which went back in the end
     */
    long play(Acknowledged passedOn) throws InterruptedException {
        narrator.chapter("A court freezes a position, and lifts it again");
        freeze();
        SerialRange tokens = someOf(passedOn);
        TransferTokens transfer = new TransferTokens(
                Bill.ISIN, Holder.BILAL.account(), Holder.AMNA.account(), tokens.count(), List.of(tokens));
        narrator.refused(
                desk.beRefused(
                        "The transfer of frozen tokens",
                        transfer,
                        List.of(RefusalCode.COURT_RESTRICTION, RefusalCode.DEBIT_BLOCKED),
                        Actor.CUSTODIAN),
                "Bilal's custodian tries to give " + tokens.count() + " tokens back to Amna, those with the serials "
                        + tokens.first() + " to " + (tokens.first() + tokens.count() - 1) + ".");
        lift();
        narrator.done(
                desk.carryOut("The transfer of tokens that are free again", transfer, Actor.CUSTODIAN),
                "The same transfer, signed anew, goes through.");
        return tokens.first();
    }

    private void freeze() {
        PlaceRestriction order = new PlaceRestriction(
                RESTRICTION,
                RestrictionGround.COURT,
                RestrictionScope.POSITION,
                Optional.empty(),
                Optional.of(Holder.BILAL.account()),
                Optional.of(Bill.ISIN),
                Blocks.DEBIT,
                Optional.empty(),
                CASE,
                new Document("Order in " + CASE + " (invented)").hash(),
                Optional.empty());
        Acknowledged placed = desk.carryOut("The court's restriction", order, Actor.COURT);
        requireStatus("ACTIVE");
        PositionJson position = register.position(Holder.BILAL.account(), Bill.ISIN);
        if (!position.available().equals("0")) {
            throw new DemoFailed("everything of this had to be frozen: " + position);
        }
        narrator.done(
                placed,
                "The High Court, in case " + CASE + ", lets none of Bilal's tokens of the bill leave (restriction "
                        + RESTRICTION + ").");
        narrator.show("of the " + Figures.count(Long.parseLong(position.quantity()))
                + " tokens that he holds, none is available; they stay his");
    }

    private void lift() {
        LiftRestriction lift =
                new LiftRestriction(RESTRICTION, new Document("Judgment in " + CASE + " (invented)").hash());
        Acknowledged lifted = desk.carryOut("Lifting the restriction", lift, Actor.COURT);
        requireLifted();
        narrator.done(lifted, "The High Court lifts it, as nobody but that court can.");
    }

    /** Fails unless nothing of the freeze is left. */
    void requireLifted() {
        requireStatus("LIFTED");
    }

    private void requireStatus(String status) {
        String told = register.restriction(RESTRICTION).status();
        if (!told.equals(status)) {
            throw new DemoFailed("restriction " + RESTRICTION + " had to be " + status + ", but is " + told);
        }
    }

    private static SerialRange someOf(Acknowledged passedOn) {
        return passedOn.serialsIn(Holder.BILAL).stream()
                .filter(range -> Long.parseLong(range.count()) >= TOKENS_RETURNED)
                .findFirst()
                .map(SerialsJson::first)
                .map(first -> new SerialRange(Long.parseLong(first), TOKENS_RETURNED))
                .orElseThrow(() -> new DemoFailed(
                        "Bilal did not get " + TOKENS_RETURNED + " tokens in a row: " + passedOn.receipt()));
    }
}
