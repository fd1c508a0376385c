package org.khazana.ledger.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.block.Membership;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.time.BusinessTime;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.validator.ValidatorSet;

/** The ledger's state as it stands after some block, for reading only. Every order of results is defined. */
public interface LedgerView extends ClaimView, HolderReads, RoleReads, SettlementReads, WorkReads {

    default Optional<Party> party(PartyId id) {
        return get(Tables.PARTIES, id);
    }

    /** Who must agree before an operation of that name is carried out; empty for those that need no policy. */
    default Optional<Policy> policy(String operation) {
        return get(Tables.POLICIES, operation);
    }

    /** All policies, in order of the names of their operations. */
    default List<Policy> policies() {
        List<Policy> found = new ArrayList<>();
        scan(Tables.POLICIES, "", (name, policy) -> found.add(policy)); // true: all of them
        return found;
    }

    default Optional<Motion> motion(TransactionId id) {
        return get(Tables.MOTIONS, id);
    }

    /** Motions that the party has raised and that are open at that time, those that lapse first first; at most {@code limit}. */
    default List<TransactionId> openMotions(PartyId mover, long millis, int limit) {
        List<TransactionId> found = new ArrayList<>();
        scan(Tables.OPEN_MOTIONS.table(), OpenMotionKey.first(mover, millis), (entry, id) -> {
            boolean isWanted = entry.mover().equals(mover) && found.size() < limit;
            if (isWanted) {
                found.add(id);
            }
            return isWanted;
        });
        return found;
    }

    /** How much the keys that sign for a party must weigh together. */
    default int keyThreshold(PartyId party) {
        return get(Tables.KEY_THRESHOLDS, party).map(KeyThreshold::weight).orElse(1);
    }

    /** The recovery of a party's keys that waits; empty when none does. */
    default Optional<KeyRecovery> recovery(PartyId party) {
        return get(Tables.RECOVERIES, party);
    }

    /** What the governors have set a parameter to, or what it is by itself. */
    default long figure(Parameter parameter) {
        return get(Tables.FIGURES, parameter).map(SetFigure::value).orElse(parameter.initial());
    }

    /** Why business has stopped; empty while it goes on. */
    default Optional<Halt> halt() {
        return get(Tables.HALT, RegisterKey.HALT);
    }

    default Protocol protocol() {
        return get(Tables.PROTOCOL, RegisterKey.PROTOCOL).orElse(Protocol.FIRST);
    }

    default Optional<PartyKey> key(PublicKey publicKey) {
        return get(Tables.KEYS, publicKey);
    }

    /** The keys that sign for a party, in order, at most {@code limit}. */
    default List<PublicKey> keysOf(PartyId party, int limit) {
        List<PublicKey> found = new ArrayList<>();
        scan(Tables.KEYS_BY_PARTY.table(), KeyOfParty.first(party), (entry, key) -> {
            boolean isWanted = entry.party().equals(party) && found.size() < limit;
            if (isWanted) {
                found.add(key);
            }
            return isWanted;
        });
        return found;
    }

    default Optional<Account> account(AccountId id) {
        return get(Tables.ACCOUNTS, id);
    }

    default Optional<Asset> asset(AssetCode code) {
        return get(Tables.ASSETS, code);
    }

    default Optional<Programme> programme(String code) {
        return get(Tables.PROGRAMMES, code);
    }

    /** The periods for which an instrument pays, in their order; none for one that does not. */
    default List<Period> periods(AssetCode asset) {
        List<Period> found = new ArrayList<>();
        scan(Tables.PERIODS, new PeriodKey(asset, 0), (key, period) -> {
            boolean isOfAsset = key.asset().equals(asset);
            if (isOfAsset) {
                found.add(period);
            }
            return isOfAsset;
        });
        return found;
    }

    default Optional<Attestation> attestation(AssetCode asset, PartyId attestor) {
        return get(Tables.ATTESTATIONS, new AttestationKey(asset, attestor));
    }

    /** What is vouched for behind an asset, in order of attestors; the rules bound how many there are. */
    default List<Attestation> attestations(AssetCode asset) {
        List<Attestation> found = new ArrayList<>();
        scan(Tables.ATTESTATIONS, new AttestationKey(asset, PartyId.LEAST), (key, attestation) -> {
            boolean isOfAsset = key.asset().equals(asset);
            if (isOfAsset) {
                found.add(attestation);
            }
            return isOfAsset;
        });
        return found;
    }

    default Optional<ReserveItem> reserveItem(AssetCode asset, Hash receiptCommitment) {
        return get(Tables.RESERVE_ITEMS, new ReserveItemKey(asset, receiptCommitment));
    }

    /** The first goods that were ever in store behind an asset, in order of receipts, at most {@code limit}. */
    default List<ReserveItem> reserveItems(AssetCode asset, int limit) {
        List<ReserveItem> found = new ArrayList<>();
        scan(Tables.RESERVE_ITEMS, ReserveItemKey.first(asset), (key, item) -> {
            boolean isWanted = key.asset().equals(asset) && found.size() < limit;
            if (isWanted) {
                found.add(item);
            }
            return isWanted;
        });
        return found;
    }

    /**
     * How days are told.
     *
     * @throws IllegalStateException if the ledger was not founded
     */
    default BusinessTime businessTime() {
        Optional<BusinessTime> time = get(Tables.BUSINESS_TIME, RegisterKey.BUSINESS_TIME);
        Invariant.check(time.isPresent(), "the ledger cannot tell days: it was not founded");
        return time.orElseThrow();
    }

    /** What is said about a single day; empty if it is as the week has it. */
    default Optional<DayMark> dayMark(int day) {
        return get(Tables.CALENDAR, (long) day);
    }

    /** Tokens or minor units held; 0 when there is no position. */
    default long quantity(AccountId account, AssetCode asset) {
        return position(account, asset).quantity();
    }

    /** One of nothing where nothing is held. */
    default Position position(AccountId account, AssetCode asset) {
        return get(Tables.POSITIONS, new PositionKey(account, asset)).orElseGet(() -> new Position(account, asset, 0));
    }

    /** All positions of the account that are not zero, in order of asset code. */
    default List<Position> positions(AccountId account) {
        List<Position> found = new ArrayList<>();
        scan(Tables.POSITIONS, new PositionKey(account, AssetCode.LEAST), (key, position) -> {
            boolean isOfAccount = key.account().equals(account);
            if (isOfAccount) {
                found.add(position);
            }
            return isOfAccount;
        });
        return found;
    }

    /** The lot that has the serial; empty for serials that were never given out. */
    default Optional<Lot> lot(AssetCode asset, long serial) {
        List<Lot> found = new ArrayList<>();
        scanGroupDown(Tables.LOTS, new LotKey(asset, serial), new LotKey(asset, Long.MIN_VALUE), (key, lot) -> {
            if (lot.end() > serial) {
                found.add(lot);
            }
            return false; // lots lie side by side: the nearest one from below is the only one that can have it
        });
        return found.stream().findFirst();
    }

    /** The lot whose last serial is the one before {@code end}. */
    default Optional<Lot> lotEndingAt(AssetCode asset, long end) {
        return get(Tables.LOTS_BY_END.table(), new LotEnd(asset, end)).flatMap(key -> get(Tables.LOTS, key));
    }

    /** Lots of one position from {@code from} on, shortest first, at most {@code limit}; those that cannot be moved as well. */
    default List<LotByLength> lots(LotByLength from, int limit) {
        List<LotByLength> found = new ArrayList<>();
        LotByLength last = LotByLength.last(from.account(), from.asset());
        scanGroup(Tables.LOTS_BY_LENGTH.table(), from, last, (entry, key) -> {
            boolean isWanted = found.size() < limit;
            if (isWanted) {
                found.add(entry);
            }
            return isWanted;
        });
        return found;
    }

    default Optional<Passage> passage(PassageId id) {
        return get(Tables.PASSAGES, id);
    }

    default Optional<RequestRecord> request(PartyId sender, RequestId requestId) {
        return get(Tables.REQUESTS, new RequestKey(sender, requestId));
    }

    default boolean isRtgsReferenceUsed(AssetCode currency, String reference) {
        return payment(new RtgsKey(currency, reference)).isPresent();
    }

    /** The validators of an epoch; every epoch up to the newest is there. */
    default Optional<ValidatorSet> validators(long epoch) {
        return get(Tables.VALIDATORS, epoch);
    }

    /**
     * The validators of the greatest epoch.
     *
     * @throws IllegalStateException if the ledger was not founded
     */
    default ValidatorSet newestValidators() {
        Optional<ValidatorSet> newest =
                get(Tables.NEWEST_EPOCH, RegisterKey.NEWEST_EPOCH).flatMap(this::validators);
        Invariant.check(newest.isPresent(), "the ledger has no validators: it was not founded");
        return newest.orElseThrow();
    }

    /** Who takes part in consensus, as the newest block that changed it says; empty while the founders do. */
    default Optional<Membership> membership() {
        return get(Tables.MEMBERSHIP, RegisterKey.MEMBERSHIP);
    }

    /** Requests whose {@code notAfterMillis} is before {@code millis}, earliest first, at most {@code limit}. */
    default List<RequestRecord> requestsExpiredBefore(long millis, int limit) {
        List<RequestRecord> found = new ArrayList<>();
        scan(Tables.REQUESTS_BY_EXPIRY.table(), ExpiryKey.LEAST, (entry, key) -> {
            boolean isWanted = entry.notAfterMillis() < millis && found.size() < limit;
            if (isWanted) {
                found.add(get(Tables.REQUESTS, key).orElseThrow());
            }
            return isWanted;
        });
        return found;
    }
}
