package org.khazana.node.demo;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferTokens;

/** The business of the story: a bill is defined, paid for and sold. Each step is told with its figures. */
final class Market {
    private static final long TOKENS_ISSUED = 40_000;
    private static final int DEPOSIT_REFERENCE_DIGITS_FROM = 240_110_001;

    private final Desk desk;
    private final Bill bill;
    private final Narrator narrator;

    Market(Desk desk, Bill bill, Narrator narrator) {
        this.desk = desk;
        this.bill = bill;
        this.narrator = narrator;
    }

    /** Ministry and central bank define the bill together. */
    void defineBill() {
        Auction auction = bill.auction();
        narrator.chapter("A treasury bill, with the terms of the auction of 10 January 2024");
        tell(
                desk.carryOut("Defining the bill", bill.definition(), Actor.MINISTRY, Actor.CENTRAL_BANK),
                "Ministry of Finance and State Bank of Pakistan define the bill " + Bill.ISIN + "; both sign.");
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

    /** The central bank records money that arrived for the custodian's clients. */
    void depositCash() {
        narrator.chapter("Cash for the custodian's clients");
        deposit(Holder.AMNA, 20_000_000, 1);
        deposit(Holder.BILAL, 6_000_000, 2);
        deposit(Holder.CHEN, 1_000_000, 3);
    }

    private void deposit(Holder holder, long rupees, int number) {
        long paisa = Math.multiplyExact(rupees, 100);
        String reference = "RTGS-" + (DEPOSIT_REFERENCE_DIGITS_FROM + number - 1);
        Operation operation = new RecordCashDeposit(holder.account(), Bill.RUPEE, paisa, reference);
        tell(
                desk.carryOut("The deposit for " + holder.title(), operation, Actor.CENTRAL_BANK),
                "State Bank records " + Figures.rupees(paisa) + " for " + holder.title() + ", payment " + reference
                        + ".");
    }

    /** Tokens come into being in the dealer's account. */
    void issueToDealer() {
        narrator.chapter("Issue to the primary dealer");
        Operation operation = new IssueTokens(Bill.ISIN, Holder.DEALER.account(), TOKENS_ISSUED);
        tell(
                desk.carryOut("Issuing to the dealer", operation, Actor.MINISTRY, Actor.CENTRAL_BANK),
                Figures.count(TOKENS_ISSUED) + " tokens, face value " + Figures.rupees(bill.facePaisa(TOKENS_ISSUED))
                        + ", are issued to " + Holder.DEALER.title() + "; ministry and State Bank sign.");
    }

    /** Two investors buy; one passes some on. */
    void tradeBills() {
        narrator.chapter("The dealer sells, delivery versus payment");
        sell(3_000, Holder.AMNA, Actor.CUSTODIAN);
        sell(1_000, Holder.BILAL, Actor.CUSTODIAN);
        passOn(500);
    }

    /** The dealer delivers tokens against cash at the bill's price; the buyer's side signs too. */
    Acknowledged sell(long tokens, Holder buyer, Actor buyersSigner) {
        long paisa = bill.costPaisa(tokens);
        Operation operation = new SettleNow(
                List.of(
                        new Leg(Holder.DEALER.account(), buyer.account(), Bill.ISIN, tokens),
                        new Leg(buyer.account(), Holder.DEALER.account(), Bill.RUPEE, paisa)),
                Optional.of("sale to " + buyer.account()));
        Acknowledged sale = desk.carryOut("The sale to " + buyer.title(), operation, Actor.DEALER, buyersSigner);
        tell(
                sale,
                buyer.title() + " gets " + Figures.count(tokens) + " tokens and pays " + Figures.rupees(paisa) + " for "
                        + Figures.rupees(bill.facePaisa(tokens)) + " face value, in one step.");
        return sale;
    }

    private void passOn(long tokens) {
        Operation operation = new TransferTokens(Bill.ISIN, Holder.AMNA.account(), Holder.CHEN.account(), tokens);
        tell(
                desk.carryOut("The transfer to " + Holder.CHEN.title(), operation, Actor.CUSTODIAN),
                Holder.AMNA.title() + " passes " + Figures.count(tokens) + " tokens on to " + Holder.CHEN.title()
                        + "; the custodian signs for her account.");
    }

    private void tell(Acknowledged done, String sentence) {
        narrator.say(sentence);
        narrator.show("transaction " + Figures.shortHash(done.id()) + " in block "
                + done.receipt().height());
    }
}
