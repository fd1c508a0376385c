package org.khazana.node.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * A bill and the accounts that hold it: the even ones with one custodian, the odd ones with another, each owned by one of
 * four investors. A custodian signs for its accounts, so a transfer has one signature, and a delivery versus payment
 * between the two has two.
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

    private final int accounts;
    private final RegisterNames names;
    private final Map<Founder, Signatory> signatories = new EnumMap<>(Founder.class);

    /**
     * Nothing is on the ledger yet.
     *
     * @param accounts how many
     * @param names that nobody has taken
     * @param parties folder with the keys of the founding parties
     */
    Register(int accounts, RegisterNames names, Path parties) {
        this.accounts = accounts;
        this.names = names;
        for (Founder founder : Founder.values()) {
            signatories.put(founder, Signatory.of(founder, parties));
        }
    }

    int accounts() {
        return accounts;
    }

    Signed definition() {
        int today = (int) (System.currentTimeMillis() / Duration.ofDays(1).toMillis());
        return byAuthorities(CreateBill.registeredHere(
                names.bill(),
                "Bill of the benchmark",
                new Denomination(PKR, FACE_PAISA),
                new Term(today, today + LIFE_DAYS),
                new UnitLimits(Math.multiplyExact(TOKENS_OF_EACH, accounts), 1, 1)));
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

    Signed issue(int index) {
        return byAuthorities(new IssueTokens(names.bill(), account(index), TOKENS_OF_EACH));
    }

    Signed deposit(int index) {
        return Signed.by(
                new RecordCashDeposit(account(index), PKR, PAISA_OF_EACH, "BENCH-" + index),
                signatory(Founder.CENTRAL_BANK));
    }

    Signed transfer(int from, int to) {
        return Signed.by(new TransferTokens(names.bill(), account(from), account(to), 1), custodian(from));
    }

    /** All or nothing; all accounts are with the custodian of that one. */
    Signed batch(int account, List<BatchLeg> legs) {
        return Signed.by(new TransferBatch(names.bill(), BatchMode.ALL_OR_NOTHING, legs), custodian(account));
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
    Signed sale(int seller, int buyer) {
        SettleNow settle = new SettleNow(
                List.of(
                        new Leg(account(seller), account(buyer), names.bill(), 1),
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
