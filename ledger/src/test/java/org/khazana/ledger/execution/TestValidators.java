package org.khazana.ledger.execution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.PeerAddress;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/** Validators whose keys follow from a number. */
public final class TestValidators {
    private TestValidators() {}

    /** Validators 1 and 3 of the government, 2 of the custodians; one of the government must always agree. */
    public static ValidatorSet founders() {
        return new ValidatorSet(
                0,
                List.of(founder(1, Group.GOVERNMENT), founder(2, Group.CUSTODIAN), founder(3, Group.GOVERNMENT)),
                List.of(new GroupMinimum(Group.GOVERNMENT, 1)));
    }

    private static Validator founder(int number, Group group) {
        return new Validator(
                "validator-" + number,
                number,
                "Organisation " + number,
                group,
                Duty.VOTER,
                tlsKey(number),
                signingKey(number),
                Optional.empty());
    }

    /** One that joins later: in directory {@code number}, with an address. */
    public static Validator joining(int number, Group group, Duty duty) {
        return new Validator(
                "validator-" + number,
                number,
                "Organisation " + number,
                group,
                duty,
                tlsKey(number),
                signingKey(number),
                Optional.of(new PeerAddress("10.0.0." + number, 7_100)));
    }

    public static Hash tlsKey(int number) {
        byte[] hash = new byte[Hash.BYTES];
        hash[0] = (byte) number;
        return Hash.of(hash);
    }

    public static PublicKey signingKey(int number) {
        byte[] secret = new byte[PublicKey.BYTES];
        Arrays.fill(secret, (byte) (100 + number));
        return Ed25519.publicKeyOf(secret);
    }
}
