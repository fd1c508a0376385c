package org.khazana.node.membership;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Table;

/**
 * Follows who takes part from block to block, and checks it: a block must stand under the configuration that its header
 * names, and a change of membership must be a step towards validators that the governors appointed. One thread executes
 * blocks; any may look.
 */
public final class MembershipWatch {
    private static final Set<Table<?, ?>> ABOUT_MEMBERSHIP = Set.of(Tables.VALIDATORS, Tables.MEMBERSHIP);

    private final Configuration founding;
    private final AtomicReference<Roster> roster;

    /**
     * Begins where the state stands.
     *
     * @param ledger the newest state
     * @param founding the configuration that the genesis stands for
     */
    public MembershipWatch(LedgerView ledger, Configuration founding) {
        this.founding = founding;
        this.roster = new AtomicReference<>(Roster.of(ledger, founding));
    }

    public Roster roster() {
        return requireNonNull(roster.get());
    }

    /**
     * Before the block is executed. Whoever does not agree here runs another program or was given another block, and must
     * stop.
     *
     * @param before the state that the block finds
     */
    public void verify(LogEntry entry, BlockHeader header, LedgerView before) {
        Configuration inForce = roster().inForce();
        entry.configuration()
                .ifPresent(next -> Invariant.check(
                        isPermitted(inForce, next, before),
                        "block %s changes membership to %s, which is no step from %s towards validators that were appointed",
                        entry.id(),
                        next,
                        inForce));
        Invariant.check(
                header.validatorSetHash()
                        .equals(entry.configuration()
                                .map(next -> Roster.membership(next).hash())
                                .orElse(roster().validatorSetHash())),
                "block %s names other validators than those that take part",
                entry.id());
    }

    /** A leader may act on a decision that was replaced in blocks that it had not executed yet, so every epoch will do. */
    private static boolean isPermitted(Configuration before, Configuration after, LedgerView ledger) {
        for (long epoch = ledger.newestValidators().epoch(); epoch >= 0; epoch--) {
            if (MembershipPlan.permits(before, after, ledger.validators(epoch).orElseThrow())) {
                return true;
            }
        }
        return false;
    }

    /**
     * After the block's result is in the store.
     *
     * @param after the state with the block
     */
    public void executed(BlockResult result, LedgerView after) {
        if (!Collections.disjoint(result.changes().tables(), ABOUT_MEMBERSHIP)) {
            roster.set(Roster.of(after, founding));
        }
    }

    /**
     * The state was exchanged for a newer one.
     *
     * @param after the new state
     */
    public void jumped(LedgerView after) {
        roster.set(Roster.of(after, founding));
    }
}
