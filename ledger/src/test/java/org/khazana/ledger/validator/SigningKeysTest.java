package org.khazana.ledger.validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;

/** Whose keys were whose, in every epoch. */
class SigningKeysTest {
    private static final Hash ANY = Domain.GENESIS.hash(new byte[] {1});

    private static PublicKey key(int number) {
        byte[] secret = new byte[32];
        secret[0] = (byte) number;
        return Ed25519.publicKeyOf(secret);
    }

    private static Validator validator(String id, long directory, int key) {
        return new Validator(
                id, directory, "Organisation", Group.GOVERNMENT, Duty.VOTER, ANY, key(key), Optional.empty());
    }

    private static ValidatorSet set(long epoch, Validator... validators) {
        return new ValidatorSet(epoch, List.of(validators), List.of());
    }

    @Test
    void whoWasReplacedKeepsItsKeysAndTheNewestComesFirst() {
        SigningKeys keys = SigningKeys.none()
                .with(set(0, validator("a", 1, 1), validator("b", 2, 2)))
                .with(set(1, validator("a", 3, 3)))
                .with(set(2, validator("a", 3, 3), validator("c", 4, 4)));

        assertThat(keys.epoch()).isEqualTo(2);
        assertThat(keys.of("a")).containsExactly(key(3), key(1));
        assertThat(keys.of(new ReplicaId("a", 1))).containsExactly(key(1));
        assertThat(keys.of(new ReplicaId("a", 3))).containsExactly(key(3));
        assertThat(keys.of("b")).containsExactly(key(2));
        assertThat(keys.of("c")).containsExactly(key(4));
        assertThat(keys.of("d")).isEmpty();
        assertThat(keys.of(new ReplicaId("b", 9))).isEmpty();
    }

    @Test
    void learningASetDoesNotChangeWhatWasKnownBefore() {
        SigningKeys before = SigningKeys.none().with(set(0, validator("a", 1, 1)));

        SigningKeys after = before.with(set(1, validator("a", 1, 2)));

        assertThat(before.of("a")).containsExactly(key(1));
        assertThat(after.of("a")).containsExactly(key(2), key(1));
    }

    @Test
    void epochsAreNotLeftOut() {
        assertThatThrownBy(() -> SigningKeys.none().with(set(1, validator("a", 1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
