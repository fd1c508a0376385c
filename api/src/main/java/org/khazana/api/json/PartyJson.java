package org.khazana.api.json;

import java.util.List;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.state.Party;

/**
 * A party as it was after the block of that height.
 *
 * @param roles in the order in which the documents list them
 * @param keys that sign for it, 64 hexadecimal digits each; the first 100 in order
 */
public record PartyJson(long height, long party, String name, String status, List<String> roles, List<String> keys) {
    public PartyJson {
        roles = List.copyOf(roles);
        keys = List.copyOf(keys);
    }

    public static PartyJson of(long height, Party party, List<PublicKey> keys) {
        return new PartyJson(
                height,
                party.id().number(),
                party.name(),
                party.status().name(),
                party.roles().stream().map(Enum::name).toList(),
                keys.stream().map(PublicKey::toString).toList());
    }
}
