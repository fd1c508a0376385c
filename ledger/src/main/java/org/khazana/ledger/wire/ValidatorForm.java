package org.khazana.ledger.wire;

import static org.khazana.ledger.receipt.RefusalCode.MALFORMED;
import static org.khazana.ledger.transaction.EnvelopeLimits.NAME_LENGTH_MAX;
import static org.khazana.ledger.validator.PeerAddress.HOST_LENGTH_MAX;
import static org.khazana.ledger.validator.Validator.ID_LENGTH_MAX;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.transaction.Operation;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.PeerAddress;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.wire.v1.SetValidators;

/** Validators in protobuf and back. */
final class ValidatorForm {
    private ValidatorForm() {}

    static SetValidators write(Operation.SetValidators set) {
        SetValidators.Builder wire = SetValidators.newBuilder().setReplacesEpoch(set.replacesEpoch());
        set.validators().forEach(validator -> wire.addValidators(write(validator)));
        return wire.build();
    }

    private static org.khazana.ledger.wire.v1.Validator write(Validator validator) {
        org.khazana.ledger.wire.v1.Validator.Builder wire = org.khazana.ledger.wire.v1.Validator.newBuilder()
                .setId(validator.id())
                .setDirectory(validator.directory())
                .setOrganisation(validator.organisation())
                .setGroup(write(validator.group()))
                .setDuty(write(validator.duty()))
                .setTlsKeySha256(ByteString.copyFrom(validator.tlsKey().toBytes()))
                .setSigningKey(ByteString.copyFrom(validator.signingKey().toBytes()));
        validator
                .peerAddress()
                .ifPresent(address -> wire.setPeerAddress(org.khazana.ledger.wire.v1.PeerAddress.newBuilder()
                        .setHost(address.host())
                        .setPort(address.port())));
        return wire.build();
    }

    private static org.khazana.ledger.wire.v1.Validator.Group write(Group group) {
        return switch (group) {
            case GOVERNMENT -> org.khazana.ledger.wire.v1.Validator.Group.GOVERNMENT;
            case CUSTODIAN -> org.khazana.ledger.wire.v1.Validator.Group.CUSTODIAN;
        };
    }

    private static org.khazana.ledger.wire.v1.Validator.Duty write(Duty duty) {
        return switch (duty) {
            case VOTER -> org.khazana.ledger.wire.v1.Validator.Duty.VOTER;
            case OBSERVER -> org.khazana.ledger.wire.v1.Validator.Duty.OBSERVER;
        };
    }

    /** How many there are, and the bounds of numbers, are questions for the rules, which have codes of their own. */
    static Operation read(SetValidators set) throws MalformedTransaction {
        FieldCheck.noUnknownFields(set);
        List<Validator> validators = new ArrayList<>();
        for (org.khazana.ledger.wire.v1.Validator validator : set.getValidatorsList()) {
            validators.add(read(validator));
        }
        return new Operation.SetValidators(set.getReplacesEpoch(), validators);
    }

    private static Validator read(org.khazana.ledger.wire.v1.Validator validator) throws MalformedTransaction {
        FieldCheck.noUnknownFields(validator);
        return new Validator(
                FieldCheck.text(validator.getId(), ID_LENGTH_MAX, "id"),
                validator.getDirectory(),
                FieldCheck.text(validator.getOrganisation(), NAME_LENGTH_MAX, "organisation"),
                group(validator),
                duty(validator),
                FieldCheck.hash(validator.getTlsKeySha256(), "tls_key_sha256"),
                PublicKey.of(FieldCheck.exactly(PublicKey.BYTES, validator.getSigningKey(), "signing_key")),
                validator.hasPeerAddress() ? Optional.of(read(validator.getPeerAddress())) : Optional.empty());
    }

    private static PeerAddress read(org.khazana.ledger.wire.v1.PeerAddress address) throws MalformedTransaction {
        FieldCheck.noUnknownFields(address);
        return new PeerAddress(FieldCheck.text(address.getHost(), HOST_LENGTH_MAX, "host"), address.getPort());
    }

    private static Group group(org.khazana.ledger.wire.v1.Validator validator) throws MalformedTransaction {
        return switch (validator.getGroup()) {
            case GOVERNMENT -> Group.GOVERNMENT;
            case CUSTODIAN -> Group.CUSTODIAN;
            case GROUP_UNKNOWN, UNRECOGNIZED ->
                throw new MalformedTransaction(MALFORMED, "group must be GOVERNMENT or CUSTODIAN");
        };
    }

    private static Duty duty(org.khazana.ledger.wire.v1.Validator validator) throws MalformedTransaction {
        return switch (validator.getDuty()) {
            case VOTER -> Duty.VOTER;
            case OBSERVER -> Duty.OBSERVER;
            case DUTY_UNKNOWN, UNRECOGNIZED ->
                throw new MalformedTransaction(MALFORMED, "duty must be VOTER or OBSERVER");
        };
    }
}
