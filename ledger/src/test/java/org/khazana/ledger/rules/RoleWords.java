package org.khazana.ledger.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RevokeRole;

/**
 * Roles in the words of a rule table: {@code grant 20 REGISTRAR}, and after it what it is limited to: {@code programme P1}, {@code
 * asset BILL}, {@code until 10} (days counted from the beginning); {@code revoke 20 REGISTRAR asset BILL}.
 */
final class RoleWords {
    private RoleWords() {}

    static Operation read(String[] words) {
        PartyId party = new PartyId(Attempt.party(words[1]));
        Role role = Role.valueOf(words[2]);
        List<String> limits = Arrays.asList(words).subList(3, words.length);
        Optional<String> programme = after("programme", limits);
        Optional<AssetCode> asset = after("asset", limits).map(Attempt::asset);
        return words[0].equals("grant")
                ? new GrantRole(
                        party,
                        role,
                        programme,
                        asset,
                        after("until", limits).map(days -> TestNetwork.START_DAY + Integer.parseInt(days)))
                : new RevokeRole(party, role, programme, asset);
    }

    private static Optional<String> after(String word, List<String> limits) {
        int place = limits.indexOf(word);
        return place < 0 ? Optional.empty() : Optional.of(limits.get(place + 1));
    }
}
