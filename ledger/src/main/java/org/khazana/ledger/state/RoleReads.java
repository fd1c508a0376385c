package org.khazana.ledger.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.RoleScope;
import org.khazana.ledger.authority.Subject;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.TableReads;

/** What can be asked about roles; part of {@link LedgerView}. */
public interface RoleReads extends TableReads {

    default Optional<RoleGrant> roleGrant(RoleGrantKey key) {
        return get(RoleTables.GRANTS, key);
    }

    /** All that the party was given, in order of role and scope, whether it is over or not; the rules bound how many. */
    default List<RoleGrant> roleGrants(PartyId party) {
        List<RoleGrant> found = new ArrayList<>();
        scan(RoleTables.GRANTS, RoleGrantKey.first(party), (key, grant) -> {
            boolean isOfParty = key.party().equals(party);
            if (isOfParty) {
                found.add(grant);
            }
            return isOfParty;
        });
        return found;
    }

    /** Whether a grant of the role counts on that day for what is about that subject. */
    default boolean hasRole(PartyId party, Role role, Subject subject, long day) {
        return subject.scopes().stream()
                .flatMap(scope -> roleGrant(new RoleGrantKey(party, role, scope)).stream())
                .anyMatch(grant -> grant.isInTime(day));
    }

    /** Some of the active parties whose role counts, in order of id: all of them if they are no more than {@code limit}. */
    default List<PartyId> activeWithRole(Role role, Subject subject, long day, int limit) {
        SortedSet<PartyId> found = new TreeSet<>();
        for (RoleScope scope : subject.scopes()) {
            found.addAll(activeWithGrant(role, scope, day, limit));
        }
        return found.stream().limit(limit).toList();
    }

    private List<PartyId> activeWithGrant(Role role, RoleScope scope, long day, int limit) {
        List<PartyId> found = new ArrayList<>();
        scan(RoleTables.GRANTS_BY_ROLE.table(), new RoleKey(role, scope, day, PartyId.LEAST), (entry, grant) -> {
            boolean isWanted = entry.role() == role && entry.scope().equals(scope) && found.size() < limit;
            if (isWanted
                    && get(Tables.PARTIES, entry.party())
                            .filter(Party::isActive)
                            .isPresent()) {
                found.add(entry.party());
            }
            return isWanted;
        });
        return found;
    }
}
