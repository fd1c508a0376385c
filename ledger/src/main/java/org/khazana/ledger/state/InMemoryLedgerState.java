package org.khazana.ledger.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.block.Membership;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.transaction.AccountId;
import org.khazana.ledger.transaction.AssetCode;
import org.khazana.ledger.transaction.PartyId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * The whole state in sorted maps: the reference that says what a {@link LedgerView} and each {@link Change} mean. Stores
 * on disk are held against it. For one thread.
 */
public final class InMemoryLedgerState implements LedgerView {
    private final SortedMap<PartyId, Party> parties = new TreeMap<>();
    private final SortedMap<PublicKey, PartyKey> keys = new TreeMap<>();
    private final SortedMap<AccountId, Account> accounts = new TreeMap<>();
    private final SortedMap<AssetCode, Asset> assets = new TreeMap<>();
    private final SortedMap<PositionKey, Position> positions = new TreeMap<>();
    private final SortedMap<RequestKey, RequestRecord> requests = new TreeMap<>();
    private final SortedSet<RequestRecord> requestsByExpiry = new TreeSet<>(RequestKey.BY_EXPIRY);
    private final SortedSet<RtgsKey> rtgsReferences = new TreeSet<>();
    private final SortedMap<Long, ValidatorSet> validators = new TreeMap<>();
    /** One after another, the last one is in force. */
    private final List<Membership> memberships = new ArrayList<>();

    /** Applies all changes in order. */
    public void apply(List<Change> changes) {
        changes.forEach(this::apply);
    }

    private void apply(Change change) {
        switch (change) {
            case Change.PartyPut(Party party) -> parties.put(party.id(), party);
            case Change.KeyPut(PartyKey key) -> keys.put(key.publicKey(), key);
            case Change.AccountPut(Account account) -> accounts.put(account.id(), account);
            case Change.AssetPut(Asset asset) -> assets.put(asset.code(), asset);
            case Change.PositionSet(Position position) -> set(position);
            case Change.RequestRecorded(RequestRecord request) -> record(request);
            case Change.RequestForgotten(RequestRecord request) -> forget(RequestKey.of(request));
            case Change.RtgsReferenceUsed(AssetCode currency, String reference) ->
                rtgsReferences.add(new RtgsKey(currency, reference));
            case Change.ValidatorsPut(ValidatorSet set) -> validators.put(set.epoch(), set);
            case Change.MembershipPut(Membership inForce) -> memberships.add(inForce);
        }
    }

    private void set(Position position) {
        if (position.quantity() == 0) {
            positions.remove(PositionKey.of(position));
        } else {
            positions.put(PositionKey.of(position), position);
        }
    }

    private void record(RequestRecord request) {
        forget(RequestKey.of(request));
        requests.put(RequestKey.of(request), request);
        requestsByExpiry.add(request);
    }

    private void forget(RequestKey key) {
        RequestRecord forgotten = requests.remove(key);
        if (forgotten != null) {
            requestsByExpiry.remove(forgotten);
        }
    }

    /** All assets in order of code. */
    public List<Asset> assets() {
        return List.copyOf(assets.values());
    }

    /** All positions that are not zero, in order of account and asset. */
    public List<Position> positions() {
        return List.copyOf(positions.values());
    }

    /** All requests that are remembered, earliest expiry first. */
    public List<RequestRecord> requests() {
        return List.copyOf(requestsByExpiry);
    }

    @Override
    public Optional<Party> party(PartyId id) {
        return Optional.ofNullable(parties.get(id));
    }

    @Override
    public List<Party> partiesWithRole(Role role) {
        return parties.values().stream().filter(party -> party.hasRole(role)).toList();
    }

    @Override
    public Optional<PartyKey> key(PublicKey publicKey) {
        return Optional.ofNullable(keys.get(publicKey));
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public Optional<Asset> asset(AssetCode code) {
        return Optional.ofNullable(assets.get(code));
    }

    @Override
    public long quantity(AccountId account, AssetCode asset) {
        Position position = positions.get(new PositionKey(account, asset));
        return position == null ? 0 : position.quantity();
    }

    @Override
    public Optional<RequestRecord> request(PartyId sender, RequestId requestId) {
        return Optional.ofNullable(requests.get(new RequestKey(sender, requestId)));
    }

    @Override
    public boolean isRtgsReferenceUsed(AssetCode currency, String reference) {
        return rtgsReferences.contains(new RtgsKey(currency, reference));
    }

    @Override
    public Optional<Membership> membership() {
        return memberships.isEmpty() ? Optional.empty() : Optional.of(memberships.getLast());
    }

    @Override
    public Optional<ValidatorSet> validators(long epoch) {
        return Optional.ofNullable(validators.get(epoch));
    }

    @Override
    public ValidatorSet newestValidators() {
        Invariant.check(!validators.isEmpty(), "the ledger has no validators: it was not founded");
        return validators.sequencedValues().getLast();
    }

    @Override
    public List<RequestRecord> requestsExpiredBefore(long millis, int limit) {
        return requestsByExpiry.stream()
                .takeWhile(request -> request.notAfterMillis() < millis)
                .limit(limit)
                .toList();
    }
}
