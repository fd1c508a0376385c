package org.khazana.api.json;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.authority.RoleScope;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.RoleGrant;

/**
 * A party as it was after the block of that height.
 *
 * @param roles that it was granted and that were not taken from it, in the order in which the documents list them
 * @param keys that sign for it, 64 hexadecimal digits each; the first 100 in order
 */
public record PartyJson(long height, long party, String name, String status, List<RoleJson> roles, List<String> keys) {
    public PartyJson {
        roles = List.copyOf(roles);
        keys = List.copyOf(keys);
    }

    /**
     * For everything where neither programme nor asset is named.
     *
     * @param untilDate last day on which it counts, which may be over
     */
    public record RoleJson(
            String role,
            @Nullable String programme,
            @Nullable String asset,
            @Nullable String untilDate) {
        private static RoleJson of(RoleGrant grant) {
            return new RoleJson(
                    grant.role().name(),
                    code(grant.scope(), RoleScope.Kind.PROGRAMME).orElse(null),
                    code(grant.scope(), RoleScope.Kind.ASSET).orElse(null),
                    grant.untilDay()
                            .map(day -> LocalDate.ofEpochDay(day).toString())
                            .orElse(null));
        }

        private static Optional<String> code(RoleScope scope, RoleScope.Kind kind) {
            return Optional.of(scope).filter(given -> given.kind() == kind).map(RoleScope::code);
        }
    }

    public static PartyJson of(long height, Party party, List<RoleGrant> grants, List<PublicKey> keys) {
        return new PartyJson(
                height,
                party.id().number(),
                party.name(),
                party.status().name(),
                grants.stream().map(RoleJson::of).toList(),
                keys.stream().map(PublicKey::toString).toList());
    }
}
