package org.khazana.ledger.rules;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.AddKey;
import org.khazana.ledger.operation.CancelKeyRecovery;
import org.khazana.ledger.operation.CompleteKeyRecovery;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RevokeKey;
import org.khazana.ledger.operation.SetKeyThreshold;
import org.khazana.ledger.operation.StartKeyRecovery;

/**
 * Keys in the words of a rule table: {@code add-key 31 weight 2 person 7} (weight 1 and nobody if left out), {@code threshold 2},
 * {@code recover amna by 32}, {@code cancel-recovery}, {@code complete-recovery amna}.
 */
final class KeyWords {
    private KeyWords() {}

    static Operation read(String[] words) {
        return switch (words[0]) {
            case "add-key" ->
                new AddKey(
                        GovernanceWords.key(words[1]),
                        words.length > 3 ? Integer.parseInt(words[3]) : 1,
                        words.length > 5 ? Optional.of(person(words[5])) : Optional.empty());
            case "revoke-key" -> new RevokeKey(GovernanceWords.key(words[1]));
            case "threshold" -> new SetKeyThreshold(Integer.parseInt(words[1]));
            case "recover" -> new StartKeyRecovery(party(words[1]), GovernanceWords.key(words[3]), Optional.empty());
            case "cancel-recovery" -> new CancelKeyRecovery();
            case "complete-recovery" -> new CompleteKeyRecovery(party(words[1]));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static PartyId party(String word) {
        return new PartyId(Attempt.party(word));
    }

    private static Hash person(String word) {
        byte[] tag = new byte[Hash.BYTES];
        tag[0] = Byte.parseByte(word);
        return Hash.of(tag);
    }
}
