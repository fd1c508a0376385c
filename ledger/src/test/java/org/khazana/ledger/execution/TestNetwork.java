package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.block.Moment;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.instrument.Denomination;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.instrument.Term;
import org.khazana.ledger.instrument.UnitLimits;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RaiseMotion;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.Index;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.wire.TransactionCodec;

/** A small network in memory, with parties whose keys are known: signs, makes blocks, executes and applies them. */
public final class TestNetwork {
    public static final ChainId CHAIN = new ChainId(Domain.GENESIS.hash(new byte[] {1}));
    public static final AssetCode PKR = new AssetCode("PKR");
    public static final AssetCode BILL = new AssetCode("PK0000000007");
    public static final long START_MILLIS = 1_700_000_000_000L;
    /** In local time, which is that of Pakistan. */
    public static final int START_DAY = (int) ((START_MILLIS + 5 * 3_600_000) / 86_400_000);

    public static final long MINISTRY = 1;
    public static final long CENTRAL_BANK = 2;
    public static final long DEALER = 3;
    public static final long CUSTODIAN = 4;
    public static final long AMNA = 5;
    public static final long BILAL = 6;
    public static final long CHEN = 7;
    /** Has a key and is suspended; a governor, if it were active; owns account 8001. */
    public static final long SUSPENDED = 8;
    /** Both issuer and registrar, and the third governor. */
    public static final long DOUBLE = 9;

    public static final long REGULATOR = 40;
    /** Owns account 41001, which is one of seizure. */
    public static final long COURT = 41;

    public static final long OTHER_COURT = 42;
    public static final long SANCTIONS = 43;
    public static final long TAX = 44;

    private static final Map<Long, PublicKey> PUBLIC_KEYS = new ConcurrentHashMap<>();

    private final TestSigning signing;
    private final BlockExecutor executor;
    private InMemoryLedgerState state = new InMemoryLedgerState();
    private Hash parentHash = CHAIN.hash();
    private long height;
    private long requests;
    private long passedDays;
    private final List<TransactionId> raised = new ArrayList<>();
    /** All that was ever applied, for others that have the same past. */
    private final List<String> alarms = new ArrayList<>();

    private final List<NetChanges> changes = new ArrayList<>();

    public TestNetwork() {
        this(TestSigning.REAL);
        apply(NetChanges.of(state, founding()));
    }

    /** Another network with the same past. */
    public TestNetwork fork() {
        return fork(signing);
    }

    /** The same, where signatures cost nothing, and say as little to others. */
    public TestNetwork quickFork() {
        return fork(TestSigning.QUICK);
    }

    private TestNetwork fork(TestSigning itsSigning) {
        TestNetwork fork = new TestNetwork(itsSigning);
        changes.forEach(fork::apply);
        fork.parentHash = parentHash;
        fork.height = height;
        fork.requests = requests;
        fork.passedDays = passedDays;
        fork.raised.addAll(raised);
        return fork;
    }

    /** Goes on with what reading every record back from its bytes gives. */
    public void restart() {
        InMemoryLedgerState stored = state;
        state = new InMemoryLedgerState();
        Set<Table<?, ?>> indexes = Tables.all().stream()
                .flatMap(table -> table.indexes().stream())
                .map(Index::table)
                .collect(Collectors.toSet());
        Tables.all().stream().filter(table -> !indexes.contains(table)).forEach(table -> readBack(table, stored));
    }

    private <K extends Comparable<K>, V> void readBack(Table<K, V> table, InMemoryLedgerState stored) {
        for (V value : stored.records(table)) {
            Change.Put<?, ?> put = (Change.Put<?, ?>) table.put(value);
            @SuppressWarnings("unchecked") // a table makes changes of its own types
            K key = table.readKey(table.keyBytes((K) put.key()));
            state.apply(table.put(table.readValue(key, table.valueBytes(value))));
        }
    }

    private TestNetwork(TestSigning signing) {
        this.signing = signing;
        this.executor = new BlockExecutor(CHAIN, signing.verifier());
    }

    private void apply(NetChanges news) {
        news.writeTo(state);
        changes.add(news);
    }

    public static List<Change> founding() {
        List<Founding.Participant> parties = List.of(
                party(MINISTRY, "ministry", Role.ISSUER, Role.GOVERNOR),
                party(CENTRAL_BANK, "central-bank", Role.REGISTRAR, Role.CASH_AGENT, Role.GOVERNOR),
                party(DEALER, "dealer", Role.PRIMARY_DEALER, Role.CUSTODIAN),
                party(CUSTODIAN, "custodian", Role.CUSTODIAN),
                party(AMNA, "amna", Role.INVESTOR),
                party(BILAL, "bilal", Role.INVESTOR),
                party(CHEN, "chen", Role.INVESTOR),
                new Founding.Participant(
                        new Party(id(SUSPENDED), "suspended", PartyStatus.SUSPENDED),
                        Set.of(Role.INVESTOR, Role.GOVERNOR)),
                party(DOUBLE, "double", Role.ISSUER, Role.REGISTRAR, Role.GOVERNOR),
                party(REGULATOR, "regulator", Role.REGULATOR),
                party(COURT, "court", Role.COURT_OFFICER),
                party(OTHER_COURT, "other-court", Role.COURT_OFFICER),
                party(SANCTIONS, "sanctions", Role.SANCTIONS_OFFICER),
                party(TAX, "tax", Role.TAX_AUTHORITY));
        List<PartyKey> keys = new ArrayList<>();
        parties.stream()
                .map(participant -> participant.party().id())
                .forEach(id -> keys.add(PartyKey.of(publicKey(id.number()), id)));
        List<Account> accounts = List.of(
                account(1001, MINISTRY, MINISTRY, AccountKind.ISSUER_TREASURY, DebitRule.OWNER),
                account(1009, MINISTRY, MINISTRY, AccountKind.OWN, DebitRule.OWNER),
                account(3001, DEALER, DEALER, AccountKind.OWN, DebitRule.OWNER),
                account(3002, DEALER, DEALER, AccountKind.OWN, DebitRule.OWNER),
                account(5001, AMNA, CUSTODIAN, AccountKind.CLIENT_SEGREGATED, DebitRule.CONTROLLER),
                account(6001, BILAL, CUSTODIAN, AccountKind.CLIENT_SEGREGATED, DebitRule.CONTROLLER),
                account(6002, BILAL, CUSTODIAN, AccountKind.CLIENT_SEGREGATED, DebitRule.OWNER_AND_CONTROLLER),
                account(7001, CHEN, CUSTODIAN, AccountKind.CLIENT_SEGREGATED, DebitRule.OWNER),
                account(8001, SUSPENDED, SUSPENDED, AccountKind.OWN, DebitRule.OWNER),
                withStatus(9001, Account.Status.BLOCKED),
                withStatus(9002, Account.Status.CLOSED),
                account(41001, COURT, COURT, AccountKind.SEIZURE, DebitRule.OWNER));
        return Founding.changes(
                parties,
                keys,
                accounts,
                List.of(new Founding.Currency(PKR, 2), new Founding.Currency(new AssetCode("USD"), 2)),
                TestValidators.founders());
    }

    private static Founding.Participant party(long number, String name, Role... roles) {
        return Founding.Participant.active(id(number), name, Set.of(roles));
    }

    private static Account account(long id, long owner, long controller, AccountKind kind, DebitRule rule) {
        return new Account(new AccountId(id), id(owner), id(controller), kind, rule, Account.Status.ACTIVE);
    }

    private static Account withStatus(long id, Account.Status status) {
        return new Account(new AccountId(id), id(DEALER), id(DEALER), AccountKind.OWN, DebitRule.OWNER, status);
    }

    public static PartyId id(long number) {
        return new PartyId(number);
    }

    /** The private key of a party: its number in every byte. */
    private static PublicKey publicKey(long party) {
        return PUBLIC_KEYS.computeIfAbsent(party, known -> Ed25519.publicKeyOf(privateKey(known)));
    }

    public static byte[] privateKey(long party) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) party);
        return key;
    }

    public InMemoryLedgerState state() {
        return state;
    }

    /** The time of the block that comes next. */
    public long nowMillis() {
        return START_MILLIS + height * 1_000 + passedDays * 86_400_000;
    }

    public void passDays(long days) {
        passedDays += days;
    }

    /** A body with a request id of its own, valid for an hour. */
    public TransactionBody body(long sender, Operation operation) {
        requests++;
        TransactionBody body = new TransactionBody(
                CHAIN, new RequestId(sender, requests), id(sender), 0, nowMillis() + 3_600_000, operation);
        if (operation instanceof RaiseMotion) {
            raised.add(TransactionCodec.idOf(CHAIN, TransactionCodec.encodeBody(body)));
        }
        return body;
    }

    /** How many motions were put to the ledger. */
    public int raisedSoFar() {
        return raised.size();
    }

    /** The id of the motion that was the {@code number}th to be put to the ledger, counted from 1, accepted or not. */
    public TransactionId raised(int number) {
        return raised.get(number - 1);
    }

    public static byte[] envelope(TransactionBody body, long... signers) {
        return envelope(TestSigning.REAL, body, signers);
    }

    private static byte[] envelope(TestSigning signing, TransactionBody body, long... signers) {
        byte[] bytes = TransactionCodec.encodeBody(body);
        List<TransactionSignature> signatures = new ArrayList<>();
        for (long signer : signers) {
            PublicKey key = publicKey(signer);
            signatures.add(TransactionSignature.of(
                    key, signing.sign(privateKey(signer), key, TransactionCodec.signingBytes(body.chainId(), bytes))));
        }
        return TransactionCodec.encodeEnvelope(bytes, signatures);
    }

    /** The first signer is the sender. */
    public byte[] signed(Operation operation, long... signers) {
        return signed(body(signers[0], operation), signers);
    }

    /** A body that was made elsewhere, of another chain perhaps, for which the signatures are then. */
    public byte[] signed(TransactionBody body, long... signers) {
        return envelope(signing, body, signers);
    }

    public Receipt submit(Operation operation, long... signers) {
        return submit(signed(operation, signers));
    }

    /** That of a transaction in the next block. */
    Occasion occasion(int position) {
        TransactionId transaction = new TransactionId(Hash.of(new byte[Hash.BYTES]));
        return new Occasion(transaction, new Moment(height + 1, position, nowMillis()));
    }

    /** What {@link #submit} would come to now. */
    public DryRun.Outcome check(byte[] envelope) {
        return new DryRun(CHAIN, signing.verifier()).run(envelope, state, new Moment(height + 1, 0, nowMillis()));
    }

    public Receipt submit(byte[] envelope) {
        return executeBlock(List.of(envelope)).receipts().getFirst();
    }

    /** Executes the next block, a second after the one before, and applies it. */
    public BlockResult executeBlock(List<byte[]> envelopes) {
        return executeBlockAt(nowMillis(), envelopes);
    }

    public BlockResult executeBlockAt(long timeMillis, List<byte[]> envelopes) {
        height++;
        Block block = BlockAssembly.assemble(
                new BlockOrigin(CHAIN, height, 1, "validator-1", timeMillis, parentHash, CHAIN.hash()), envelopes);
        parentHash = block.hash();
        BlockResult result = executor.execute(block, state);
        boolean isWrong = result.receipts().stream()
                .flatMap(receipt -> receipt.refusals().stream())
                .anyMatch(refusal -> refusal.code() == RefusalCode.INVARIANT_BROKEN);
        Invariant.check(!isWrong, "%s", result.alarms());
        alarms.addAll(result.alarms());
        apply(result.changes());
        return result;
    }

    /** What people would have been told of what the ledger has found wrong with itself. */
    List<String> alarms() {
        return alarms;
    }

    public static CreateBill bill(AssetCode isin) {
        return CreateBill.registeredHere(
                isin,
                "12-month bill",
                new Denomination(PKR, 500_000),
                new Term(START_DAY, START_DAY + 364),
                new UnitLimits(1_000_000, 1, 1));
    }

    /** The same terms, for so many tokens at most. */
    static InstrumentTerms authorised(long units, InstrumentTerms terms) {
        return new InstrumentTerms(
                terms.issuer(),
                terms.name(),
                terms.cfi(),
                terms.programme(),
                terms.denomination(),
                terms.issueDay(),
                terms.maturityDay(),
                new UnitLimits(units, 1, 1),
                terms.registerMode(),
                terms.backing(),
                terms.contractForm(),
                terms.isTransferable(),
                terms.termSheetHash(),
                terms.entitlement());
    }

    public static IssueTokens issue(long account, long quantity) {
        return new IssueTokens(BILL, new AccountId(account), quantity);
    }

    public static RecordCashDeposit deposit(long account, long amountMinor, String reference) {
        return new RecordCashDeposit(new AccountId(account), PKR, amountMinor, reference);
    }

    public static TransferTokens transfer(long from, long to, long quantity) {
        return new TransferTokens(BILL, new AccountId(from), new AccountId(to), quantity);
    }

    public static Leg leg(long from, long to, AssetCode asset, long quantity) {
        return new Leg(new AccountId(from), new AccountId(to), asset, quantity);
    }

    public long quantity(long account, AssetCode asset) {
        return state.quantity(new AccountId(account), asset);
    }
}
