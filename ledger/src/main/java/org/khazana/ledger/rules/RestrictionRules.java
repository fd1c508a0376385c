package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.COURT_RESTRICTION;
import static org.khazana.ledger.refusal.RefusalCode.CREDIT_BLOCKED;
import static org.khazana.ledger.refusal.RefusalCode.DEBIT_BLOCKED;
import static org.khazana.ledger.refusal.RefusalCode.ERROR_HOLD;
import static org.khazana.ledger.refusal.RefusalCode.LOTS_TOO_MANY;
import static org.khazana.ledger.refusal.RefusalCode.QUANTITY_INSUFFICIENT;
import static org.khazana.ledger.refusal.RefusalCode.QUANTITY_NOT_AVAILABLE;
import static org.khazana.ledger.refusal.RefusalCode.REGULATOR_RESTRICTION;
import static org.khazana.ledger.refusal.RefusalCode.SANCTIONS_BLOCK;
import static org.khazana.ledger.refusal.RefusalCode.TAX_RESTRICTION;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Availability;
import org.khazana.ledger.state.Restraints;
import org.khazana.ledger.state.Restriction;

/** What authorities forbid. Every way into an account and out of one asks here. */
final class RestrictionRules {
    private RestrictionRules() {}

    /** Order: each ground on which everything is stopped, in their order; then that nothing may leave. */
    static void debit(Account account, AssetCode asset, Circumstances circumstances, Findings findings) {
        debit(account, asset, List.of(), circumstances, findings);
    }

    /** The same when just these tokens are to leave, of which authorities may have named some. */
    static void debit(
            Account account,
            AssetCode asset,
            List<SerialRange> serials,
            Circumstances circumstances,
            Findings findings) {
        Restraints restraints = restraints(circumstances);
        List<Restriction> stopping = Stream.concat(
                        restraints.stoppingDebit(account, asset).stream(),
                        restraints.restricting(asset, serials).stream())
                .toList();
        refuse(stopping, DEBIT_BLOCKED, findings);
    }

    /** Order: each ground on which everything is stopped, in their order; then that nothing may come in. */
    static void credit(Account account, AssetCode asset, Circumstances circumstances, Findings findings) {
        refuse(restraints(circumstances).stoppingCredit(account, asset), CREDIT_BLOCKED, findings);
    }

    private static void refuse(List<Restriction> stopping, RefusalCode way, Findings findings) {
        if (!stopping.isEmpty()) {
            stopping.stream()
                    .map(Restriction::ground)
                    .sorted()
                    .distinct()
                    .forEach(ground -> findings.refuse(codeFor(ground)));
            findings.refuse(way);
        }
    }

    private static RefusalCode codeFor(RestrictionGround ground) {
        return switch (ground) {
            case COURT -> COURT_RESTRICTION;
            case REGULATOR -> REGULATOR_RESTRICTION;
            case SANCTION -> SANCTIONS_BLOCK;
            case TAX -> TAX_RESTRICTION;
            case ERROR_HOLD -> RefusalCode.ERROR_HOLD;
        };
    }

    /**
     * Whether so many units of the position are free. Order: more than is held; more than is free, or its tokens are scattered over so
     * many lots that nobody counts those that are restricted.
     */
    static Optional<RefusalCode> shortage(
            AccountId account, AssetCode asset, long quantity, Circumstances circumstances) {
        Restraints restraints = restraints(circumstances);
        return shortage(account, asset, quantity, restraints.of(account, asset), restraints);
    }

    /** The same of a position that was looked at already. */
    static Optional<RefusalCode> shortage(
            AccountId account, AssetCode asset, long quantity, Availability position, Restraints restraints) {
        if (position.quantity() < quantity) {
            return Optional.of(QUANTITY_INSUFFICIENT);
        } else if (position.available() >= quantity) {
            return Optional.empty();
        }
        boolean isCounted =
                restraints.restrictedTokens(account, asset, position.setAside()).isPresent();
        return Optional.of(isCounted ? QUANTITY_NOT_AVAILABLE : LOTS_TOO_MANY);
    }

    private static Restraints restraints(Circumstances circumstances) {
        return new Restraints(circumstances.view(), circumstances.blockTimeMillis());
    }
}
