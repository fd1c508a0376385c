package org.khazana.config.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.khazana.config.Genesis.FoundingParty;

/**
 * What is known of the parties while their own mistakes are still being collected. Where one could not be read, others
 * get the benefit of the doubt, so that nobody is told a mistake that is none.
 */
final class KnownParties {
    private static final List<String> EVERY_ROLE = List.of();

    private final Map<Long, List<String>> rolesById = new HashMap<>();
    private final boolean complete;

    KnownParties(List<FoundingParty> parties, Findings findings) {
        boolean allRead = !(parties.isEmpty() && findings.concern("parties"));
        for (int i = 0; i < parties.size(); i++) {
            String place = KeyPath.below("parties", i);
            boolean rolesRead = !findings.concern(place + ".roles");
            rolesById.put(parties.get(i).id(), rolesRead ? parties.get(i).roles() : EVERY_ROLE);
            allRead &= !findings.concern(place + ".id");
        }
        this.complete = allRead;
    }

    boolean mayExist(long id) {
        return !complete || rolesById.containsKey(id);
    }

    boolean mayHaveRole(long id, String role) {
        List<String> roles = rolesById.getOrDefault(id, EVERY_ROLE);
        return roles.isEmpty() || roles.contains(role);
    }
}
