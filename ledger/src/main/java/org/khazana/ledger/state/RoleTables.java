package org.khazana.ledger.state;

import java.util.List;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.RoleScope;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.Index;
import org.khazana.ledger.table.KeyForm;
import org.khazana.ledger.table.KeyReader;
import org.khazana.ledger.table.KeyWriter;
import org.khazana.ledger.table.Table;
import org.khazana.ledger.table.ValueForm;

/** The tables about who was given which role; part of {@link Tables#all}. */
public final class RoleTables {
    private static final KeyForm<RoleGrantKey> GRANT_KEY = new KeyForm<>(
            key -> scope(new KeyWriter().number(key.party().number()).constant(key.role()), key.scope())
                    .done(),
            fields -> new RoleGrantKey(new PartyId(fields.number()), fields.constant(Role.class), readScope(fields)));
    private static final KeyForm<RoleKey> ROLE_KEY = new KeyForm<>(
            key -> scope(new KeyWriter().constant(key.role()), key.scope())
                    .number(key.lastDay())
                    .number(key.party().number())
                    .done(),
            fields -> new RoleKey(
                    fields.constant(Role.class), readScope(fields), fields.number(), new PartyId(fields.number())));

    /** Which grants there are of a role for something. */
    public static final Index<RoleKey, RoleGrantKey, RoleGrant> GRANTS_BY_ROLE =
            Index.of(2, "role-grant-by-role", ROLE_KEY, RoleKey::grant, grant -> List.of(RoleKey.of(grant)));

    /** Those of one party stand together. */
    public static final Table<RoleGrantKey, RoleGrant> GRANTS = new Table<>(
            24,
            "role-grant",
            GRANT_KEY,
            ValueForm.of(
                    (grant, fields) -> fields.optional(grant.untilDay(), (day, form) -> form.small(day)),
                    (key, fields) ->
                            new RoleGrant(key.party(), key.role(), key.scope(), fields.optional(form -> form.small()))),
            RoleGrant::key,
            List.of(GRANTS_BY_ROLE));

    private RoleTables() {}

    private static KeyWriter scope(KeyWriter fields, RoleScope scope) {
        return fields.constant(scope.kind()).padded(scope.code(), RoleScope.CODE_LENGTH_MAX);
    }

    private static RoleScope readScope(KeyReader fields) {
        return new RoleScope(fields.constant(RoleScope.Kind.class), fields.padded(RoleScope.CODE_LENGTH_MAX));
    }

    /** In order of number. */
    static List<Table<?, ?>> all() {
        return List.of(GRANTS_BY_ROLE.table(), GRANTS);
    }
}
