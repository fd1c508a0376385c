package org.khazana.storage.schema;

import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.transaction.AccountId;
import org.khazana.ledger.transaction.PartyId;
import org.khazana.storage.schema.v1.AccountKind;
import org.khazana.storage.schema.v1.AccountStatus;
import org.khazana.storage.schema.v1.AccountValue;
import org.khazana.storage.schema.v1.DebitRule;
import org.khazana.storage.schema.v1.PositionValue;

/** Accounts and what they hold as bytes. */
final class AccountValues {
    private AccountValues() {}

    static byte[] bytes(Account account) {
        return AccountValue.newBuilder()
                .setOwner(account.owner().number())
                .setController(account.controller().number())
                .setKind(number(account.kind()))
                .setDebitRule(number(account.debitRule()))
                .setStatus(number(account.status()))
                .build()
                .toByteArray();
    }

    static Account read(byte[] key, byte[] bytes) {
        AccountValue value = Damaged.parse(bytes, AccountValue::parseFrom);
        return new Account(
                new AccountId(Keys.readNumber(key)),
                new PartyId(value.getOwner()),
                new PartyId(value.getController()),
                read(value.getKind()),
                read(value.getDebitRule()),
                read(value.getStatus()));
    }

    static byte[] positionBytes(Position position) {
        return PositionValue.newBuilder()
                .setQuantity(position.quantity())
                .build()
                .toByteArray();
    }

    static Position readPosition(byte[] key, byte[] bytes) {
        PositionValue value = Damaged.parse(bytes, PositionValue::parseFrom);
        return new Position(Keys.accountOfPosition(key), Keys.assetOfPosition(key), value.getQuantity());
    }

    private static AccountKind number(Account.Kind kind) {
        return switch (kind) {
            case OWN -> AccountKind.ACCOUNT_KIND_OWN;
            case CLIENT_SEGREGATED -> AccountKind.ACCOUNT_KIND_CLIENT_SEGREGATED;
            case CLIENT_OMNIBUS -> AccountKind.ACCOUNT_KIND_CLIENT_OMNIBUS;
            case ISSUER_TREASURY -> AccountKind.ACCOUNT_KIND_ISSUER_TREASURY;
        };
    }

    private static Account.Kind read(AccountKind kind) {
        return switch (kind) {
            case ACCOUNT_KIND_OWN -> Account.Kind.OWN;
            case ACCOUNT_KIND_CLIENT_SEGREGATED -> Account.Kind.CLIENT_SEGREGATED;
            case ACCOUNT_KIND_CLIENT_OMNIBUS -> Account.Kind.CLIENT_OMNIBUS;
            case ACCOUNT_KIND_ISSUER_TREASURY -> Account.Kind.ISSUER_TREASURY;
            case ACCOUNT_KIND_UNKNOWN, UNRECOGNIZED -> throw Damaged.unknown(kind);
        };
    }

    private static DebitRule number(Account.DebitRule rule) {
        return switch (rule) {
            case OWNER -> DebitRule.DEBIT_RULE_OWNER;
            case CONTROLLER -> DebitRule.DEBIT_RULE_CONTROLLER;
            case OWNER_AND_CONTROLLER -> DebitRule.DEBIT_RULE_OWNER_AND_CONTROLLER;
        };
    }

    private static Account.DebitRule read(DebitRule rule) {
        return switch (rule) {
            case DEBIT_RULE_OWNER -> Account.DebitRule.OWNER;
            case DEBIT_RULE_CONTROLLER -> Account.DebitRule.CONTROLLER;
            case DEBIT_RULE_OWNER_AND_CONTROLLER -> Account.DebitRule.OWNER_AND_CONTROLLER;
            case DEBIT_RULE_UNKNOWN, UNRECOGNIZED -> throw Damaged.unknown(rule);
        };
    }

    private static AccountStatus number(Account.Status status) {
        return switch (status) {
            case ACTIVE -> AccountStatus.ACCOUNT_STATUS_ACTIVE;
            case BLOCKED -> AccountStatus.ACCOUNT_STATUS_BLOCKED;
            case CLOSED -> AccountStatus.ACCOUNT_STATUS_CLOSED;
        };
    }

    private static Account.Status read(AccountStatus status) {
        return switch (status) {
            case ACCOUNT_STATUS_ACTIVE -> Account.Status.ACTIVE;
            case ACCOUNT_STATUS_BLOCKED -> Account.Status.BLOCKED;
            case ACCOUNT_STATUS_CLOSED -> Account.Status.CLOSED;
            case ACCOUNT_STATUS_UNKNOWN, UNRECOGNIZED -> throw Damaged.unknown(status);
        };
    }
}
