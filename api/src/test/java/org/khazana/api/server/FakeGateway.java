package org.khazana.api.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.khazana.api.port.AsOf;
import org.khazana.api.port.BalanceAnswer;
import org.khazana.api.port.BlockSummary;
import org.khazana.api.port.ClusterStatus;
import org.khazana.api.port.Freshness;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.port.NodeHealth;
import org.khazana.api.port.ProofAnswer;
import org.khazana.api.port.RegisterAnswer;
import org.khazana.api.port.SerialHistoryAnswer;
import org.khazana.api.port.SubmissionOutcome;
import org.khazana.api.port.TransactionStatus;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.RoleScope;
import org.khazana.ledger.authority.Share;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.DryRun;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.instrument.ContractForm;
import org.khazana.ledger.instrument.Denomination;
import org.khazana.ledger.instrument.Entitlement;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.instrument.PeriodDays;
import org.khazana.ledger.instrument.RegisterMode;
import org.khazana.ledger.instrument.UnitLimits;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Attestation;
import org.khazana.ledger.state.DayMark;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.Passage;
import org.khazana.ledger.state.PassageId;
import org.khazana.ledger.state.Period;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Programme;
import org.khazana.ledger.state.ReserveItem;
import org.khazana.ledger.state.RoleGrant;
import org.khazana.ledger.state.RoleTables;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Units;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.time.BusinessTime;
import org.khazana.ledger.time.DayKind;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.PeerAddress;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/** A node in memory: a few accounts and assets, and a submission that ends as the test says. */
public final class FakeGateway implements LedgerGateway {
    static final ChainId CHAIN = new ChainId(hashOf(7));
    static final AssetCode PKR = new AssetCode("PKR");
    static final AssetCode BILL = new AssetCode("PK0000000015");
    static final long HEIGHT = 42;
    static final long FORGOTTEN_THROUGH = 5;
    /** A founder of the government, and a custodian's observer that joined later. */
    static final ValidatorSet VALIDATORS = new ValidatorSet(
            0,
            List.of(
                    new Validator(
                            "validator-1",
                            0xA3F0_0001L,
                            "Ministry of Finance",
                            Group.GOVERNMENT,
                            Duty.VOTER,
                            hashOf(1),
                            PublicKey.of(hashOf(2).toBytes()),
                            Optional.empty()),
                    new Validator(
                            "validator-2",
                            7,
                            "Custodian One",
                            Group.CUSTODIAN,
                            Duty.OBSERVER,
                            hashOf(3),
                            PublicKey.of(hashOf(4).toBytes()),
                            Optional.of(new PeerAddress("validator-2.example", 7102)))),
            List.of(new GroupMinimum(Group.GOVERNMENT, 1)));

    public volatile BiFunction<byte[], Wait, CompletionStage<SubmissionOutcome>> onSubmit =
            (envelope, wait) -> CompletableFuture.failedFuture(new AssertionError("no outcome"));

    /** Empty when too much is waiting. */
    public volatile Optional<DryRun.Outcome> checked = Optional.empty();

    public volatile Freshness freshness = new Freshness.Fresh();
    public volatile long forgottenThrough = FORGOTTEN_THROUGH;
    public volatile NodeHealth health = new NodeHealth(true, "all is well");
    public volatile Optional<RuntimeException> bug = Optional.empty();

    volatile long certifiedHeight = 42;
    final NavigableMap<Long, Certificate> certificates = new ConcurrentSkipListMap<>();
    volatile ProofAnswer proof = new ProofAnswer.NotKnown();
    volatile BalanceAnswer balanceProof = new BalanceAnswer.NotExecuted(42);
    volatile String balanceAsked = "";
    volatile RegisterAnswer register = new RegisterAnswer.NotExecuted(42);
    volatile String registerAsked = "";
    volatile Runnable beforeRegister = () -> {};
    volatile SerialHistoryAnswer serialHistory = new SerialHistoryAnswer.NotKnown();
    final List<byte[]> evidence = Collections.synchronizedList(new ArrayList<>());
    public final Map<TransactionId, TransactionStatus> transactions = Collections.synchronizedMap(new TreeMap<>());
    public final List<byte[]> submitted = Collections.synchronizedList(new ArrayList<>());

    private final InMemoryLedgerState state = new InMemoryLedgerState();

    public FakeGateway() {
        addAccount(1001, 1, 1, AccountKind.ISSUER_TREASURY, DebitRule.OWNER);
        addAccount(5001, 5, 4, AccountKind.CLIENT_SEGREGATED, DebitRule.CONTROLLER);
        addAccount(7001, 7, 4, AccountKind.CLIENT_SEGREGATED, DebitRule.OWNER);
        addAccount(8001, 8, 4, AccountKind.CLIENT_SEGREGATED, DebitRule.OWNER_AND_CONTROLLER);
        put(Tables.ASSETS.put(Asset.currency(PKR, 2).withOutstandingUnits(125_000_050)));
        put(Tables.ASSETS.put(Asset.defined(BILL, billTerms()).withUnits(new Units(250, 0, 251))));
        put(Tables.BUSINESS_TIME.put(BusinessTime.FOUNDING.opened(20_000)));
        put(Tables.CALENDAR.put(new DayMark(20_003, DayKind.HOLIDAY)));
        put(Tables.PROGRAMMES.put(
                new Programme("MTB 2026", "bills", new PartyId(1), PKR, 500_000_000_000L, 10_000_000_000L, hashOf(8))));
        put(Tables.PERIODS.put(new Period(BILL, 1, new PeriodDays(20_000, 20_001, 19_999))));
        put(Tables.ATTESTATIONS.put(new Attestation(BILL, new PartyId(9), 300, 1_700_000_000_000L, hashOf(7))));
        put(Tables.RESERVE_ITEMS.put(
                new ReserveItem(BILL, hashOf(6), "vault", "fine", 12, "GRM", hashOf(5), ReserveItem.State.RELEASED)));
        put(Tables.POSITIONS.put(new Position(new AccountId(5001), BILL, 250, 50)));
        FakeClaims.all().forEach(this::put);
        FakeSettlements.all().forEach(this::put);
        put(Tables.POSITIONS.put(new Position(new AccountId(5001), PKR, 125_000_050)));
        Passage issued = passage(new PassageId(9, 0, 0), Optional.empty(), 1001, Optional.empty());
        Passage sold = passage(
                new PassageId(40, 0, 0),
                Optional.of(new AccountId(1001)),
                5001,
                Optional.of(new Passage.Earlier(issued.id(), 1)));
        put(Tables.PASSAGES.put(issued));
        put(Tables.PASSAGES.put(sold));
        put(new Lot(BILL, 1, 250, Optional.of(new AccountId(5001)), 1, 0, sold.id()).set());
        put(Tables.PARTIES.put(Party.active(new PartyId(5), "Amna")));
        put(RoleTables.GRANTS.put(RoleGrant.unlimited(new PartyId(5), Role.INVESTOR)));
        put(RoleTables.GRANTS.put(new RoleGrant(
                new PartyId(5), Role.REGISTRAR, RoleScope.of(new AssetCode("PK0000000007")), Optional.of(20_833))));
        put(RoleTables.GRANTS.put(
                new RoleGrant(new PartyId(5), Role.REGISTRAR, RoleScope.ofProgramme("T-BILLS"), Optional.empty())));
        put(Tables.KEYS.put(PartyKey.of(PublicKey.of(hashOf(6).toBytes()), new PartyId(5))));
        put(Tables.POLICIES.put(
                policy("issueTokens", new Voice(Role.ISSUER, Share.ONE), new Voice(Role.REGISTRAR, Share.ONE))));
        put(Tables.POLICIES.put(
                policy("createBill", new Voice(Role.ISSUER, Share.ONE), new Voice(Role.REGISTRAR, Share.ONE))));
        put(Tables.POLICIES.put(policy("recordCashDeposit", new Voice(Role.CASH_AGENT, Share.TWO))));
        put(Tables.POLICIES.put(policy("setValidators", new Voice(Role.GOVERNOR, Share.MORE_THAN_HALF))));
        Holders.changes().forEach(this::put);
        state.apply(Tables.appoint(VALIDATORS));
    }

    private static Passage passage(PassageId id, Optional<AccountId> from, long to, Optional<Passage.Earlier> earlier) {
        return new Passage(
                id,
                BILL,
                new SerialRange(1, 250),
                from,
                Optional.of(new AccountId(to)),
                new TransactionId(hashOf(8)),
                1_700_000_000_123L,
                earlier,
                Optional.empty(),
                Optional.empty());
    }

    private static InstrumentTerms billTerms() {
        return new InstrumentTerms(
                new PartyId(1),
                "12-month bill",
                CreateBill.CFI_USUAL,
                Optional.empty(),
                Optional.of(new Denomination(PKR, 500_000)),
                20_000,
                Optional.of(20_364),
                new UnitLimits(1_000_000, 1, 1),
                RegisterMode.NATIVE,
                Optional.empty(),
                ContractForm.CONVENTIONAL,
                true,
                Optional.of(hashOf(9)),
                new Entitlement.Discount());
    }

    private void addAccount(long id, long owner, long controller, AccountKind kind, DebitRule rule) {
        AccountId accountId = new AccountId(id);
        put(Tables.ACCOUNTS.put(new Account(
                accountId, new PartyId(owner), new PartyId(controller), kind, rule, Account.Status.ACTIVE)));
    }

    private void put(Change change) {
        state.apply(List.of(change));
    }

    private static Policy policy(String operation, Voice... voices) {
        return new Policy(operation, List.of(voices));
    }

    public static Hash hashOf(int filling) {
        byte[] bytes = new byte[Hash.BYTES];
        Arrays.fill(bytes, (byte) filling);
        return Hash.of(bytes);
    }

    /** Every submission from now on ends like this. */
    public void answer(SubmissionOutcome outcome) {
        onSubmit = (envelope, wait) -> CompletableFuture.completedFuture(outcome);
    }

    @Override
    public ChainId chainId() {
        return CHAIN;
    }

    @Override
    public CompletionStage<SubmissionOutcome> submit(byte[] envelope, Wait wait) {
        submitted.add(envelope);
        return onSubmit.apply(envelope, wait);
    }

    @Override
    public CompletionStage<Optional<Reading<DryRun.Outcome>>> check(byte[] envelope) {
        submitted.add(envelope);
        return CompletableFuture.completedFuture(checked.map(outcome -> new Reading<>(HEIGHT, outcome)));
    }

    @Override
    public CompletionStage<Freshness> freshness() {
        return CompletableFuture.completedStage(freshness);
    }

    @Override
    public TransactionStatus transaction(TransactionId id) {
        return transactions.getOrDefault(id, new TransactionStatus.NotKnown());
    }

    @Override
    public <T> Reading<T> read(Function<LedgerView, T> question) {
        return new Reading<>(HEIGHT, question.apply(state));
    }

    @Override
    public Optional<BlockSummary> block(long height) {
        BlockHeader header = new BlockHeader(
                BlockHeader.VERSION,
                CHAIN,
                height,
                3,
                "validator-1",
                1_700_000_000_123L,
                hashOf(1),
                hashOf(2),
                1,
                hashOf(3),
                hashOf(6));
        return height > HEIGHT || height <= forgottenThrough
                ? Optional.empty()
                : Optional.of(new BlockSummary(header, hashOf(4), List.of(new TransactionId(hashOf(5)))));
    }

    @Override
    public long certifiedHeight() {
        return certifiedHeight;
    }

    @Override
    public Optional<Certificate> certificateFrom(long height) {
        return Optional.ofNullable(certificates.ceilingEntry(height)).map(Map.Entry::getValue);
    }

    @Override
    public Optional<Head> head(long height) {
        return Optional.ofNullable(certificates.get(height)).map(Certificate::head);
    }

    @Override
    public long forgottenThrough() {
        return forgottenThrough;
    }

    @Override
    public Optional<BlockSummary> latestBlock() {
        return block(HEIGHT);
    }

    @Override
    public ProofAnswer proof(TransactionId id) {
        return proof;
    }

    @Override
    public RegisterAnswer registerStatement(AssetCode asset, AsOf asOf) {
        registerAsked = asset + " " + asOf;
        beforeRegister.run();
        return register;
    }

    @Override
    public BalanceAnswer balanceProof(AccountId account, AssetCode asset, OptionalLong height) {
        balanceAsked = account + " " + asset + " " + height;
        return balanceProof;
    }

    @Override
    public SerialHistoryAnswer serialHistory(AssetCode asset, long serial) {
        return serialHistory;
    }

    @Override
    public List<byte[]> evidence() {
        return List.copyOf(evidence);
    }

    @Override
    public ClusterStatus cluster() {
        bug.ifPresent(planted -> {
            throw planted;
        });
        return new ClusterStatus(
                CHAIN,
                "test",
                "validator-1",
                "LEADER",
                3,
                Optional.of("validator-1"),
                43,
                HEIGHT,
                HEIGHT,
                certifiedHeight,
                0,
                true,
                List.of(
                        new ClusterStatus.ValidatorStatus(
                                "validator-1", "Treasury", "GOVERNMENT", "VOTER", true, Optional.of(43L)),
                        new ClusterStatus.ValidatorStatus(
                                "validator-2", "Custodian", "CUSTODIAN", "VOTER", false, Optional.empty())));
    }

    @Override
    public NodeHealth health() {
        return health;
    }
}
