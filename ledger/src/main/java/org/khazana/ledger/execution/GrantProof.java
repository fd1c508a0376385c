package org.khazana.ledger.execution;

import java.util.Map;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.RoleScope;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.RevokeRole;
import org.khazana.ledger.state.RoleGrant;
import org.khazana.ledger.state.RoleGrantKey;
import org.khazana.ledger.state.RoleTables;

/** Proves that roles were given and taken as asked for, from what was written. A failure is a bug. */
final class GrantProof {
    private GrantProof() {}

    /** Invariant I25: one grant, the one that is named, changes when a role is given or taken, and else none; no governor's is limited. */
    static void rolesAreAsAskedFor(Deed deed) {
        Map<RoleGrantKey, Optional<RoleGrant>> changed = deed.after().changed(RoleTables.GRANTS);
        boolean isAsked = switch (deed.operation()) {
            case GrantRole grant ->
                changed.size() == 1 && changed.values().stream().allMatch(after -> isGiven(grant, after));
            case RevokeRole revoke ->
                changed.size() == 1 && changed.entrySet().stream().allMatch(each -> isTaken(revoke, each));
            default -> changed.isEmpty();
        };
        Invariant.check(isAsked, "I25: %s changed the roles %s", deed.operation(), changed);
    }

    private static boolean isGiven(GrantRole asked, Optional<RoleGrant> after) {
        return after.filter(given -> given.party().equals(asked.party())
                        && given.role() == asked.role()
                        && isFor(given.scope(), asked.programme(), asked.asset())
                        && given.untilDay().equals(asked.untilDate()))
                .filter(given -> given.role() != Role.GOVERNOR
                        || given.equals(RoleGrant.unlimited(given.party(), Role.GOVERNOR)))
                .isPresent();
    }

    private static boolean isTaken(RevokeRole asked, Map.Entry<RoleGrantKey, Optional<RoleGrant>> each) {
        RoleGrantKey taken = each.getKey();
        return each.getValue().isEmpty()
                && taken.party().equals(asked.party())
                && taken.role() == asked.role()
                && isFor(taken.scope(), asked.programme(), asked.asset());
    }

    private static boolean isFor(RoleScope scope, Optional<String> programme, Optional<AssetCode> asset) {
        Optional<String> code = Optional.of(scope.code());
        return switch (scope.kind()) {
            case EVERYTHING -> programme.isEmpty() && asset.isEmpty();
            case PROGRAMME -> programme.equals(code) && asset.isEmpty();
            case ASSET -> programme.isEmpty() && asset.map(AssetCode::text).equals(code);
        };
    }
}
