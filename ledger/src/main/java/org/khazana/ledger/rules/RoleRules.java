package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.GOVERNOR_LIMITED;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_CLOSED;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NAMED_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.PROGRAMME_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.ROLES_TOO_MANY;
import static org.khazana.ledger.refusal.RefusalCode.ROLE_END_PASSED;
import static org.khazana.ledger.refusal.RefusalCode.ROLE_FOR_EVERYTHING_ONLY;
import static org.khazana.ledger.refusal.RefusalCode.ROLE_SCOPE_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.ROLE_UNCHANGED;

import java.util.Optional;
import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.RoleScope;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.RevokeRole;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.RoleGrant;
import org.khazana.ledger.state.RoleGrantKey;

/** Whether a role may be given to a party, or taken from it. */
public final class RoleRules {
    private RoleRules() {}

    /** What the grant would come to. */
    public static RoleGrant of(GrantRole grant) {
        return new RoleGrant(grant.party(), grant.role(), scope(grant.programme(), grant.asset()), grant.untilDate());
    }

    /** What was granted for just that; empty if nothing was. */
    public static Optional<RoleGrant> revoked(RevokeRole revoke, LedgerView view) {
        return view.roleGrant(
                new RoleGrantKey(revoke.party(), revoke.role(), scope(revoke.programme(), revoke.asset())));
    }

    /** Of both, the asset: a rule says that not both are named. */
    private static RoleScope scope(Optional<String> programme, Optional<AssetCode> asset) {
        return asset.map(RoleScope::of)
                .or(() -> programme.map(RoleScope::ofProgramme))
                .orElse(RoleScope.EVERYTHING);
    }

    /**
     * Order: the policy; the party unknown, or closed; both a programme and an asset named; the programme unknown; the asset
     * unknown; a governor for a part or for a time; a role that is never asked about an asset for a part; over before it begins; the
     * party has it just so; it has too many.
     */
    public static void judge(GrantRole grant, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        PolicyRules.judge(grant, circumstances, findings);
        findings.demand(view.party(grant.party()), PARTY_NAMED_UNKNOWN)
                .ifPresent(party -> findings.demand(party.status() != PartyStatus.CLOSED, PARTY_CLOSED));
        if (isOneScope(grant.programme(), grant.asset(), findings)) {
            grant.programme().ifPresent(code -> findings.demand(view.programme(code), PROGRAMME_UNKNOWN));
            grant.asset().ifPresent(code -> findings.demand(view.asset(code), ASSET_UNKNOWN));
            limits(of(grant), circumstances, findings);
            isNews(of(grant), view, findings);
        }
    }

    private static boolean isOneScope(Optional<String> programme, Optional<AssetCode> asset, Findings findings) {
        return findings.demand(programme.isEmpty() || asset.isEmpty(), ROLE_SCOPE_INVALID);
    }

    private static void isNews(RoleGrant grant, LedgerView view, Findings findings) {
        Optional<RoleGrant> before = view.roleGrant(grant.key());
        findings.demand(!before.equals(Optional.of(grant)), ROLE_UNCHANGED);
        findings.demand(
                before.isPresent() || view.roleGrants(grant.party()).size() < RoleGrant.PER_PARTY_MAX, ROLES_TOO_MANY);
    }

    /** As time passes the network may lose anybody but its governors, who can appoint all others. */
    private static void limits(RoleGrant grant, Circumstances circumstances, Findings findings) {
        boolean isForEverything = grant.scope().equals(RoleScope.EVERYTHING);
        if (grant.role() == Role.GOVERNOR) {
            findings.demand(isForEverything && grant.untilDay().isEmpty(), GOVERNOR_LIMITED);
        } else {
            findings.demand(isForEverything || grant.role().isAboutAssets(), ROLE_FOR_EVERYTHING_ONLY);
        }
        findings.demand(grant.isInTime(circumstances.day()), ROLE_END_PASSED);
    }

    /** Order: the policy; the party unknown; both a programme and an asset named; it has not got the role just so. */
    public static void judge(RevokeRole revoke, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(revoke, circumstances, findings);
        findings.demand(circumstances.view().party(revoke.party()), PARTY_NAMED_UNKNOWN)
                .filter(party -> isOneScope(revoke.programme(), revoke.asset(), findings))
                .ifPresent(party -> findings.demand(revoked(revoke, circumstances.view()), ROLE_UNCHANGED));
    }
}
