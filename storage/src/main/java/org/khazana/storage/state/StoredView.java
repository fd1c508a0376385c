package org.khazana.storage.state;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.block.Membership;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.RequestRecord;
import org.khazana.ledger.state.Role;
import org.khazana.ledger.transaction.AccountId;
import org.khazana.ledger.transaction.AssetCode;
import org.khazana.ledger.transaction.PartyId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.storage.rocksdb.ColumnReads;
import org.khazana.storage.schema.Columns;

/** The ledger as {@code reads} shows it: always the newest, or as of one moment. */
record StoredView(ColumnReads reads) implements LedgerSnapshot {

    @Override
    public long height() {
        return Columns.meta(Columns.MetaKey.APPLIED_HEIGHT, reads).orElse(0L);
    }

    @Override
    public Optional<Party> party(PartyId id) {
        return reads.get(Columns.PARTIES, id);
    }

    @Override
    public List<Party> partiesWithRole(Role role) {
        return Columns.partiesWithRole(role, reads).stream()
                .map(id -> party(id).orElseThrow())
                .toList();
    }

    @Override
    public Optional<PartyKey> key(PublicKey publicKey) {
        return reads.get(Columns.KEYS, publicKey);
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return reads.get(Columns.ACCOUNTS, id);
    }

    @Override
    public Optional<Asset> asset(AssetCode code) {
        return reads.get(Columns.ASSETS, code);
    }

    @Override
    public long quantity(AccountId account, AssetCode asset) {
        return reads.get(Columns.POSITIONS, new Columns.PositionKey(account, asset))
                .map(Position::quantity)
                .orElse(0L);
    }

    @Override
    public Optional<RequestRecord> request(PartyId sender, RequestId requestId) {
        return reads.get(Columns.REQUESTS, new Columns.RequestKey(sender, requestId));
    }

    @Override
    public boolean isRtgsReferenceUsed(AssetCode currency, String reference) {
        return reads.get(Columns.RTGS_REFERENCES, new Columns.RtgsKey(currency, reference))
                .isPresent();
    }

    @Override
    public Optional<Membership> membership() {
        return reads.get(Columns.MEMBERSHIP, Columns.MembershipKey.IN_FORCE);
    }

    @Override
    public Optional<ValidatorSet> validators(long epoch) {
        return reads.get(Columns.VALIDATORS, epoch);
    }

    @Override
    public ValidatorSet newestValidators() {
        Optional<ValidatorSet> newest =
                Columns.meta(Columns.MetaKey.NEWEST_EPOCH, reads).flatMap(this::validators);
        Invariant.check(newest.isPresent(), "the ledger has no validators: it was not founded");
        return newest.orElseThrow();
    }

    @Override
    public List<RequestRecord> requestsExpiredBefore(long millis, int limit) {
        return Columns.requestsExpiredBefore(millis, limit, reads);
    }

    @Override
    public Optional<Receipt> receipt(TransactionId transactionId) {
        return reads.get(Columns.RECEIPTS, transactionId);
    }

    @Override
    public List<Position> positions(AccountId account) {
        return Columns.positionsOf(account, reads);
    }
}
