package org.khazana.storage.schema;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.block.Membership;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.Recount;
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
import org.khazana.ledger.wire.ReceiptCodec;
import org.khazana.storage.rocksdb.Column;
import org.khazana.storage.rocksdb.ColumnReads;

/** All columns of the ledger state. Changing the bytes of one is a new {@link #FORMAT_VERSION}. */
public final class Columns {
    /** Stands in the state; a newer one is not opened. */
    public static final long FORMAT_VERSION = 1;

    public static final Column<PartyId, Party> PARTIES =
            new Column<>("party", Keys::of, PartyValues::bytes, PartyValues::read);
    /** Which parties have a role, in order of role and party. */
    public static final Column<RoleKey, PartyId> PARTIES_BY_ROLE = new Column<>(
            "party-by-role",
            key -> Keys.ofRole(PartyValues.number(key.role()).getNumber(), key.party()),
            party -> new byte[0],
            (key, value) -> Keys.readPartyWithRole(key));

    public static final Column<PublicKey, PartyKey> KEYS =
            new Column<>("key", PublicKey::toBytes, PartyValues::keyBytes, PartyValues::readKey);
    public static final Column<AccountId, Account> ACCOUNTS =
            new Column<>("account", Keys::of, AccountValues::bytes, AccountValues::read);
    public static final Column<AssetCode, Asset> ASSETS =
            new Column<>("asset", Keys::of, AssetValues::bytes, AssetValues::read);
    public static final Column<PositionKey, Position> POSITIONS = new Column<>(
            "position",
            key -> Keys.ofPosition(key.account(), key.asset()),
            AccountValues::positionBytes,
            AccountValues::readPosition);
    public static final Column<RequestKey, RequestRecord> REQUESTS = new Column<>(
            "request", key -> Keys.ofRequest(key.sender(), key.requestId()), RequestValues::bytes, RequestValues::read);
    /** The same requests in order of expiry, then sender, then request id. */
    public static final Column<RequestRecord, RequestRecord> REQUESTS_BY_EXPIRY =
            new Column<>("request-by-expiry", Keys::ofExpiry, RequestValues::bytes, RequestValues::readByExpiry);

    public static final Column<RtgsKey, Boolean> RTGS_REFERENCES = new Column<>(
            "rtgs-reference",
            key -> Keys.ofRtgsReference(key.currency(), key.reference()),
            used -> new byte[0],
            (key, value) -> true);
    public static final Column<Long, ValidatorSet> VALIDATORS =
            new Column<>("validators", Keys::number, ValidatorValues::bytes, ValidatorValues::read);
    public static final Column<TransactionId, Receipt> RECEIPTS = new Column<>(
            "receipt", id -> id.hash().toBytes(), ReceiptCodec::encode, (key, value) -> ReceiptCodec.decode(value));
    /** One value: who takes part in consensus, once a block has changed it. */
    public static final Column<MembershipKey, Membership> MEMBERSHIP = new Column<>(
            "membership", key -> new byte[] {0}, Membership::toBytes, (key, value) -> Membership.of(value));

    public static final Column<MetaKey, Long> META = new Column<>(
            "meta",
            key -> key.text().getBytes(StandardCharsets.US_ASCII),
            Keys::number,
            (key, value) -> Keys.readNumber(value));

    private static final List<Column<?, ?>> ALL = List.of(
            PARTIES,
            PARTIES_BY_ROLE,
            KEYS,
            ACCOUNTS,
            ASSETS,
            POSITIONS,
            REQUESTS,
            REQUESTS_BY_EXPIRY,
            RTGS_REFERENCES,
            VALIDATORS,
            MEMBERSHIP,
            RECEIPTS,
            META);

    private Columns() {}

    public static List<Column<?, ?>> all() {
        return ALL;
    }

    /** All positions of one account, in order of asset code. */
    public static List<Position> positionsOf(AccountId account, ColumnReads reads) {
        return reads.range(POSITIONS, Keys.of(account), Keys.afterPositionsOf(account), Integer.MAX_VALUE);
    }

    /** The parties that have a role, in order of id. */
    public static List<PartyId> partiesWithRole(Role role, ColumnReads reads) {
        int number = PartyValues.number(role).getNumber();
        return reads.range(PARTIES_BY_ROLE, Keys.beforeRole(number), Keys.beforeRole(number + 1), Integer.MAX_VALUE);
    }

    /** Every asset and every position counted once more; empty when they agree. */
    public static List<String> mismatches(ColumnReads reads) {
        return Recount.mismatches(
                () -> new ColumnWalk<>(ASSETS, Asset::code, reads),
                () -> new ColumnWalk<>(POSITIONS, PositionKey::of, reads));
    }

    /** Requests that expire before {@code millis}, in the order of {@link #REQUESTS_BY_EXPIRY}. */
    public static List<RequestRecord> requestsExpiredBefore(long millis, int limit, ColumnReads reads) {
        return reads.range(REQUESTS_BY_EXPIRY, new byte[0], Keys.number(millis), limit);
    }

    /** Which position. */
    public record PositionKey(AccountId account, AssetCode asset) {
        public static PositionKey of(Position position) {
            return new PositionKey(position.account(), position.asset());
        }
    }

    /** Which party in which of its roles. */
    public record RoleKey(Role role, PartyId party) {}

    /** Which request. */
    public record RequestKey(PartyId sender, RequestId requestId) {
        public static RequestKey of(RequestRecord request) {
            return new RequestKey(request.sender(), request.requestId());
        }
    }

    /** Which payment reference. */
    public record RtgsKey(AssetCode currency, String reference) {}

    /** Which membership. */
    public enum MembershipKey {
        IN_FORCE
    }

    /** Figures about the state as a whole. */
    public enum MetaKey {
        FORMAT_VERSION("format-version"),
        /** Written in the batch of each block; there is none before the founding. */
        APPLIED_HEIGHT("applied-height"),
        /** The greatest epoch of {@link #VALIDATORS}; there is none before the founding. */
        NEWEST_EPOCH("newest-epoch");

        private final String text;

        MetaKey(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** The figure, if it was written. */
    public static Optional<Long> meta(MetaKey key, ColumnReads reads) {
        return reads.get(META, key);
    }
}
