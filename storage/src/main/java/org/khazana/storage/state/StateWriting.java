package org.khazana.storage.state;

import java.util.List;
import org.khazana.ledger.block.Membership;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Change;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.RequestRecord;
import org.khazana.ledger.transaction.AssetCode;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.storage.rocksdb.ColumnWrites;
import org.khazana.storage.schema.Columns;
import org.khazana.storage.schema.Columns.MetaKey;
import org.khazana.storage.schema.Columns.PositionKey;
import org.khazana.storage.schema.Columns.RequestKey;
import org.khazana.storage.schema.Columns.RoleKey;
import org.khazana.storage.schema.Columns.RtgsKey;

/** Turns changes and receipts into writes of one batch. */
record StateWriting(ColumnWrites writes) {

    void apply(List<Change> changes) {
        changes.forEach(this::apply);
    }

    private void apply(Change change) {
        switch (change) {
            case Change.PartyPut(Party party) -> put(party);
            case Change.KeyPut(PartyKey key) -> writes.put(Columns.KEYS, key.publicKey(), key);
            case Change.AccountPut(Account account) -> writes.put(Columns.ACCOUNTS, account.id(), account);
            case Change.AssetPut(Asset asset) -> writes.put(Columns.ASSETS, asset.code(), asset);
            case Change.PositionSet(Position position) -> set(position);
            case Change.RequestRecorded(RequestRecord request) -> record(request);
            case Change.RequestForgotten(RequestRecord request) -> forget(RequestKey.of(request));
            case Change.RtgsReferenceUsed(AssetCode currency, String reference) ->
                writes.put(Columns.RTGS_REFERENCES, new RtgsKey(currency, reference), true);
            case Change.ValidatorsPut(ValidatorSet set) -> put(set);
            case Change.MembershipPut(Membership inForce) ->
                writes.put(Columns.MEMBERSHIP, Columns.MembershipKey.IN_FORCE, inForce);
        }
    }

    private void put(Party party) {
        writes.get(Columns.PARTIES, party.id())
                .ifPresent(earlier -> earlier.roles()
                        .forEach(role -> writes.delete(Columns.PARTIES_BY_ROLE, new RoleKey(role, party.id()))));
        party.roles().forEach(role -> writes.put(Columns.PARTIES_BY_ROLE, new RoleKey(role, party.id()), party.id()));
        writes.put(Columns.PARTIES, party.id(), party);
    }

    private void put(ValidatorSet set) {
        writes.put(Columns.VALIDATORS, set.epoch(), set);
        long newest = writes.get(Columns.META, MetaKey.NEWEST_EPOCH).orElse(0L);
        writes.put(Columns.META, MetaKey.NEWEST_EPOCH, Math.max(newest, set.epoch()));
    }

    private void set(Position position) {
        if (position.quantity() == 0) {
            writes.delete(Columns.POSITIONS, PositionKey.of(position));
        } else {
            writes.put(Columns.POSITIONS, PositionKey.of(position), position);
        }
    }

    private void record(RequestRecord request) {
        forget(RequestKey.of(request));
        writes.put(Columns.REQUESTS, RequestKey.of(request), request);
        writes.put(Columns.REQUESTS_BY_EXPIRY, request, request);
    }

    private void forget(RequestKey key) {
        writes.get(Columns.REQUESTS, key).ifPresent(forgotten -> {
            writes.delete(Columns.REQUESTS, key);
            writes.delete(Columns.REQUESTS_BY_EXPIRY, forgotten);
        });
    }

    /**
     * Keeps one receipt for each transaction, as {@link Receipt} says: the one that decided the request stands for ever;
     * one that decided nothing, such as "duplicate", is kept only while there is no other.
     */
    void keep(Receipt receipt) {
        boolean stands = writes.get(Columns.RECEIPTS, receipt.transactionId())
                .filter(earlier -> earlier.decidesRequest() || !receipt.decidesRequest())
                .isPresent();
        if (!stands) {
            writes.put(Columns.RECEIPTS, receipt.transactionId(), receipt);
        }
    }

    void setHeight(long height) {
        writes.put(Columns.META, MetaKey.APPLIED_HEIGHT, height);
    }
}
