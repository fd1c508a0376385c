package org.khazana.benchmarks.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.BlockExecutor;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.execution.Founding;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.instrument.Denomination;
import org.khazana.ledger.instrument.Term;
import org.khazana.ledger.instrument.UnitLimits;
import org.khazana.ledger.operation.BatchLeg;
import org.khazana.ledger.operation.BatchMode;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.ledger.wire.TransactionCodec;

/**
 * A ledger in memory on which one bill is held in many accounts, ten of each investor, and blocks of transfers between them. All
 * signatures are taken to be right. For one thread.
 */
final class Market {
    static final int BLOCK_TRANSFERS = 1_000;

    static final ChainId CHAIN = new ChainId(Domain.GENESIS.hash(new byte[] {1}));
    private static final AssetCode RUPEE = new AssetCode("PKR");
    private static final AssetCode BILL = new AssetCode("PK0000000007");
    private static final long START_MILLIS = 1_700_000_000_000L;
    private static final int START_DAY = (int) (START_MILLIS / 86_400_000);
    private static final long MINISTRY = 1;
    private static final long CENTRAL_BANK = 2;
    private static final long CUSTODIAN = 3;
    private static final long FIRST_INVESTOR = 10;
    private static final long FIRST_ACCOUNT = 1_000;
    private static final int ACCOUNTS_OF_AN_INVESTOR = 10;
    private static final long TOKENS_OF_AN_ACCOUNT = 1_000;
    private static final long TRANSFERRED_MAX = 100;

    private final InMemoryLedgerState state = new InMemoryLedgerState();
    private final BlockExecutor executor = new BlockExecutor(CHAIN, (key, message, signature) -> true);
    private final SplittableRandom random = new SplittableRandom(1);
    private final int accounts;
    private final boolean isKept;
    private long height;
    private long requests;

    /** Founds the ledger and issues the bill to every account, of which each owner signs for his own. */
    Market(int accounts) {
        this(accounts, false);
    }

    /** @param isKept whether one custodian keeps all accounts and signs for them, as it must if a batch is to take from many */
    Market(int accounts, boolean isKept) {
        this.accounts = accounts;
        this.isKept = isKept;
        state.apply(Founding.changes(
                List.of(
                        Founding.Participant.active(
                                new PartyId(MINISTRY), "ministry", Set.of(Role.ISSUER, Role.GOVERNOR)),
                        Founding.Participant.active(
                                new PartyId(CENTRAL_BANK), "central bank", Set.of(Role.REGISTRAR, Role.GOVERNOR))),
                List.of(key(MINISTRY), key(CENTRAL_BANK)),
                List.of(),
                List.of(new Founding.Currency(RUPEE, 2)),
                validators()));
        state.apply(Tables.PARTIES.put(Party.active(new PartyId(CUSTODIAN), "custodian")));
        state.apply(Tables.KEYS.put(key(CUSTODIAN)));
        for (long investor = FIRST_INVESTOR; investor < investorOf(accounts); investor++) {
            state.apply(Tables.PARTIES.put(Party.active(new PartyId(investor), "investor " + investor)));
            state.apply(Tables.KEYS.put(key(investor)));
        }
        for (int account = 0; account < accounts; account++) {
            PartyId owner = new PartyId(investorOf(account));
            state.apply(Tables.ACCOUNTS.put(
                    isKept
                            ? new Account(
                                    accountId(account),
                                    owner,
                                    new PartyId(CUSTODIAN),
                                    AccountKind.CLIENT_SEGREGATED,
                                    DebitRule.CONTROLLER,
                                    Account.Status.ACTIVE)
                            : new Account(
                                    accountId(account),
                                    owner,
                                    owner,
                                    AccountKind.OWN,
                                    DebitRule.OWNER,
                                    Account.Status.ACTIVE)));
        }
        issue();
    }

    private static ValidatorSet validators() {
        Validator only = new Validator(
                "validator-1",
                1,
                "Ministry",
                Group.GOVERNMENT,
                Duty.VOTER,
                CHAIN.hash(),
                publicKey(MINISTRY),
                Optional.empty());
        return new ValidatorSet(0, List.of(only), List.of());
    }

    private static PartyKey key(long party) {
        return PartyKey.of(publicKey(party), new PartyId(party));
    }

    /** As random as real ones, so that the keys do not stand in the order of the parties; the founders' must be sound. */
    private static PublicKey publicKey(long party) {
        byte[] seed = Domain.GENESIS
                .hash(ByteBuffer.allocate(Long.BYTES).putLong(party).array())
                .toBytes();
        return party < FIRST_INVESTOR ? Ed25519.publicKeyOf(seed) : PublicKey.of(seed);
    }

    private static long investorOf(int account) {
        return FIRST_INVESTOR + account / ACCOUNTS_OF_AN_INVESTOR;
    }

    private static AccountId accountId(int account) {
        return new AccountId(FIRST_ACCOUNT + account);
    }

    private void issue() {
        long tokens = Math.multiplyExact(accounts, TOKENS_OF_AN_ACCOUNT);
        play(List.of(envelope(
                CreateBill.registeredHere(
                        BILL,
                        "12-month bill",
                        new Denomination(RUPEE, 500_000),
                        new Term(START_DAY + 1, START_DAY + 365),
                        new UnitLimits(tokens, 1, 1)),
                MINISTRY,
                CENTRAL_BANK)));
        List<byte[]> issues = new ArrayList<>();
        for (int account = 0; account < accounts; account++) {
            issues.add(
                    envelope(new IssueTokens(BILL, accountId(account), TOKENS_OF_AN_ACCOUNT), MINISTRY, CENTRAL_BANK));
            if (issues.size() == BLOCK_TRANSFERS || account == accounts - 1) {
                play(issues);
                issues.clear();
            }
        }
    }

    private void play(List<byte[]> envelopes) {
        play(block(envelopes));
    }

    /**
     * Executes a block and applies what it comes to.
     *
     * @throws IllegalStateException if anything in it is refused
     */
    BlockResult play(Block block) {
        BlockResult result = executor.execute(block, state);
        result.changes().writeTo(state);
        result.receipts().stream()
                .filter(receipt ->
                        !receipt.isAccepted() || !receipt.legsLeftOut().isEmpty())
                .findFirst()
                .ifPresent(refused -> {
                    throw new IllegalStateException("refused: " + refused);
                });
        return result;
    }

    private Block block(List<byte[]> envelopes) {
        height++;
        return BlockAssembly.assemble(
                new BlockOrigin(CHAIN, height, 1, "validator-1", timeMillis(), CHAIN.hash(), CHAIN.hash()), envelopes);
    }

    /** A second for each block. */
    private long timeMillis() {
        return START_MILLIS + height * 1_000;
    }

    /** A block of transfers of a few tokens, each between two accounts that are chosen evenly. */
    Block transfers() {
        return transfers(BLOCK_TRANSFERS);
    }

    /** The same, of so many transfers. */
    Block transfers(int count) {
        return block(legs(count).stream()
                .map(leg -> envelope(
                        new TransferTokens(BILL, leg.from(), leg.to(), leg.quantity()),
                        isKept
                                ? CUSTODIAN
                                : investorOf(Math.toIntExact(leg.from().number() - FIRST_ACCOUNT))))
                .toList());
    }

    /** The same transfers in one batch, each on its own; all accounts must be with the custodian. */
    Block batch() {
        return block(List.of(
                envelope(new TransferBatch(BILL, BatchMode.EACH_ON_ITS_OWN, legs(BLOCK_TRANSFERS)), CUSTODIAN)));
    }

    private List<BatchLeg> legs(int count) {
        List<BatchLeg> legs = new ArrayList<>();
        while (legs.size() < count) {
            int from = random.nextInt(accounts);
            int to = random.nextInt(accounts);
            long quantity = 1 + random.nextLong(TRANSFERRED_MAX);
            // What the blocks before this one have left; with so many accounts none gives twice in a block as much as
            // it holds.
            if (from != to && state.quantity(accountId(from), BILL) >= 10 * TRANSFERRED_MAX / 2) {
                legs.add(new BatchLeg(accountId(from), accountId(to), quantity));
            }
        }
        return legs;
    }

    private byte[] envelope(Operation operation, long... signers) {
        requests++;
        TransactionBody body = new TransactionBody(
                CHAIN,
                new RequestId(signers[0], requests),
                new PartyId(signers[0]),
                0,
                timeMillis() + 3_600_000,
                operation);
        List<TransactionSignature> signatures = LongStream.of(signers)
                .mapToObj(signer -> TransactionSignature.of(publicKey(signer), new byte[64]))
                .toList();
        return TransactionCodec.encodeEnvelope(TransactionCodec.encodeBody(body), signatures);
    }
}
