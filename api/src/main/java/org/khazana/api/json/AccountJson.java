package org.khazana.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Position;

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
                long height, long account, List<Position> positions, Denominations denominations) {
            return new PositionsJson(
                    height,
                    account,
                    positions.stream()
                            .map(position -> new PositionJson(
                                    position.asset().text(),
                                    AmountText.write(position.quantity(), position.asset(), denominations)))
                            .toList());
        }
    }

    /** How much of one asset is held, as a decimal string. */
    public record PositionJson(String asset, String quantity) {}
}
