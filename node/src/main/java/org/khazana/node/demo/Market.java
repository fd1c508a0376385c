package org.khazana.node.demo;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferTokens;

/** The business of the story: money comes in, the bill is issued, sold and passed on. Each step is told with its figures. */
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

    /** The central bank records money that arrived for the custodian's clients. */
    void depositCash() {
        narrator.chapter("Cash for the custodian's clients");
        deposit(Holder.AMNA, 16_000_000, 1);
        deposit(Holder.BILAL, 6_000_000, 2);
        deposit(Holder.CHEN, 5_000_000, 3);
        narrator.show("Chen's money has come from abroad, and may leave the country again");
    }

    private void deposit(Holder holder, long rupees, int number) {
        long paisa = Math.multiplyExact(rupees, 100);
        String reference = "RTGS-" + (DEPOSIT_REFERENCE_DIGITS_FROM + number - 1);
        Operation operation = new RecordCashDeposit(holder.account(), Bill.RUPEE, paisa, reference);
        narrator.done(
                desk.carryOut("The deposit for " + holder.title(), operation, Actor.CENTRAL_BANK),
                "State Bank records " + Figures.rupees(paisa) + " for " + holder.title() + ", payment " + reference
                        + ".");
    }

    /** Tokens come into being in the dealer's account. */
    void issueToDealer() {
        narrator.chapter("Issue to the primary dealer");
        Operation operation = new IssueTokens(Bill.ISIN, Holder.DEALER.account(), TOKENS_ISSUED);
        narrator.done(
                desk.carryOut("Issuing to the dealer", operation, Actor.MINISTRY, Actor.CENTRAL_BANK),
                Figures.count(TOKENS_ISSUED) + " tokens, face value " + Figures.rupees(bill.facePaisa(TOKENS_ISSUED))
                        + ", are issued to " + Holder.DEALER.title() + "; ministry and State Bank sign.");
    }

    /**
     * Three investors buy, one of them from abroad; their custodian signs for all. Then one gives some tokens to another.
     *
     * @return by which they were given
     */
    Acknowledged trade() {
        narrator.chapter("The dealer sells, delivery versus payment");
        sell(3_000, Holder.AMNA);
        sell(1_000, Holder.BILAL);
        sell(500, Holder.CHEN);
        narrator.show("from abroad, through her custodian: what she buys is paid with money that came from abroad");
        return passOn(500);
    }

    /** The dealer delivers tokens against cash at the bill's price; the buyer's custodian signs too. */
    void sell(long tokens, Holder buyer) {
        long paisa = bill.costPaisa(tokens);
        Operation operation = new SettleNow(
                List.of(
                        new Leg(Holder.DEALER.account(), buyer.account(), Bill.ISIN, tokens),
                        new Leg(buyer.account(), Holder.DEALER.account(), Bill.RUPEE, paisa)),
                Optional.of("sale to " + buyer.account()));
        narrator.done(
                desk.carryOut("The sale to " + buyer.title(), operation, Actor.DEALER, Actor.CUSTODIAN),
                buyer.title() + " gets " + Figures.count(tokens) + " tokens and pays " + Figures.rupees(paisa) + " for "
                        + Figures.rupees(bill.facePaisa(tokens)) + " face value, in one step.");
    }

    private Acknowledged passOn(long tokens) {
        Operation operation = new TransferTokens(Bill.ISIN, Holder.AMNA.account(), Holder.BILAL.account(), tokens);
        Acknowledged transfer = desk.carryOut("The transfer to " + Holder.BILAL.title(), operation, Actor.CUSTODIAN);
        narrator.done(
                transfer,
                Holder.AMNA.title() + " passes " + Figures.count(tokens) + " tokens on to " + Holder.BILAL.title()
                        + "; the custodian signs for her account.");
        return transfer;
    }
}
