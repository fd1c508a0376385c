package org.khazana.simulation.linearizability;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Accounts that hold assets. A transfer is done if and only if it moves a positive quantity between two accounts and the
 * giving one holds it; a refused one changes nothing. Everything starts at 0. The state is what each account holds of one
 * asset; an account that holds nothing is left out.
 */
public record AccountModel() implements Model<SortedMap<String, Long>, AccountAction, AccountOutcome> {

    @Override
    public String key(AccountAction action) {
        return action.asset();
    }

    @Override
    public boolean isRead(AccountAction action) {
        return action instanceof AccountAction.Read;
    }

    @Override
    public SortedMap<String, Long> initialState(String key) {
        return Collections.emptySortedMap();
    }

    @Override
    public Optional<SortedMap<String, Long>> step(
            SortedMap<String, Long> state, AccountAction action, Optional<AccountOutcome> outcome) {
        return switch (action) {
            case AccountAction.Read read -> {
                AccountOutcome right = new AccountOutcome.Balance(state.getOrDefault(read.account(), 0L));
                yield ifRight(outcome, right, state);
            }
            case AccountAction.Issue issue ->
                ifRight(outcome, new AccountOutcome.Done(), moved(state, Map.of(issue.to(), issue.quantity())));
            case AccountAction.Transfer transfer ->
                isCovered(transfer, state)
                        ? ifRight(outcome, new AccountOutcome.Done(), moved(state, postings(transfer)))
                        : ifRight(outcome, new AccountOutcome.Refused(), state);
        };
    }

    private static boolean isCovered(AccountAction.Transfer transfer, SortedMap<String, Long> state) {
        return transfer.quantity() > 0
                && !transfer.from().equals(transfer.to())
                && state.getOrDefault(transfer.from(), 0L) >= transfer.quantity();
    }

    private static Map<String, Long> postings(AccountAction.Transfer transfer) {
        return Map.of(transfer.from(), -transfer.quantity(), transfer.to(), transfer.quantity());
    }

    private static SortedMap<String, Long> moved(SortedMap<String, Long> state, Map<String, Long> postings) {
        SortedMap<String, Long> next = new TreeMap<>(state);
        postings.forEach((account, quantity) -> {
            long balance = Math.addExact(next.getOrDefault(account, 0L), quantity);
            if (balance == 0) {
                next.remove(account);
            } else {
                next.put(account, balance);
            }
        });
        return Collections.unmodifiableSortedMap(next);
    }

    private static Optional<SortedMap<String, Long>> ifRight(
            Optional<AccountOutcome> outcome, AccountOutcome right, SortedMap<String, Long> next) {
        return outcome.orElse(right).equals(right) ? Optional.of(next) : Optional.empty();
    }
}
