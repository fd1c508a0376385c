package org.khazana.ledger.rules;

import java.util.Arrays;
import java.util.List;
import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.Share;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RegisterParty;
import org.khazana.ledger.operation.SetPartyStatus;
import org.khazana.ledger.operation.SetPolicy;

/** Governance in the words of a rule table. */
final class GovernanceWords {
    private GovernanceWords() {}

    static Operation read(String[] words) {
        return switch (words[0]) {
            case "policy" -> new SetPolicy(words[1], voices(words));
            case "register" -> new RegisterParty(party(words[1]), words[2].replace("_", " "), key(words[3]));
            case "status" -> new SetPartyStatus(party(words[1]), PartyStatus.valueOf(words[2]));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static List<Voice> voices(String[] words) {
        return Arrays.stream(words)
                .skip(2)
                .map(word -> word.split(":", 2))
                .map(voice -> new Voice(Role.valueOf(voice[0]), Share.valueOf(voice[1])))
                .toList();
    }

    private static PartyId party(String word) {
        return new PartyId(Attempt.party(word));
    }

    /** The first key of the party that has this number, or would have it. */
    static PublicKey key(String word) {
        return word.equals("unsound")
                ? PublicKey.of(new byte[PublicKey.BYTES])
                : Ed25519.publicKeyOf(TestNetwork.privateKey(Attempt.party(word)));
    }
}
