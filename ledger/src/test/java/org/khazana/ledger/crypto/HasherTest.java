package org.khazana.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HasherTest {
    private final Hasher hasher = new Hasher();

    @ParameterizedTest
    @EnumSource
    void allWaysToHashGiveTheSame(Domain domain) throws NoSuchAlgorithmException {
        byte[] parts = {1, 2, 3, 4, 5};
        byte[] target = new byte[40];
        Hash expected = Hash.of(MessageDigest.getInstance("SHA-256").digest(domain.preimage(parts)));

        hasher.begin(domain).part(1).part(parts, 1, 3).part(new byte[] {5}).hashTo(target, 5);

        assertThat(domain.hash(new byte[] {1, 2}, new byte[] {3, 4, 5})).isEqualTo(expected);
        assertThat(Domain.hashOfPreimage(domain.preimage(parts))).isEqualTo(expected);
        assertThat(hasher.begin(domain).part(parts).hash()).isEqualTo(expected);
        assertThat(Hash.of(target, 5)).isEqualTo(expected);
        assertThatThrownBy(() -> hasher.begin(domain).hashTo(target, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
