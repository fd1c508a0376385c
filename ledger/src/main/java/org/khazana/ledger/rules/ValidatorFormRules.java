package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.DIRECTORY_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.ORGANISATION_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.PEER_ADDRESS_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.PEER_ADDRESS_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.VALIDATOR_ID_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.VALIDATOR_KEY_INVALID;

import java.util.regex.Pattern;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.form.FieldLimits;
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
    static void judge(Validator validator, ValidatorSet newest, Findings findings) {
        findings.demand(ID.matcher(validator.id()).matches(), VALIDATOR_ID_INVALID);
        findings.demand(
                validator.directory() >= 1 && validator.directory() <= Validator.DIRECTORY_MAX, DIRECTORY_INVALID);
        findings.demand(isName(validator.organisation()), ORGANISATION_INVALID);
        findings.demand(validator.peerAddress().map(ValidatorFormRules::isSound).orElse(true), PEER_ADDRESS_INVALID);
        findings.demand(
                validator.peerAddress().isPresent() || mayBeWithoutAddress(validator, newest), PEER_ADDRESS_MISSING);
        findings.demand(Ed25519.isSoundKey(validator.signingKey()), VALIDATOR_KEY_INVALID);
    }

    private static boolean isName(String text) {
        return !text.isBlank()
                && text.equals(text.strip())
                && text.codePointCount(0, text.length()) <= FieldLimits.NAME_LENGTH_MAX;
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
