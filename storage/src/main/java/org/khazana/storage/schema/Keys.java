package org.khazana.storage.schema;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.khazana.ledger.state.RequestRecord;
import org.khazana.ledger.transaction.AccountId;
import org.khazana.ledger.transaction.AssetCode;
import org.khazana.ledger.transaction.PartyId;
import org.khazana.ledger.transaction.RequestId;

/**
 * Bytes of keys. Compared as unsigned bytes they have the order of what they stand for: numbers are big-endian with the
 * sign bit turned round, asset codes are filled up with zeros to their greatest length.
 */
final class Keys {
    private Keys() {}

    static byte[] of(PartyId party) {
        return number(party.number());
    }

    static byte[] of(AccountId account) {
        return number(account.number());
    }

    static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(ordered(number)).array();
    }

    static long readNumber(byte[] bytes) {
        return ordered(ByteBuffer.wrap(bytes).getLong());
    }

    static byte[] of(AssetCode asset) {
        return Arrays.copyOf(asset.text().getBytes(StandardCharsets.US_ASCII), AssetCode.LENGTH_MAX);
    }

    static byte[] ofPosition(AccountId account, AssetCode asset) {
        return ByteBuffer.allocate(Long.BYTES + AssetCode.LENGTH_MAX)
                .putLong(ordered(account.number()))
                .put(of(asset))
                .array();
    }

    /** Greater than the key of any position of the account, less than that of the next account. */
    static byte[] afterPositionsOf(AccountId account) {
        byte[] key = Arrays.copyOf(of(account), Long.BYTES + AssetCode.LENGTH_MAX);
        Arrays.fill(key, Long.BYTES, key.length, (byte) 0xFF);
        return key;
    }

    static AccountId accountOfPosition(byte[] key) {
        return new AccountId(readNumber(key));
    }

    static AssetCode assetOfPosition(byte[] key) {
        return readAsset(key, Long.BYTES);
    }

    static AssetCode readAsset(byte[] key, int from) {
        // trim() drops the zeros.
        return new AssetCode(new String(key, from, AssetCode.LENGTH_MAX, StandardCharsets.US_ASCII).trim());
    }

    static byte[] ofRole(int role, PartyId party) {
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(role)
                .putLong(ordered(party.number()))
                .array();
    }

    /** Less than the key of any party with the role, greater than those of the role before. */
    static byte[] beforeRole(int role) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(role).array();
    }

    static PartyId readPartyWithRole(byte[] key) {
        return new PartyId(ordered(ByteBuffer.wrap(key).getLong(Integer.BYTES)));
    }

    static byte[] ofRequest(PartyId sender, RequestId requestId) {
        return ByteBuffer.allocate(Long.BYTES + RequestId.BYTES)
                .putLong(ordered(sender.number()))
                .put(requestId.toBytes())
                .array();
    }

    /** Reads sender and request id from a key that holds them from {@code from} on. */
    static Columns.RequestKey readRequest(byte[] key, int from) {
        ByteBuffer bytes = ByteBuffer.wrap(key, from, Long.BYTES + RequestId.BYTES);
        return new Columns.RequestKey(
                new PartyId(ordered(bytes.getLong())), new RequestId(bytes.getLong(), bytes.getLong()));
    }

    static byte[] ofExpiry(RequestRecord request) {
        return ByteBuffer.allocate(2 * Long.BYTES + RequestId.BYTES)
                .putLong(ordered(request.notAfterMillis()))
                .put(ofRequest(request.sender(), request.requestId()))
                .array();
    }

    static byte[] ofRtgsReference(AssetCode currency, String reference) {
        byte[] text = reference.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(AssetCode.LENGTH_MAX + text.length)
                .put(of(currency))
                .put(text)
                .array();
    }

    private static long ordered(long number) {
        return number ^ Long.MIN_VALUE;
    }
}
