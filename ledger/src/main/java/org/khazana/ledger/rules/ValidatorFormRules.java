package org.khazana.ledger.rules;

import static org.khazana.ledger.receipt.RefusalCode.DIRECTORY_INVALID;
import static org.khazana.ledger.receipt.RefusalCode.ORGANISATION_INVALID;
import static org.khazana.ledger.receipt.RefusalCode.PEER_ADDRESS_INVALID;
import static org.khazana.ledger.receipt.RefusalCode.PEER_ADDRESS_MISSING;
import static org.khazana.ledger.receipt.RefusalCode.VALIDATOR_ID_INVALID;
import static org.khazana.ledger.receipt.RefusalCode.VALIDATOR_KEY_INVALID;

import java.util.Optional;
import java.util.regex.Pattern;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.receipt.RefusalCode;
import org.khazana.ledger.transaction.EnvelopeLimits;
import org.khazana.ledger.validator.PeerAddress;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/** What must hold for one validator alone. */
final class ValidatorFormRules {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    /** A host name, an IPv4 or an IPv6 address; the same form as in a node's own file. */
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:.]{2,45}");

    private ValidatorFormRules() {}

    /** Order: id; directory; organisation; address not sound; address missing; signing key. */
    static Optional<RefusalCode> refusal(Validator validator, ValidatorSet newest) {
        if (!ID.matcher(validator.id()).matches()) {
            return Optional.of(VALIDATOR_ID_INVALID);
        }
        if (validator.directory() < 1 || validator.directory() > Validator.DIRECTORY_MAX) {
            return Optional.of(DIRECTORY_INVALID);
        }
        if (!isName(validator.organisation())) {
            return Optional.of(ORGANISATION_INVALID);
        }
        if (!validator.peerAddress().map(ValidatorFormRules::isSound).orElse(true)) {
            return Optional.of(PEER_ADDRESS_INVALID);
        }
        if (validator.peerAddress().isEmpty() && !mayBeWithoutAddress(validator, newest)) {
            return Optional.of(PEER_ADDRESS_MISSING);
        }
        return Ed25519.isSoundKey(validator.signingKey()) ? Optional.empty() : Optional.of(VALIDATOR_KEY_INVALID);
    }

    private static boolean isName(String text) {
        return !text.isBlank()
                && text.equals(text.strip())
                && text.codePointCount(0, text.length()) <= EnvelopeLimits.NAME_LENGTH_MAX;
    }

    private static boolean isSound(PeerAddress address) {
        return HOST.matcher(address.host()).matches() && address.port() >= 1 && address.port() <= PeerAddress.PORT_MAX;
    }

    /** The others know where to find it from their own files, and nothing was ever said against that. */
    private static boolean mayBeWithoutAddress(Validator validator, ValidatorSet newest) {
        return newest.validator(validator.id())
                .filter(known -> known.peerAddress().isEmpty())
                .isPresent();
    }
}
