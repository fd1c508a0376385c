package org.khazana.storage.schema;

import com.google.protobuf.ByteString;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.PeerAddress;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.storage.schema.v1.GroupMinimumValue;
import org.khazana.storage.schema.v1.PeerAddressValue;
import org.khazana.storage.schema.v1.ValidatorDuty;
import org.khazana.storage.schema.v1.ValidatorGroup;
import org.khazana.storage.schema.v1.ValidatorSetValue;
import org.khazana.storage.schema.v1.ValidatorValue;

/** Sets of validators as bytes. */
final class ValidatorValues {
    private ValidatorValues() {}

    static byte[] bytes(ValidatorSet set) {
        ValidatorSetValue.Builder value = ValidatorSetValue.newBuilder();
        set.validators().forEach(validator -> value.addValidators(write(validator)));
        set.minimums()
                .forEach(minimum -> value.addMinimums(GroupMinimumValue.newBuilder()
                        .setGroup(number(minimum.group()))
                        .setMembers(minimum.members())));
        return value.build().toByteArray();
    }

    static ValidatorSet read(byte[] key, byte[] bytes) {
        ValidatorSetValue value = Damaged.parse(bytes, ValidatorSetValue::parseFrom);
        return new ValidatorSet(
                Keys.readNumber(key),
                value.getValidatorsList().stream().map(ValidatorValues::read).toList(),
                value.getMinimumsList().stream()
                        .map(minimum -> new GroupMinimum(read(minimum.getGroup()), minimum.getMembers()))
                        .toList());
    }

    private static ValidatorValue write(Validator validator) {
        ValidatorValue.Builder value = ValidatorValue.newBuilder()
                .setId(validator.id())
                .setDirectory(validator.directory())
                .setOrganisation(validator.organisation())
                .setGroup(number(validator.group()))
                .setDuty(number(validator.duty()))
                .setTlsKey(ByteString.copyFrom(validator.tlsKey().toBytes()))
                .setSigningKey(ByteString.copyFrom(validator.signingKey().toBytes()));
        validator
                .peerAddress()
                .ifPresent(address -> value.setPeerAddress(
                        PeerAddressValue.newBuilder().setHost(address.host()).setPort(address.port())));
        return value.build();
    }

    private static Validator read(ValidatorValue value) {
        return new Validator(
                value.getId(),
                value.getDirectory(),
                value.getOrganisation(),
                read(value.getGroup()),
                read(value.getDuty()),
                Hash.of(value.getTlsKey().toByteArray()),
                PublicKey.of(value.getSigningKey().toByteArray()),
                value.hasPeerAddress()
                        ? Optional.of(new PeerAddress(
                                value.getPeerAddress().getHost(),
                                value.getPeerAddress().getPort()))
                        : Optional.empty());
    }

    private static ValidatorGroup number(Group group) {
        return switch (group) {
            case GOVERNMENT -> ValidatorGroup.VALIDATOR_GROUP_GOVERNMENT;
            case CUSTODIAN -> ValidatorGroup.VALIDATOR_GROUP_CUSTODIAN;
        };
    }

    private static Group read(ValidatorGroup group) {
        return switch (group) {
            case VALIDATOR_GROUP_GOVERNMENT -> Group.GOVERNMENT;
            case VALIDATOR_GROUP_CUSTODIAN -> Group.CUSTODIAN;
            case VALIDATOR_GROUP_UNKNOWN, UNRECOGNIZED -> throw Damaged.unknown(group);
        };
    }

    private static ValidatorDuty number(Duty duty) {
        return switch (duty) {
            case VOTER -> ValidatorDuty.VALIDATOR_DUTY_VOTER;
            case OBSERVER -> ValidatorDuty.VALIDATOR_DUTY_OBSERVER;
        };
    }

    private static Duty read(ValidatorDuty duty) {
        return switch (duty) {
            case VALIDATOR_DUTY_VOTER -> Duty.VOTER;
            case VALIDATOR_DUTY_OBSERVER -> Duty.OBSERVER;
            case VALIDATOR_DUTY_UNKNOWN, UNRECOGNIZED -> throw Damaged.unknown(duty);
        };
    }
}
