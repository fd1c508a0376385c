package org.khazana.api.json;

import static org.khazana.ledger.transaction.EnvelopeLimits.NAME_LENGTH_MAX;
import static org.khazana.ledger.validator.Validator.DIRECTORY_MAX;
import static org.khazana.ledger.validator.ValidatorSet.OBSERVERS_MAX;
import static org.khazana.ledger.validator.ValidatorSet.VOTERS_MAX;

import java.util.HexFormat;
import java.util.List;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.receipt.RefusalCode;
import org.khazana.ledger.transaction.Operation;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.PeerAddress;
import org.khazana.ledger.validator.Validator;

/** Reads the JSON form of {@code setValidators}. */
final class ValidatorsReader {
    private static final int HEX_CHARACTERS = 64;
    private static final int DIRECTORY_CHARACTERS = 8;
    private static final int WORD_CHARACTERS_MAX = 16;
    private static final Hash HASH_STAND_IN = Hash.of(new byte[Hash.BYTES]);
    private static final PublicKey KEY_STAND_IN = PublicKey.of(new byte[PublicKey.BYTES]);

    private ValidatorsReader() {}

    static Operation read(Fields fields) {
        long replacesEpoch = fields.integer("replacesEpoch", 0, Long.MAX_VALUE);
        List<Validator> validators =
                fields
                        .objects("validators", 1, VOTERS_MAX + OBSERVERS_MAX, RefusalCode.VALIDATOR_COUNT_INVALID)
                        .stream()
                        .map(ValidatorsReader::validator)
                        .toList();
        return new Operation.SetValidators(replacesEpoch, validators);
    }

    private static Validator validator(Fields fields) {
        Validator validator = new Validator(
                fields.text("id", Validator.ID_LENGTH_MAX),
                fields.parsed(
                                "directory",
                                DIRECTORY_CHARACTERS,
                                ValidatorsReader::directory,
                                "must be 8 hexadecimal digits, not all zero")
                        .orElse(1L),
                fields.text("organisation", NAME_LENGTH_MAX),
                fields.parsed("group", WORD_CHARACTERS_MAX, Group::valueOf, "must be GOVERNMENT or CUSTODIAN")
                        .orElse(Group.GOVERNMENT),
                fields.parsed("duty", WORD_CHARACTERS_MAX, Duty::valueOf, "must be VOTER or OBSERVER")
                        .orElse(Duty.VOTER),
                fields.parsed(
                                "tlsKeySha256",
                                HEX_CHARACTERS,
                                Hash::fromHex,
                                "must be 64 hexadecimal digits (SHA-256 of the SubjectPublicKeyInfo)")
                        .orElse(HASH_STAND_IN),
                fields.parsed(
                                "signingKey",
                                HEX_CHARACTERS,
                                text -> PublicKey.of(HexFormat.of().parseHex(text)),
                                "must be 64 hexadecimal digits (raw Ed25519 public key)")
                        .orElse(KEY_STAND_IN),
                fields.optionalObject("peerAddress").map(ValidatorsReader::address));
        fields.end();
        return validator;
    }

    private static PeerAddress address(Fields fields) {
        PeerAddress address = new PeerAddress(
                fields.text("host", PeerAddress.HOST_LENGTH_MAX),
                Math.toIntExact(fields.integer("port", 1, PeerAddress.PORT_MAX)));
        fields.end();
        return address;
    }

    private static long directory(String text) {
        long directory = HexFormat.fromHexDigitsToLong(text);
        if (text.length() != DIRECTORY_CHARACTERS || directory < 1 || directory > DIRECTORY_MAX) {
            throw new IllegalArgumentException("out of bounds");
        }
        return directory;
    }
}
