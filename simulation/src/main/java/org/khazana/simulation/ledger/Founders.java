package org.khazana.simulation.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.Founding;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.instrument.Denomination;
import org.khazana.ledger.instrument.Term;
import org.khazana.ledger.instrument.UnitLimits;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.rules.Affirmations;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/** The parties and accounts of the simulated ledger: some of each kind, some of them unable to act. */
final class Founders {
    static final ChainId CHAIN = new ChainId(Domain.GENESIS.hash(new byte[] {7}));
    static final AssetCode PKR = new AssetCode("PKR");
    static final AssetCode BILL = new AssetCode("PK0000000007");
    static final long MINISTRY = 1;
    static final long CENTRAL_BANK = 2;
    static final long DEALER = 3;
    static final long CUSTODIAN = 4;
    static final long SUSPENDED = 7;
    static final List<Long> ACCOUNTS = List.of(3001L, 3002L, 5001L, 6001L, 6002L, 1001L, 7001L, 9001L, 9999L);

    private static final int START_DAY = 19_675;
    private static final int KEY_BYTES = 32;
    /** More than there are parties: some become known later. */
    private static final int KEYS_MAX = 40;

    private static final List<PublicKey> KEYS =
            LongStream.rangeClosed(1, KEYS_MAX).mapToObj(Founders::makeKey).toList();

    private static final List<Change> CHANGES = founding();

    private Founders() {}

    private static PublicKey makeKey(long party) {
        byte[] secret = new byte[KEY_BYTES];
        Arrays.fill(secret, (byte) party);
        return Ed25519.publicKeyOf(secret);
    }

    static PublicKey keyOf(long party) {
        return KEYS.get((int) party - 1);
    }

    /** What leads from nothing to the founding state; worked out once, since checking keys takes long. */
    static List<Change> changes() {
        return CHANGES;
    }

    private static List<Change> founding() {
        List<Founding.Participant> parties = List.of(
                party(MINISTRY, "ministry", Role.ISSUER, Role.GOVERNOR, Role.CASH_AGENT),
                party(CENTRAL_BANK, "central-bank", Role.REGISTRAR, Role.CASH_AGENT, Role.GOVERNOR),
                party(DEALER, "dealer", Role.PRIMARY_DEALER, Role.CUSTODIAN),
                party(CUSTODIAN, "custodian", Role.CUSTODIAN),
                party(5, "amna", Role.INVESTOR),
                party(6, "bilal", Role.INVESTOR),
                new Founding.Participant(
                        new Party(new PartyId(SUSPENDED), "suspended", PartyStatus.SUSPENDED), Set.of(Role.INVESTOR)));
        List<PartyKey> keys = new ArrayList<>();
        parties.stream()
                .map(participant -> participant.party().id())
                .forEach(id -> keys.add(PartyKey.of(keyOf(id.number()), id)));
        return Founding.changes(parties, keys, accounts(), List.of(new Founding.Currency(PKR, 2)), validators());
    }

    private static List<Account> accounts() {
        return List.of(
                account(1001, MINISTRY, MINISTRY, AccountKind.ISSUER_TREASURY, DebitRule.OWNER),
                account(3001, DEALER, DEALER, AccountKind.OWN, DebitRule.OWNER),
                account(3002, DEALER, DEALER, AccountKind.OWN, DebitRule.OWNER),
                account(5001, 5, CUSTODIAN, AccountKind.CLIENT_SEGREGATED, DebitRule.CONTROLLER),
                account(6001, 6, CUSTODIAN, AccountKind.CLIENT_SEGREGATED, DebitRule.CONTROLLER),
                account(6002, 6, CUSTODIAN, AccountKind.CLIENT_SEGREGATED, DebitRule.OWNER_AND_CONTROLLER),
                account(7001, SUSPENDED, SUSPENDED, AccountKind.OWN, DebitRule.OWNER),
                new Account(
                        new AccountId(9001),
                        new PartyId(DEALER),
                        new PartyId(DEALER),
                        AccountKind.OWN,
                        DebitRule.OWNER,
                        Account.Status.BLOCKED));
    }

    /** Who must sign for what leaves that account; nobody for what is none. */
    static List<Long> givers(AccountId from) {
        return accounts().stream()
                .filter(account -> account.id().equals(from))
                .flatMap(account -> Affirmations.givers(account).stream())
                .map(PartyId::number)
                .toList();
    }

    /** One is enough: which members the simulated cluster has is not asked of the ledger. */
    private static ValidatorSet validators() {
        Validator only = new Validator(
                "validator-1",
                1,
                "ministry",
                Group.GOVERNMENT,
                Duty.VOTER,
                CHAIN.hash(),
                keyOf(MINISTRY),
                Optional.empty());
        return new ValidatorSet(0, List.of(only), List.of());
    }

    static CreateBill bill() {
        return CreateBill.registeredHere(
                BILL,
                "12-month bill",
                new Denomination(PKR, 500_000),
                new Term(START_DAY, START_DAY + 364),
                new UnitLimits(1_000_000, 1, 1));
    }

    private static Founding.Participant party(long number, String name, Role... roles) {
        return Founding.Participant.active(new PartyId(number), name, Set.of(roles));
    }

    private static Account account(long id, long owner, long controller, AccountKind kind, DebitRule rule) {
        return new Account(
                new AccountId(id), new PartyId(owner), new PartyId(controller), kind, rule, Account.Status.ACTIVE);
    }
}
