package org.khazana.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;

/**
 * Accounts that a party owned after the block of that height, in order.
 *
 * @param next what to give for {@code after} to read on; missing when there are no more
 */
public record PartyAccountsJson(
        long height,
        long party,
        List<Long> accounts,
        @Nullable Long next) {
    public PartyAccountsJson {
        accounts = List.copyOf(accounts);
    }

    /**
     * Shapes a piece of the list.
     *
     * @param found one more than {@code max} if there are more
     */
    public static PartyAccountsJson of(long height, PartyId party, List<AccountId> found, int max) {
        List<Long> shown = found.stream().limit(max).map(AccountId::number).toList();
        return new PartyAccountsJson(height, party.number(), shown, found.size() > max ? shown.getLast() : null);
    }
}
