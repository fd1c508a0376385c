package org.khazana.ledger.state;

import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.KeyForm;
import org.khazana.ledger.table.KeyReader;
import org.khazana.ledger.table.KeyWriter;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionId;

/** The bytes of all keys. */
final class StateKeys {
    private static final int LEI_LENGTH = 20;

    static final KeyForm<Long> NUMBER =
            new KeyForm<>(number -> new KeyWriter().number(number).done(), KeyReader::number);
    static final KeyForm<PartyId> PARTY =
            new KeyForm<>(id -> new KeyWriter().number(id.number()).done(), StateKeys::party);
    static final KeyForm<PublicKey> PUBLIC_KEY =
            new KeyForm<>(PublicKey::toBytes, fields -> PublicKey.of(fields.fixed(PublicKey.BYTES)));
    static final KeyForm<AccountId> ACCOUNT =
            new KeyForm<>(id -> new KeyWriter().number(id.number()).done(), StateKeys::account);
    static final KeyForm<AssetCode> ASSET = new KeyForm<>(
            code -> new KeyWriter().padded(code.text(), AssetCode.LENGTH_MAX).done(), StateKeys::asset);
    static final KeyForm<PositionKey> POSITION = new KeyForm<>(
            key -> new KeyWriter()
                    .number(key.account().number())
                    .padded(key.asset().text(), AssetCode.LENGTH_MAX)
                    .done(),
            fields -> new PositionKey(account(fields), asset(fields)));
    static final KeyForm<RequestKey> REQUEST =
            new KeyForm<>(key -> request(new KeyWriter(), key).done(), StateKeys::request);
    static final KeyForm<ExpiryKey> EXPIRY = new KeyForm<>(
            key -> request(new KeyWriter().number(key.notAfterMillis()), key.request())
                    .done(),
            fields -> new ExpiryKey(fields.number(), request(fields)));
    static final KeyForm<RtgsKey> RTGS_REFERENCE = new KeyForm<>(
            key -> new KeyWriter()
                    .padded(key.currency().text(), AssetCode.LENGTH_MAX)
                    .last(key.reference()),
            fields -> new RtgsKey(asset(fields), fields.last()));
    static final KeyForm<RegisterKey> REGISTER =
            new KeyForm<>(key -> new KeyWriter().constant(key).done(), fields -> fields.constant(RegisterKey.class));

    static final KeyForm<KeyOfParty> KEY_OF_PARTY = new KeyForm<>(
            entry -> new KeyWriter()
                    .number(entry.party().number())
                    .fixed(entry.key().toBytes())
                    .done(),
            fields -> new KeyOfParty(party(fields), PublicKey.of(fields.fixed(PublicKey.BYTES))));
    static final KeyForm<Parameter> PARAMETER =
            new KeyForm<>(key -> new KeyWriter().constant(key).done(), fields -> fields.constant(Parameter.class));
    static final KeyForm<TransactionId> TRANSACTION =
            new KeyForm<>(id -> id.hash().toBytes(), StateKeys::transaction);
    static final KeyForm<OpenMotionKey> OPEN_MOTION = new KeyForm<>(
            entry -> new KeyWriter()
                    .number(entry.mover().number())
                    .number(entry.expiresAtMillis())
                    .fixed(entry.motion().hash().toBytes())
                    .done(),
            fields -> new OpenMotionKey(party(fields), fields.number(), transaction(fields)));
    static final KeyForm<AccountOfParty> ACCOUNT_OF_PARTY = new KeyForm<>(
            entry -> new KeyWriter()
                    .number(entry.owner().number())
                    .number(entry.account().number())
                    .done(),
            fields -> new AccountOfParty(party(fields), account(fields)));

    static final KeyForm<HoldingKey> HOLDING = new KeyForm<>(
            key -> new KeyWriter()
                    .number(key.party().number())
                    .padded(key.asset().text(), AssetCode.LENGTH_MAX)
                    .done(),
            fields -> new HoldingKey(party(fields), asset(fields)));

    static final KeyForm<HolderTables.IdentityKey> IDENTITY = new KeyForm<>(
            entry -> new KeyWriter()
                    .fixed(entry.identity().toBytes())
                    .number(entry.party().number())
                    .done(),
            fields -> new HolderTables.IdentityKey(Hash.of(fields.fixed(Hash.BYTES)), party(fields)));

    static final KeyForm<HolderTables.LeiKey> LEI = new KeyForm<>(
            entry -> new KeyWriter()
                    .padded(entry.lei(), LEI_LENGTH)
                    .number(entry.party().number())
                    .done(),
            fields -> new HolderTables.LeiKey(fields.padded(LEI_LENGTH), party(fields)));

    static final KeyForm<PeriodKey> PERIOD = new KeyForm<>(
            key -> asset(new KeyWriter(), key.asset()).number(key.number()).done(),
            fields -> new PeriodKey(asset(fields), fields.number()));
    static final KeyForm<AttestationKey> ATTESTATION = new KeyForm<>(
            key -> asset(new KeyWriter(), key.asset())
                    .number(key.attestor().number())
                    .done(),
            fields -> new AttestationKey(asset(fields), party(fields)));
    static final KeyForm<ReserveItemKey> RESERVE_ITEM = new KeyForm<>(
            key -> asset(new KeyWriter(), key.asset())
                    .fixed(key.receiptCommitment().toBytes())
                    .done(),
            fields -> new ReserveItemKey(asset(fields), Hash.of(fields.fixed(Hash.BYTES))));
    static final KeyForm<String> NAME = new KeyForm<>(name -> new KeyWriter().last(name), KeyReader::last);

    private StateKeys() {}

    private static PartyId party(KeyReader fields) {
        return new PartyId(fields.number());
    }

    private static AccountId account(KeyReader fields) {
        return new AccountId(fields.number());
    }

    static TransactionId transaction(KeyReader fields) {
        return new TransactionId(Hash.of(fields.fixed(Hash.BYTES)));
    }

    private static AssetCode asset(KeyReader fields) {
        return new AssetCode(fields.padded(AssetCode.LENGTH_MAX));
    }

    private static KeyWriter asset(KeyWriter fields, AssetCode code) {
        return fields.padded(code.text(), AssetCode.LENGTH_MAX);
    }

    private static KeyWriter request(KeyWriter fields, RequestKey key) {
        return fields.number(key.sender().number()).fixed(key.requestId().toBytes());
    }

    private static RequestKey request(KeyReader fields) {
        return new RequestKey(party(fields), RequestId.of(fields.fixed(RequestId.BYTES)));
    }
}
