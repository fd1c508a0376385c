package org.khazana.ledger.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khazana.ledger.block.Membership;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.transaction.AccountId;
import org.khazana.ledger.transaction.AssetCode;
import org.khazana.ledger.transaction.PartyId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.validator.ValidatorSet;

/** A view with pending changes on top: what the state would be. Dropping it drops the changes. For one thread. */
public final class LedgerOverlay implements LedgerView {
    private final LedgerView below;
    private final List<Change> changes = new ArrayList<>();
    private final SortedMap<PartyId, Party> parties = new TreeMap<>();
    private final SortedMap<PublicKey, PartyKey> keys = new TreeMap<>();
    private final SortedMap<AccountId, Account> accounts = new TreeMap<>();
    private final SortedMap<AssetCode, Asset> assets = new TreeMap<>();
    private final SortedMap<PositionKey, Position> positions = new TreeMap<>();
    private final SortedMap<RequestKey, Optional<RequestRecord>> requests = new TreeMap<>();
    private final SortedSet<RtgsKey> rtgsReferences = new TreeSet<>();
    private final SortedMap<Long, ValidatorSet> validators = new TreeMap<>();
    /** One after another, the last one is in force. */
    private final List<Membership> memberships = new ArrayList<>();

    public LedgerOverlay(LedgerView below) {
        this.below = below;
    }

    public void apply(Change change) {
        changes.add(change);
        switch (change) {
            case Change.PartyPut(Party party) -> parties.put(party.id(), party);
            case Change.KeyPut(PartyKey key) -> keys.put(key.publicKey(), key);
            case Change.AccountPut(Account account) -> accounts.put(account.id(), account);
            case Change.AssetPut(Asset asset) -> assets.put(asset.code(), asset);
            case Change.PositionSet(Position position) -> positions.put(PositionKey.of(position), position);
            case Change.RequestRecorded(RequestRecord request) ->
                requests.put(RequestKey.of(request), Optional.of(request));
            case Change.RequestForgotten(RequestRecord request) ->
                requests.put(RequestKey.of(request), Optional.empty());
            case Change.RtgsReferenceUsed(AssetCode currency, String reference) ->
                rtgsReferences.add(new RtgsKey(currency, reference));
            case Change.ValidatorsPut(ValidatorSet set) -> validators.put(set.epoch(), set);
            case Change.MembershipPut(Membership inForce) -> memberships.add(inForce);
        }
    }

    /** All changes so far, in the order they were applied. */
    public List<Change> changes() {
        return Collections.unmodifiableList(changes);
    }

    /** The positions that were set here, as they are now, in order of account and asset. */
    public List<Position> changedPositions() {
        return List.copyOf(positions.values());
    }

    /** The assets that were put here, as they are now, in order of code. */
    public List<Asset> changedAssets() {
        return List.copyOf(assets.values());
    }

    @Override
    public Optional<Party> party(PartyId id) {
        return Optional.ofNullable(parties.get(id)).or(() -> below.party(id));
    }

    @Override
    public List<Party> partiesWithRole(Role role) {
        SortedMap<PartyId, Party> found = new TreeMap<>();
        below.partiesWithRole(role).forEach(party -> found.put(party.id(), party));
        for (Party party : parties.values()) {
            if (party.hasRole(role)) {
                found.put(party.id(), party);
            } else {
                found.remove(party.id());
            }
        }
        return List.copyOf(found.values());
    }

    @Override
    public Optional<PartyKey> key(PublicKey publicKey) {
        return Optional.ofNullable(keys.get(publicKey)).or(() -> below.key(publicKey));
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id)).or(() -> below.account(id));
    }

    @Override
    public Optional<Asset> asset(AssetCode code) {
        return Optional.ofNullable(assets.get(code)).or(() -> below.asset(code));
    }

    @Override
    public long quantity(AccountId account, AssetCode asset) {
        Position position = positions.get(new PositionKey(account, asset));
        return position == null ? below.quantity(account, asset) : position.quantity();
    }

    @Override
    public Optional<RequestRecord> request(PartyId sender, RequestId requestId) {
        Optional<RequestRecord> pending = requests.get(new RequestKey(sender, requestId));
        return pending == null ? below.request(sender, requestId) : pending;
    }

    @Override
    public boolean isRtgsReferenceUsed(AssetCode currency, String reference) {
        return rtgsReferences.contains(new RtgsKey(currency, reference))
                || below.isRtgsReferenceUsed(currency, reference);
    }

    @Override
    public Optional<Membership> membership() {
        return memberships.isEmpty() ? below.membership() : Optional.of(memberships.getLast());
    }

    @Override
    public Optional<ValidatorSet> validators(long epoch) {
        return Optional.ofNullable(validators.get(epoch)).or(() -> below.validators(epoch));
    }

    @Override
    public ValidatorSet newestValidators() {
        return validators.isEmpty()
                ? below.newestValidators()
                : validators.sequencedValues().getLast();
    }

    @Override
    public List<RequestRecord> requestsExpiredBefore(long millis, int limit) {
        List<RequestRecord> expired = new ArrayList<>();
        // Of what stands below, at most as many as were touched here are void, so this many more must be asked for.
        for (RequestRecord request : below.requestsExpiredBefore(millis, Math.addExact(limit, requests.size()))) {
            if (!requests.containsKey(RequestKey.of(request))) {
                expired.add(request);
            }
        }
        for (Optional<RequestRecord> request : requests.values()) {
            request.filter(recorded -> recorded.notAfterMillis() < millis).ifPresent(expired::add);
        }
        expired.sort(RequestKey.BY_EXPIRY);
        return List.copyOf(expired.subList(0, Math.min(limit, expired.size())));
    }
}
