package org.khazana.ledger.execution;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.HolderTables;
import org.khazana.ledger.state.HoldingKey;
import org.khazana.ledger.state.HoldingTerms;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.TableReads;

/** Counts once more what must hold of accounts and holders; part of {@link Recount}. */
final class HolderRecount {
    private final TableReads state;
    private final List<String> mismatches;
    private final SortedMap<HoldingKey, Long> sums = new TreeMap<>();

    private HolderRecount(TableReads state, List<String> mismatches) {
        this.state = state;
        this.mismatches = mismatches;
    }

    /** Adds a sentence for every mismatch. */
    static void count(TableReads state, List<String> mismatches) {
        HolderRecount recount = new HolderRecount(state, mismatches);
        recount.accounts();
        recount.positions();
        recount.totals();
    }

    /** I15. */
    private void accounts() {
        state.scan(Tables.ACCOUNTS, AccountId.LEAST, (id, account) -> {
            if (!account.isWellFormed()) {
                mismatches.add("account " + id + " mixes own and client assets");
            }
            return true;
        });
    }

    private void positions() {
        state.scan(Tables.POSITIONS, PositionKey.LEAST, (key, position) -> {
            state.get(Tables.ACCOUNTS, key.account())
                    .ifPresentOrElse(
                            account -> position(account, position),
                            () -> mismatches.add("account " + key.account() + " holds something, but is not there"));
            return true;
        });
    }

    private void position(Account account, Position position) {
        sums.merge(new HoldingKey(account.owner(), position.asset()), position.quantity(), Math::addExact);
        boolean isAttestedFromFirst = state.get(HolderTables.HOLDING_TERMS, position.asset())
                .filter(HoldingTerms::isAttestedFromFirst)
                .isPresent();
        // I20, as far as it can be seen later: the attestation may have ended since.
        if (isAttestedFromFirst
                && !account.kind().isOfficial()
                && state.get(HolderTables.ELIGIBILITIES, account.owner()).isEmpty()) {
            mismatches.add("party " + account.owner() + " holds " + position.asset() + ", but was never attested");
        }
    }

    /** I24. */
    private void totals() {
        state.scan(HolderTables.HOLDINGS, HoldingKey.LEAST, (key, holding) -> {
            Long sum = sums.remove(key);
            if ((sum == null ? 0 : sum) != holding.quantity()) {
                mismatches.add("the accounts of party " + key.party() + " hold " + sum + " of " + key.asset()
                        + ", but its total is " + holding.quantity());
            }
            return true;
        });
        sums.forEach((key, sum) -> mismatches.add("the accounts of party " + key.party() + " hold " + sum + " of "
                + key.asset() + ", of which it has no total"));
    }
}
