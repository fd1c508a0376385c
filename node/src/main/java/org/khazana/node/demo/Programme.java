package org.khazana.node.demo;

import java.util.List;
import org.khazana.api.json.MotionJson;
import org.khazana.api.json.ProgrammeJson;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.CreateProgramme;
import org.khazana.ledger.operation.RaiseMotion;
import org.khazana.ledger.operation.SupportMotion;
import org.khazana.ledger.refusal.RefusalCode;

/** The ceiling that the law sets, and the bill under it, to which two organisations agree one after another. */
final class Programme {
    /** What the government's memorandum of 12 December 2025 speaks of. */
    private static final long PLAN_DOLLARS = 2_000_000_000;
    /** Invented: the story needs no more than the order of magnitude. */
    private static final long RUPEES_PER_DOLLAR = 280;

    static final long CEILING_PAISA = PLAN_DOLLARS * RUPEES_PER_DOLLAR * 100;

    /** Invented, as that of the bill is. */
    private static final AssetCode SECOND_ISIN = new AssetCode("PK12M1002249");

    private static final long SECOND_TOKENS = 80_000_000;
    private static final long MOTION_MILLIS = 24L * 60 * 60 * 1000;

    private final Desk desk;
    private final Register register;
    private final Bill bill;
    private final Narrator narrator;

    Programme(Desk desk, Register register, Bill bill, Narrator narrator) {
        this.desk = desk;
        this.register = register;
        this.bill = bill;
        this.narrator = narrator;
    }

    /** Ministry and central bank write down what the law allows. */
    void found() {
        narrator.chapter("A programme with a ceiling");
        CreateProgramme programme = new CreateProgramme(
                Bill.PROGRAMME,
                "Sovereign asset tokens, first programme",
                Bill.RUPEE,
                CEILING_PAISA,
                new Document("Order on sovereign asset tokens (invented)").hash());
        narrator.done(
                desk.carryOut("Defining the programme", programme, Actor.MINISTRY, Actor.CENTRAL_BANK),
                "Ministry of Finance and State Bank of Pakistan define the programme " + Bill.PROGRAMME + ", ceiling "
                        + Figures.rupees(CEILING_PAISA) + "; both sign one envelope.");
        narrator.show("that is the USD " + Figures.count(PLAN_DOLLARS) + " of the government's plan, at PKR "
                + RUPEES_PER_DOLLAR + " for a dollar, a rate invented for this story");
        narrator.show("the ledger keeps the SHA-256 of the order that allows it, which is invented, too");
    }

    /** The ministry asks for the bill; the central bank agrees later, and with that it is there. */
    void approveBill() {
        narrator.chapter("A treasury bill, with the terms of the auction of 10 January 2024");
        RaiseMotion raise = new RaiseMotion(System.currentTimeMillis() + MOTION_MILLIS, bill.definition());
        Acknowledged raised = desk.carryOut("Raising the motion", raise, Actor.MINISTRY);
        require("OPEN", List.of(Actor.MINISTRY), raised.id());
        narrator.done(
                raised,
                "The Ministry of Finance raises a motion to define the bill " + Bill.ISIN
                        + ". It is open to be read, and nothing else happens.");
        SupportMotion support = new SupportMotion(Hash.fromHex(raised.id()));
        Acknowledged supported = desk.carryOut("Supporting the motion", support, Actor.CENTRAL_BANK);
        require("CARRIED_OUT", List.of(Actor.MINISTRY, Actor.CENTRAL_BANK), raised.id());
        narrator.done(
                supported,
                "The State Bank of Pakistan supports it, and with that the bill is defined: two organisations, one after another.");
        tellTerms();
    }

    private void require(String status, List<Actor> supporters, String id) {
        MotionJson motion = register.motion(id);
        List<Long> parties =
                supporters.stream().map(actor -> actor.party().number()).toList();
        boolean isDefined = register.knows(Bill.ISIN);
        if (!motion.status().equals(status)
                || !motion.supportedBy().equals(parties)
                || isDefined != status.equals("CARRIED_OUT")) {
            throw new DemoFailed("the motion had to be " + status + ", supported by " + parties + ", but it is "
                    + motion.status() + ", supported by " + motion.supportedBy() + ", and the bill is"
                    + (isDefined ? "" : " not") + " defined");
        }
    }

    private void tellTerms() {
        Auction auction = bill.auction();
        narrator.show("cut-off yield " + Figures.percent(auction.cutoffYield()) + " a year, face value "
                + Figures.rupees(Math.multiplyExact(auction.acceptedRupees(), 100)) + " (source: "
                + auction.source() + ")");
        narrator.show("that is up to " + Figures.count(bill.authorisedTokens()) + " tokens of "
                + Figures.rupees(Bill.FACE_PAISA) + " each; the ISIN is invented, its check digit is right");
        narrator.show(
                "issued " + bill.issueDate() + ", repaid " + bill.maturityDate() + ": " + Bill.LIFE_DAYS + " days");
        narrator.show("price " + Figures.price(bill.price()) + " per 100 = 100 / (1 + "
                + Figures.percent(auction.cutoffYield()) + " x " + Bill.LIFE_DAYS + "/365)");
    }

    /** A second bill does not fit under the ceiling, whoever signs. */
    void refuseBeyondCeiling() throws InterruptedException {
        narrator.say(tellUse());
        CreateBill second = bill.definition(SECOND_ISIN, "Second bill", SECOND_TOKENS);
        Refused refused = desk.beRefused(
                "Defining a bill beyond the ceiling",
                second,
                List.of(RefusalCode.CEILING_EXCEEDED),
                Actor.MINISTRY,
                Actor.CENTRAL_BANK);
        narrator.refused(
                refused,
                "Ministry and State Bank try to define a second bill, of "
                        + Figures.rupees(bill.facePaisa(SECOND_TOKENS)) + "; both sign.");
    }

    /** How much of the ceiling is in use, in one sentence; fails unless it is what the bill takes. */
    String tellUse() {
        ProgrammeJson programme = register.programme(Bill.PROGRAMME);
        long authorised = Figures.paisa(programme.authorised());
        long ceiling = Figures.paisa(programme.ceiling());
        long expected = bill.facePaisa(bill.authorisedTokens());
        if (ceiling != CEILING_PAISA || authorised != expected) {
            throw new DemoFailed("under the ceiling of " + CEILING_PAISA + " paisa " + expected
                    + " had to be in use, but the ledger says " + authorised + " of " + ceiling);
        }
        return "Of the programme's ceiling " + Figures.rupees(authorised) + " are in use, and "
                + Figures.rupees(ceiling - authorised) + " are left.";
    }
}
