package org.khazana.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.validator.PeerAddress;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * The newest set of validators as it was after the block of that height.
 *
 * @param epoch 0 for the founders, one more with every set that replaced another
 * @param atLeast what the founding asks of each group
 */
public record ValidatorsJson(long height, long epoch, List<ValidatorJson> validators, List<GroupMinimumJson> atLeast) {
    public ValidatorsJson {
        validators = List.copyOf(validators);
        atLeast = List.copyOf(atLeast);
    }

    public static ValidatorsJson of(long height, ValidatorSet set) {
        return new ValidatorsJson(
                height,
                set.epoch(),
                set.validators().stream().map(ValidatorJson::of).toList(),
                set.minimums().stream()
                        .map(minimum -> new GroupMinimumJson(minimum.group().name(), minimum.members()))
                        .toList());
    }

    /**
     * One validator, in the same words as in {@code setValidators}.
     *
     * @param directory 8 hexadecimal digits
     * @param tlsKeySha256 of the SubjectPublicKeyInfo, 64 hexadecimal digits
     * @param signingKey raw Ed25519 public key, 64 hexadecimal digits
     * @param peerAddress absent for founders
     */
    public record ValidatorJson(
            String id,
            String directory,
            String organisation,
            String group,
            String duty,
            String tlsKeySha256,
            String signingKey,
            @Nullable PeerAddressJson peerAddress) {
        static ValidatorJson of(Validator validator) {
            return new ValidatorJson(
                    validator.id(),
                    validator.directoryText(),
                    validator.organisation(),
                    validator.group().name(),
                    validator.duty().name(),
                    validator.tlsKeySha256().toString(),
                    validator.signingKey().toString(),
                    validator.peerAddress().map(PeerAddressJson::of).orElse(null));
        }
    }

    /** Where the other validators reach one. */
    public record PeerAddressJson(String host, int port) {
        static PeerAddressJson of(PeerAddress address) {
            return new PeerAddressJson(address.host(), address.port());
        }
    }

    /** At least so many voters of a group must hold a block on disk. */
    public record GroupMinimumJson(String group, int members) {}
}
