package org.khazana.node.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.CreditRule;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.account.Residency;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.Denomination;
import org.khazana.ledger.instrument.Term;
import org.khazana.ledger.instrument.UnitLimits;
import org.khazana.ledger.operation.BatchLeg;
import org.khazana.ledger.operation.BatchMode;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.OpenAccount;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.node.bench.Signatory.Founder;

/**
 * Bills and the accounts that hold them: the even ones with one custodian, the odd ones with another, each owned by one of
 * four investors. A custodian signs for its accounts, so a transfer has one signature, and a delivery versus payment
 * between the two has two. Bills are issued to the first account of each custodian, which hands them out in batches: that
 * is much quicker than issuing to every account by itself.
 */
final class Register {
    private static final AssetCode PKR = new AssetCode("PKR");
    /** More than an account can give away while it is measured. */
    private static final long TOKENS_OF_EACH = 10_000_000;

    private static final long PAISA_OF_EACH = 10_000_000_000_000L;
    private static final long FACE_PAISA = 500_000;
    private static final long PRICE_PAISA = 480_000;
    private static final int LIFE_DAYS = 364;
    private static final List<Founder> OWNERS = List.of(Founder.AMNA, Founder.BILAL, Founder.CHEN, Founder.DARA);
    private static final List<Founder> CUSTODIANS = List.of(Founder.CUSTODIAN, Founder.DEALER);

    private final Endowment endowment;
    private final RegisterNames names;
    private final Map<Founder, Signatory> signatories = new EnumMap<>(Founder.class);

    /**
     * Nothing is on the ledger yet.
     *
     * @param endowment how many accounts, and what they are to hold
     * @param names that nobody has taken
     * @param parties folder with the keys of the founding parties
     */
    Register(Endowment endowment, RegisterNames names, Path parties) {
        this.endowment = endowment;
        this.names = names;
        for (Founder founder : Founder.values()) {
            signatories.put(founder, Signatory.of(founder, parties));
        }
    }

    Endowment endowment() {
        return endowment;
    }

    int accounts() {
        return endowment.accounts();
    }

    /** Defines a bill; {@code bill} counts from 0, here and below. */
    Signed definition(int bill) {
        int today = (int) (System.currentTimeMillis() / Duration.ofDays(1).toMillis());
        return byAuthorities(CreateBill.registeredHere(
                names.bill(bill),
                "Bill of the benchmark",
                new Denomination(PKR, FACE_PAISA),
                new Term(today, today + LIFE_DAYS),
                new UnitLimits(Math.multiplyExact(TOKENS_OF_EACH, accounts()), 1, 1)));
    }

    /** Opens an account; {@code index} counts from 0, here and below. */
    Signed opening(int index) {
        Signatory owner = signatory(OWNERS.get(index % OWNERS.size()));
        Signatory custodian = custodian(index);
        OpenAccount open = new OpenAccount(
                account(index),
                AccountKind.CLIENT_SEGREGATED,
                owner.party(),
                custodian.party(),
                DebitRule.CONTROLLER,
                CreditRule.FREE,
                Residency.DOMESTIC,
                Optional.empty());
        return Signed.by(open, owner, custodian);
    }

    /** Issues what all holders with the custodian of {@code first}, its first account, are to have of a bill. */
    Signed issue(int bill, int first) {
        long tokens = TOKENS_OF_EACH * holdersWith(first, endowment.holders(bill));
        return byAuthorities(new IssueTokens(names.bill(bill), account(first), tokens));
    }

    /** Hands out a part of that: to as many holders as fit into a batch, from {@code to} on. */
    Signed handOut(int bill, int first, int to) {
        List<BatchLeg> legs = IntStream.iterate(
                        to, index -> index < endowment.holders(bill), index -> index + custodians())
                .limit(TransferBatch.LEGS_MAX)
                .mapToObj(index -> new BatchLeg(account(first), account(index), TOKENS_OF_EACH))
                .toList();
        return batch(bill, first, legs);
    }

    Signed deposit(int index) {
        return Signed.by(
                new RecordCashDeposit(account(index), PKR, PAISA_OF_EACH, "BENCH-" + index),
                signatory(Founder.CENTRAL_BANK));
    }

    /** How many of the first {@code holders} accounts are with this custodian, who counts from 0. */
    private int holdersWith(int custodian, int holders) {
        return Math.ceilDiv(Math.max(0, holders - custodian), custodians());
    }

    Signed transfer(int bill, int from, int to) {
        return Signed.by(new TransferTokens(names.bill(bill), account(from), account(to), 1), custodian(from));
    }

    /** All or nothing; all accounts are with the custodian of that one. */
    Signed batch(int bill, int account, List<BatchLeg> legs) {
        return Signed.by(new TransferBatch(names.bill(bill), BatchMode.ALL_OR_NOTHING, legs), custodian(account));
    }

    /** A transfer of one token in a batch. */
    BatchLeg leg(int from, int to) {
        return new BatchLeg(account(from), account(to), 1);
    }

    /** Accounts of one custodian are so far apart. */
    int custodians() {
        return CUSTODIANS.size();
    }

    /** One token against cash; the accounts must be with different custodians. */
    Signed sale(int bill, int seller, int buyer) {
        SettleNow settle = new SettleNow(
                List.of(
                        new Leg(account(seller), account(buyer), names.bill(bill), 1),
                        new Leg(account(buyer), account(seller), PKR, PRICE_PAISA)),
                Optional.empty());
        return Signed.by(settle, custodian(seller), custodian(buyer));
    }

    /** Where the positions of an account are read. */
    String positionsPath(int index) {
        return "/v1/accounts/" + account(index).number() + "/positions";
    }

    private Signed byAuthorities(Operation operation) {
        return Signed.by(operation, signatory(Founder.MINISTRY), signatory(Founder.CENTRAL_BANK));
    }

    private Signatory custodian(int index) {
        return signatory(CUSTODIANS.get(index % CUSTODIANS.size()));
    }

    private Signatory signatory(Founder founder) {
        Signatory signatory = signatories.get(founder);
        if (signatory == null) {
            throw new IllegalStateException("no key of " + founder);
        }
        return signatory;
    }

    private AccountId account(int index) {
        return new AccountId(names.firstAccount() + index);
    }
}
