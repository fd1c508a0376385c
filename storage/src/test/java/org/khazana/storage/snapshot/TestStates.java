package org.khazana.storage.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.MerkleTree;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.proof.TestimonyVerifier;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Holding;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.Payment;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.RtgsKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.storage.state.LedgerStore;
import org.khazana.storage.state.PinnedState;

/** States of a few chunks, and what describes them. */
final class TestStates {
    static final ChainId CHAIN = new ChainId(Hash.of(new byte[Hash.BYTES]));
    static final AssetCode RUPEE = new AssetCode("PKR");
    /** Of the block that a snapshot is of. */
    static final long TERM = 3;

    private static final PartyId OWNER = new PartyId(1);
    private static final Hash NOTHING = Hash.of(new byte[Hash.BYTES]);
    private static final byte[] SECRET = new byte[PublicKey.BYTES];
    private static final PublicKey FOUNDER = Ed25519.publicKeyOf(SECRET);
    static final Configuration CONFIGURATION = Configuration.of(
            new QuorumPolicy(List.of(QuorumClause.majorityOf("all", Set.of(new MemberId("validator-1", 1))))));

    private TestStates() {}

    static EntryMetadata block(long height, long term) {
        return new EntryMetadata(new EntryId(new Term(term), height), 1_000 + height, hash(height, term));
    }

    private static EntryHash hash(long height, long term) {
        return EntryHash.of(
                (height == 0 ? BlockResults.blockHash(0) : HeaderLayout.hash(header(height, term))).toBytes());
    }

    /** Of a block without transactions. */
    static BlockHeader header(long height, long term) {
        return new BlockHeader(
                BlockHeader.VERSION,
                CHAIN,
                height,
                term,
                "validator-1",
                1_000 + height,
                NOTHING,
                MerkleTree.root(List.of()),
                0,
                NOTHING,
                Hash.ZEROS);
    }

    /** What the only founder vouches for: the head, as of the block of that term. */
    static SnapshotVoucher voucher(Head head, long term) {
        HeadSignature signature = HeadSignature.of(FOUNDER, Ed25519.sign(SECRET, head.signingBytes()));
        return new SnapshotVoucher(
                header(head.height(), term),
                new Testimony(List.of(), List.of(), new Certificate(head, List.of(signature))));
    }

    static VoucherCheck vouchers() {
        Validator founder = new Validator(
                "validator-1", 1, "One", Group.GOVERNMENT, Duty.VOTER, NOTHING, FOUNDER, Optional.empty());
        return new VoucherCheck(
                CHAIN,
                new TestimonyVerifier(CHAIN, new ValidatorSet(0, List.of(founder), List.of()), Ed25519.verifier()));
    }

    /** Founds {@code store}; the rupees of {@code accounts}, all of one party, add up. */
    static void found(LedgerStore store, int accounts) {
        List<Change> changes = new ArrayList<>();
        changes.add(Tables.PARTIES.put(Party.active(OWNER, "owner")));
        for (int number = 1; number <= accounts; number++) {
            changes.add(account(number));
            changes.add(new Position(new AccountId(number), RUPEE, 1).set());
        }
        changes.addAll(outstanding(accounts));
        store.found(BlockResults.CHAIN, changes);
    }

    static Change account(long number) {
        return Tables.ACCOUNTS.put(new Account(
                new AccountId(number), OWNER, OWNER, AccountKind.OWN, DebitRule.OWNER, Account.Status.ACTIVE));
    }

    /** So many rupees in all, whoever holds them. */
    static List<Change> outstanding(long rupees) {
        return List.of(
                new Holding(OWNER, RUPEE, rupees).set(),
                Tables.PAYMENTS.put(new Payment(new RtgsKey(RUPEE, "ALL"), new AccountId(1), rupees)),
                Tables.ASSETS.put(Asset.currency(RUPEE, 2).withOutstandingUnits(rupees)));
    }

    /** A block that changes nothing. */
    static BlockResult empty(long height) {
        return changing(height, NetChanges.NONE);
    }

    static BlockResult changing(long height, NetChanges changes) {
        return new BlockResult(height, HeaderLayout.hash(header(height, TERM)), 0, List.of(), changes, List.of());
    }

    /** A block that moves a rupee from account 1 to another. */
    static BlockResult moving(long height, long to, LedgerStore store) {
        return changing(
                height,
                NetChanges.of(
                        store.view(),
                        List.of(
                                new Position(new AccountId(1), RUPEE, 0).set(),
                                new Position(new AccountId(to), RUPEE, 2).set())));
    }

    static StateExport export(PinnedState rows) {
        return StateExport.of(rows, new StateExport.Origin(CHAIN, block(rows.height(), TERM), CONFIGURATION))
                .orElseThrow();
    }
}
