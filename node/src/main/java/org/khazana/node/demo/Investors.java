package org.khazana.node.demo;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.CreditRule;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.account.Residency;
import org.khazana.ledger.operation.AttestEligibility;
import org.khazana.ledger.operation.OpenAccount;
import org.khazana.ledger.operation.SetHoldingRules;
import org.khazana.ledger.operation.SetLicence;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.party.ClassOfInvestor;
import org.khazana.ledger.party.Country;
import org.khazana.ledger.party.InvestorClass;
import org.khazana.ledger.refusal.RefusalCode;

/** Who may hold the bill: rules, a licensed attestor, investors here and abroad, and one who was left out. */
final class Investors {
    private static final String HOME = "PK";
    private static final String ABROAD = "SG";
    private static final List<ClassOfInvestor> CLASSES = List.of(
            new ClassOfInvestor(InvestorClass.RETAIL),
            new ClassOfInvestor(InvestorClass.PROFESSIONAL),
            new ClassOfInvestor(InvestorClass.BANK));
    private static final List<Country> BARRED = List.of(new Country("KP"));
    private static final long TOKENS_WITHHELD = 100;

    private final Desk desk;
    private final Register register;
    private final Narrator narrator;
    /** Licence and attestations hold until the bill is repaid. */
    private final int untilDay;

    Investors(Desk desk, Register register, Bill bill, Narrator narrator) {
        this.desk = desk;
        this.register = register;
        this.narrator = narrator;
        this.untilDay = Math.toIntExact(bill.maturityDate().toEpochDay());
    }

    /** From the rules of the bill to the account of an investor abroad. */
    void admit() {
        narrator.chapter("Who may hold the bill");
        setRules();
        license();
        attest("Primary Dealer One", Actor.DEALER, InvestorClass.BANK, HOME);
        attest("Investor Amna", Actor.INVESTOR_AMNA, InvestorClass.RETAIL, HOME);
        attest("Investor Bilal", Actor.INVESTOR_BILAL, InvestorClass.RETAIL, HOME);
        attest("Investor Chen", Actor.INVESTOR_CHEN, InvestorClass.PROFESSIONAL, ABROAD);
        openAccountForAbroad();
    }

    private void setRules() {
        SetHoldingRules rules = new SetHoldingRules(
                Bill.ISIN, true, List.of(), BARRED, CLASSES, Optional.empty(), Optional.empty(), Optional.empty());
        narrator.done(
                desk.carryOut("Setting the holding rules", rules, Actor.MINISTRY, Actor.CENTRAL_BANK),
                "Ministry and State Bank: only attested retail and professional investors and banks may receive the bill, and none in "
                        + BARRED.getFirst().code() + ".");
    }

    private void license() {
        SetLicence licence = new SetLicence(
                Actor.CUSTODIAN.party(), untilDay, CLASSES, List.of(new Country(HOME), new Country(ABROAD)));
        narrator.done(
                desk.carryOut("Licensing the custodian", licence, Actor.MINISTRY, Actor.CENTRAL_BANK),
                "The governors license Custodian One to attest who such investors are, in " + HOME + " and " + ABROAD
                        + ".");
    }

    private void attest(String title, Actor investor, InvestorClass investorClass, String country) {
        AttestEligibility attestation = new AttestEligibility(investor.party(), investorClass, country, untilDay);
        Acknowledged attested = desk.carryOut("Attesting " + title, attestation, Actor.CUSTODIAN);
        narrator.show("attested: " + title + ", " + investorClass + ", " + country + " (block "
                + attested.receipt().height() + ")");
    }

    private void openAccountForAbroad() {
        OpenAccount open = new OpenAccount(
                Holder.CHEN.account(),
                AccountKind.CLIENT_SEGREGATED,
                Actor.INVESTOR_CHEN.party(),
                Actor.CUSTODIAN.party(),
                DebitRule.CONTROLLER,
                CreditRule.FREE,
                Residency.FOREIGN_REPATRIABLE,
                Optional.of(new Document("Account of Chen at a bank (invented), with a salt").hash()));
        Acknowledged opened = desk.carryOut("Opening an account for Chen", open, Actor.INVESTOR_CHEN, Actor.CUSTODIAN);
        String residency = register.account(Holder.CHEN.account()).residency();
        if (!residency.equals(Residency.FOREIGN_REPATRIABLE.name())) {
            throw new DemoFailed("the account of Chen had to be repatriable, but is " + residency);
        }
        narrator.done(
                opened,
                "Investor Chen, who lives in " + ABROAD + ", and Custodian One open account " + Holder.CHEN.account()
                        + " for her, " + residency + "; the custodian will sign for it.");
    }

    /** Whom nobody has attested can be given nothing. */
    void refuseTheUnattested() throws InterruptedException {
        narrator.chapter("An investor whom nobody has attested");
        TransferTokens transfer =
                new TransferTokens(Bill.ISIN, Holder.AMNA.account(), Holder.DARA.account(), TOKENS_WITHHELD);
        Refused refused = desk.beRefused(
                "The transfer to " + Holder.DARA.title(),
                transfer,
                List.of(RefusalCode.RECEIVER_NOT_ELIGIBLE),
                Actor.CUSTODIAN);
        narrator.say("Amna's custodian signs a transfer of " + TOKENS_WITHHELD + " tokens to " + Holder.DARA.title()
                + ", and asks first what it would come to (khazana tx check):");
        refused.checkLines().forEach(narrator::show);
        narrator.refused(refused, "It is submitted all the same.");
    }
}
