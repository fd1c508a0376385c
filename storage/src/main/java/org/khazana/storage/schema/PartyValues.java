package org.khazana.storage.schema;

import java.util.TreeSet;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.Role;
import org.khazana.ledger.transaction.PartyId;
import org.khazana.storage.schema.v1.KeyValue;
import org.khazana.storage.schema.v1.PartyStatus;
import org.khazana.storage.schema.v1.PartyValue;
import org.khazana.storage.schema.v1.RoleNumber;

/** Parties and their keys as bytes. */
final class PartyValues {
    private PartyValues() {}

    static byte[] bytes(Party party) {
        PartyValue.Builder value = PartyValue.newBuilder().setName(party.name()).setStatus(number(party.status()));
        party.roles().forEach(role -> value.addRoles(number(role)));
        return value.build().toByteArray();
    }

    static Party read(byte[] key, byte[] bytes) {
        PartyValue value = Damaged.parse(bytes, PartyValue::parseFrom);
        TreeSet<Role> roles = new TreeSet<>();
        value.getRolesList().forEach(role -> roles.add(read(role)));
        return new Party(new PartyId(Keys.readNumber(key)), value.getName(), roles, read(value.getStatus()));
    }

    static byte[] keyBytes(PartyKey key) {
        return KeyValue.newBuilder().setParty(key.party().number()).build().toByteArray();
    }

    static PartyKey readKey(byte[] key, byte[] bytes) {
        KeyValue value = Damaged.parse(bytes, KeyValue::parseFrom);
        return new PartyKey(PublicKey.of(key), new PartyId(value.getParty()));
    }

    private static PartyStatus number(Party.Status status) {
        return switch (status) {
            case ACTIVE -> PartyStatus.PARTY_STATUS_ACTIVE;
            case SUSPENDED -> PartyStatus.PARTY_STATUS_SUSPENDED;
            case CLOSED -> PartyStatus.PARTY_STATUS_CLOSED;
        };
    }

    private static Party.Status read(PartyStatus status) {
        return switch (status) {
            case PARTY_STATUS_ACTIVE -> Party.Status.ACTIVE;
            case PARTY_STATUS_SUSPENDED -> Party.Status.SUSPENDED;
            case PARTY_STATUS_CLOSED -> Party.Status.CLOSED;
            case PARTY_STATUS_UNKNOWN, UNRECOGNIZED -> throw Damaged.unknown(status);
        };
    }

    static RoleNumber number(Role role) {
        return switch (role) {
            case ISSUER -> RoleNumber.ROLE_ISSUER;
            case REGISTRAR -> RoleNumber.ROLE_REGISTRAR;
            case CASH_AGENT -> RoleNumber.ROLE_CASH_AGENT;
            case PRIMARY_DEALER -> RoleNumber.ROLE_PRIMARY_DEALER;
            case CUSTODIAN -> RoleNumber.ROLE_CUSTODIAN;
            case INVESTOR -> RoleNumber.ROLE_INVESTOR;
            case REGULATOR -> RoleNumber.ROLE_REGULATOR;
            case GOVERNOR -> RoleNumber.ROLE_GOVERNOR;
        };
    }

    private static Role read(RoleNumber role) {
        return switch (role) {
            case ROLE_ISSUER -> Role.ISSUER;
            case ROLE_REGISTRAR -> Role.REGISTRAR;
            case ROLE_CASH_AGENT -> Role.CASH_AGENT;
            case ROLE_PRIMARY_DEALER -> Role.PRIMARY_DEALER;
            case ROLE_CUSTODIAN -> Role.CUSTODIAN;
            case ROLE_INVESTOR -> Role.INVESTOR;
            case ROLE_REGULATOR -> Role.REGULATOR;
            case ROLE_GOVERNOR -> Role.GOVERNOR;
            case ROLE_UNKNOWN, UNRECOGNIZED -> throw Damaged.unknown(role);
        };
    }
}
