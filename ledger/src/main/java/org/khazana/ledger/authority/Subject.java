package org.khazana.ledger.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.id.AssetCode;

/** What an operation is about, which decides whose role counts for it. */
public sealed interface Subject {
    /** A party, an account, a day, the system, or several assets at once. */
    Subject NOTHING_IN_PARTICULAR = new NothingInParticular();

    /** Those for which a role may be granted so that it counts, at most three. */
    List<RoleScope> scopes();

    /** Only a role for everything counts. */
    record NothingInParticular() implements Subject {
        @Override
        public List<RoleScope> scopes() {
            return List.of(RoleScope.EVERYTHING);
        }
    }

    /** A programme, or an instrument that is to be defined under it. */
    record OfProgramme(String code) implements Subject {
        @Override
        public List<RoleScope> scopes() {
            return List.of(RoleScope.EVERYTHING, RoleScope.ofProgramme(code));
        }
    }

    /**
     * An instrument or a currency.
     *
     * @param programme that the instrument belongs to
     */
    record OfAsset(AssetCode asset, Optional<String> programme) implements Subject {
        @Override
        public List<RoleScope> scopes() {
            List<RoleScope> scopes = new ArrayList<>();
            scopes.add(RoleScope.EVERYTHING);
            programme.map(RoleScope::ofProgramme).ifPresent(scopes::add);
            scopes.add(RoleScope.of(asset));
            return scopes;
        }
    }
}
