package org.khazana.node.membership;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * Sets of validators in few letters: {@code "A1 b1 c2?"} is A of the government with directory 1, b and c of custodians, c with
 * directory 2 and as an observer.
 */
final class Appointed {
    private Appointed() {}

    static ValidatorSet set(long epoch, String words) {
        List<Validator> validators = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            validators.add(validator(word));
        }
        validators.sort(Comparator.comparing(Validator::id));
        return new ValidatorSet(epoch, validators, List.of(new GroupMinimum(Group.GOVERNMENT, 1)));
    }

    private static Validator validator(String word) {
        char letter = word.charAt(0);
        return new Validator(
                String.valueOf(Character.toLowerCase(letter)),
                Character.digit(word.charAt(1), 10),
                "Organisation " + letter,
                Character.isUpperCase(letter) ? Group.GOVERNMENT : Group.CUSTODIAN,
                word.endsWith("?") ? Duty.OBSERVER : Duty.VOTER,
                tlsKey(Character.toLowerCase(letter)),
                PublicKey.of(bytes(letter)),
                Optional.empty());
    }

    static Hash tlsKey(char letter) {
        return Hash.of(bytes(letter));
    }

    private static byte[] bytes(char letter) {
        byte[] bytes = new byte[Hash.BYTES];
        bytes[0] = (byte) letter;
        return bytes;
    }

    static Configuration configuration(String words) {
        return MembershipPlan.aim(set(0, words));
    }

    /** The founders' voters with these observers. */
    static Configuration observed(String voters, String... observers) {
        return configuration(voters)
                .withObservers(java.util.stream.Stream.of(observers)
                        .map(word -> new MemberId(word.substring(0, 1), Character.digit(word.charAt(1), 10)))
                        .collect(java.util.stream.Collectors.toSet()));
    }
}
