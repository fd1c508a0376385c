package org.khazana.api.json;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Restriction;
import org.khazana.ledger.state.RestrictionTarget;

/**
 * A restriction as it was after the block of that height.
 *
 * @param party for the scope PARTY only, and so on
 * @param quantity how much is held back, as a decimal string; absent where no number is named
 * @param serials which tokens, for the scope SERIALS only: those that no order has taken
 * @param status ACTIVE, LIFTED, USED_UP, or EXPIRED by the clock of this node
 */
public record RestrictionJson(
        long height,
        long restriction,
        String ground,
        String scope,
        @Nullable Long party,
        @Nullable Long account,
        @Nullable String asset,
        String blocks,
        @Nullable String quantity,
        @Nullable List<ReceiptJson.SerialsJson> serials,
        long authority,
        String caseReference,
        String documentHash,
        String from,
        @Nullable String until,
        String status) {
    public static RestrictionJson of(
            long height, Restriction restriction, long nowMillis, Denominations denominations) {
        RestrictionTarget target = restriction.target();
        boolean isOfParty = target.scope() == RestrictionScope.PARTY;
        Optional<Long> holder = Optional.of(target.holder()).filter(number -> number > 0);
        boolean hasExpired = restriction.status() == Restriction.Status.ACTIVE && !restriction.isActive(nowMillis);
        return new RestrictionJson(
                height,
                restriction.number(),
                restriction.ground().name(),
                target.scope().name(),
                holder.filter(number -> isOfParty).orElse(null),
                holder.filter(number -> !isOfParty).orElse(null),
                target.asset().map(AssetCode::text).orElse(null),
                restriction.blocks().name(),
                restriction
                        .quantity()
                        .map(units -> AmountText.write(units, target.asset().orElseThrow(), denominations))
                        .orElse(null),
                restriction.isOfSerials()
                        ? restriction.serials().ranges().stream()
                                .map(ReceiptJson.SerialsJson::of)
                                .toList()
                        : null,
                restriction.authority().number(),
                restriction.caseReference(),
                restriction.documentHash().toString(),
                Instant.ofEpochMilli(restriction.fromMillis()).toString(),
                restriction
                        .untilMillis()
                        .map(millis -> Instant.ofEpochMilli(millis).toString())
                        .orElse(null),
                hasExpired ? "EXPIRED" : restriction.status().name());
    }

    /** Those that are active and bear on all of an account, on some position in it, or on tokens in it. */
    public record RestrictionsJson(long height, long account, List<RestrictionJson> restrictions) {
        public RestrictionsJson {
            restrictions = List.copyOf(restrictions);
        }
    }

    /** Those that are active and lie on an asset, or on certain tokens of it, whoever holds them. */
    public record AssetRestrictionsJson(long height, String asset, List<RestrictionJson> restrictions) {
        public AssetRestrictionsJson {
            restrictions = List.copyOf(restrictions);
        }
    }
}
