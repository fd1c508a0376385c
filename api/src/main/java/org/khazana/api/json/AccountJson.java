package org.khazana.api.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Availability;

/**
 * An account as it was after the block of that height.
 *
 * @param registeredAccount commitment to the account outside, SHA-256 in hexadecimal
 */
public record AccountJson(
        long height,
        long account,
        long owner,
        long controller,
        String kind,
        String debitRule,
        String creditRule,
        String residency,
        @Nullable String registeredAccount,
        String status) {

    public static AccountJson of(long height, Account account) {
        return new AccountJson(
                height,
                account.id().number(),
                account.owner().number(),
                account.controller().number(),
                account.kind().name(),
                account.debitRule().name(),
                account.creditRule().name(),
                account.residency().name(),
                account.registeredAccount().map(Object::toString).orElse(null),
                account.status().name());
    }

    /** Everything the account held after the block of that height, in order of asset code. */
    public record PositionsJson(long height, long account, List<PositionJson> positions) {
        public static PositionsJson of(
                long height, long account, Map<AssetCode, Availability> positions, Denominations denominations) {
            return new PositionsJson(
                    height,
                    account,
                    positions.entrySet().stream()
                            .map(position -> PositionJson.of(position.getKey(), position.getValue(), denominations))
                            .toList());
        }
    }

    /**
     * How much of one asset is held, as decimal strings, by the clock of this node.
     *
     * @param encumbered of it, what is set aside for others
     * @param restrained what authorities hold back, which may be more than is held; all that is held where nothing may leave
     * @param available what is left to move
     */
    public record PositionJson(String asset, String quantity, String encumbered, String restrained, String available) {
        static PositionJson of(AssetCode asset, Availability position, Denominations denominations) {
            long restrained = position.restrained() == Long.MAX_VALUE ? position.quantity() : position.restrained();
            return new PositionJson(
                    asset.text(),
                    AmountText.write(position.quantity(), asset, denominations),
                    AmountText.write(position.encumbered(), asset, denominations),
                    AmountText.write(restrained, asset, denominations),
                    AmountText.write(position.available(), asset, denominations));
        }
    }
}
