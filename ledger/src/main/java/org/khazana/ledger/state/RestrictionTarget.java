package org.khazana.ledger.state;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;

/**
 * What a restriction lies on; ordered by scope, then party or account, then asset.
 *
 * @param holder number of the party or of the account; 0 where neither matters
 * @param asset empty where any is meant
 */
public record RestrictionTarget(RestrictionScope scope, long holder, Optional<AssetCode> asset)
        implements Comparable<RestrictionTarget> {
    public static RestrictionTarget of(PartyId party) {
        return new RestrictionTarget(RestrictionScope.PARTY, party.number(), Optional.empty());
    }

    public static RestrictionTarget of(AccountId account) {
        return new RestrictionTarget(RestrictionScope.ACCOUNT, account.number(), Optional.empty());
    }

    public static RestrictionTarget of(AccountId account, AssetCode asset) {
        return new RestrictionTarget(RestrictionScope.POSITION, account.number(), Optional.of(asset));
    }

    public static RestrictionTarget of(AssetCode asset) {
        return new RestrictionTarget(RestrictionScope.ASSET, 0, Optional.of(asset));
    }

    /** Some tokens of that asset; which ones, each restriction says. */
    public static RestrictionTarget ofSerials(AssetCode asset) {
        return new RestrictionTarget(RestrictionScope.SERIALS, 0, Optional.of(asset));
    }

    /** All that bear on the whole of that asset in that account. */
    static List<RestrictionTarget> bearingOn(Account account, AssetCode asset) {
        return List.of(of(account.owner()), of(account.id()), of(account.id(), asset), of(asset));
    }

    /** Whether it bears on that asset in that account, be it on some tokens only. */
    public boolean covers(Account account, AssetCode asset) {
        return bearingOn(account, asset).contains(this) || equals(ofSerials(asset));
    }

    @Override
    public int compareTo(RestrictionTarget other) {
        // By hand, as in PositionKey: every debit looks for four.
        int order = scope.compareTo(other.scope);
        if (order == 0) {
            order = Long.compare(holder, other.holder);
        }
        return order == 0 ? compareAssets(asset, other.asset) : order;
    }

    /** Any asset comes before each one. */
    private static int compareAssets(Optional<AssetCode> one, Optional<AssetCode> another) {
        if (one.isPresent() && another.isPresent()) {
            return one.get().compareTo(another.get());
        }
        return Boolean.compare(one.isPresent(), another.isPresent());
    }
}
