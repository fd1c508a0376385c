package org.khazana.node.acceptance;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.Denomination;
import org.khazana.ledger.instrument.Term;
import org.khazana.ledger.instrument.UnitLimits;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.wire.TransactionCodec;

/**
 * Something that the ledger must refuse.
 *
 * @param code the stable number of the refusal
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BadAttempt(String name, byte[] envelope, int code) {
    static final AssetCode ISIN = new AssetCode("PK12M1001241");
    static final AssetCode RUPEE = new AssetCode("PKR");
    private static final AssetCode ISIN_WITH_WRONG_DIGIT = new AssetCode("PK12M1001242");
    private static final AccountId DEALER = new AccountId(3001);
    private static final AccountId AMNA = new AccountId(5001);

    static Stream<BadAttempt> all(TestNetwork network) {
        return Stream.concat(inTheEnvelope(network), inTheBusiness(network));
    }

    private static Stream<BadAttempt> inTheEnvelope(TestNetwork network) {
        TransactionBody good = network.body(3, transfer(DEALER, AMNA, 1));
        return Stream.of(
                new BadAttempt("a bad signature", withForgedSignature(network, good), 1002),
                new BadAttempt("another chain", network.envelope(onAnotherChain(good), "dealer"), 1006),
                new BadAttempt("an unknown key", signedByAStranger(good), 2002),
                new BadAttempt("an expired transaction", network.envelope(expired(good), "dealer"), 1003),
                new BadAttempt("a request id used before", withUsedRequestId(network), 1004),
                new BadAttempt("malformed protobuf", noise(), 1001),
                new BadAttempt("a missing signature", network.envelope(good, "custodian"), 2004));
    }

    private static Stream<BadAttempt> inTheBusiness(TestNetwork network) {
        return Stream.of(
                row(network, "a transfer of zero", 6001, 3, transfer(DEALER, AMNA, 0), "dealer"),
                row(network, "a transfer of less than zero", 6001, 3, transfer(DEALER, AMNA, -5), "dealer"),
                row(network, "a deposit of zero", 6001, 2, deposit(0, "ZERO"), "central-bank"),
                row(network, "a deposit beyond all bounds", 1009, 2, deposit(Long.MAX_VALUE, "MAX"), "central-bank"),
                row(network, "a transfer to oneself", 6005, 3, transfer(DEALER, DEALER, 1), "dealer"),
                row(network, "more than is held", 6002, 3, transfer(DEALER, AMNA, 1_000_000), "dealer"),
                row(network, "delivery without payment", 7011, 3, unbalanced(), "dealer", "custodian"),
                row(network, "33 legs", 7001, 3, legs(33), "dealer", "custodian"),
                row(
                        network,
                        "a wrong ISIN digit",
                        5002,
                        1,
                        definition(ISIN_WITH_WRONG_DIGIT),
                        "ministry",
                        "central-bank"),
                row(network, "an instrument that exists", 5008, 1, definition(ISIN), "ministry", "central-bank"),
                row(network, "a deposit by an investor", 2005, 7, deposit(100, "MINE"), "investor-chen"),
                row(
                        network,
                        "an issue by a dealer",
                        2005,
                        3,
                        new IssueTokens(ISIN, DEALER, 1),
                        "dealer",
                        "central-bank"),
                row(network, "a payment reference used before", 6101, 2, deposit(100, "FIRST"), "central-bank"));
    }

    private static BadAttempt row(
            TestNetwork network, String name, int code, long sender, Operation operation, String... signers) {
        return new BadAttempt(name, network.envelope(network.body(sender, operation), signers), code);
    }

    static Operation definition(AssetCode isin) {
        int today = Math.toIntExact(LocalDate.now(ZoneOffset.ofHours(5)).toEpochDay());
        return CreateBill.registeredHere(
                isin,
                "Bill",
                new Denomination(RUPEE, 500_000),
                new Term(today, today + 364),
                new UnitLimits(10_000, 1, 1));
    }

    static Operation deposit(long paisa, String reference) {
        return new RecordCashDeposit(AMNA, RUPEE, paisa, reference);
    }

    private static Operation transfer(AccountId from, AccountId to, long quantity) {
        return new TransferTokens(ISIN, from, to, quantity);
    }

    private static Operation unbalanced() {
        return new SettleNow(
                List.of(new Leg(DEALER, AMNA, ISIN, 5), new Leg(DEALER, AMNA, RUPEE, 1)), Optional.of("unbalanced"));
    }

    private static Operation legs(int count) {
        return new SettleNow(
                new ArrayList<>(Collections.nCopies(count, new Leg(DEALER, AMNA, ISIN, 1))), Optional.of("many"));
    }

    private static byte[] withForgedSignature(TestNetwork network, TransactionBody body) {
        byte[] bytes = TransactionCodec.encodeBody(body);
        TransactionSignature good = network.sign("dealer", TransactionCodec.signingBytes(body.chainId(), bytes));
        byte[] forged = good.signature();
        forged[40] ^= 1;
        return TransactionCodec.encodeEnvelope(bytes, List.of(TransactionSignature.of(good.publicKey(), forged)));
    }

    private static TransactionBody onAnotherChain(TransactionBody body) {
        ChainId other = new ChainId(Hash.of(new byte[Hash.BYTES]));
        return new TransactionBody(other, body.requestId(), body.sender(), 0, body.notAfterMillis(), body.operation());
    }

    private static TransactionBody expired(TransactionBody body) {
        long longAgo = body.notAfterMillis() - 7_200_000;
        return new TransactionBody(body.chainId(), body.requestId(), body.sender(), 0, longAgo, body.operation());
    }

    private static byte[] signedByAStranger(TransactionBody body) {
        byte[] key = new byte[32];
        new Random(1).nextBytes(key);
        byte[] bytes = TransactionCodec.encodeBody(body);
        byte[] signature = Ed25519.sign(key, TransactionCodec.signingBytes(body.chainId(), bytes));
        return TransactionCodec.encodeEnvelope(
                bytes, List.of(TransactionSignature.of(Ed25519.publicKeyOf(key), signature)));
    }

    /** Carries out one transaction, then makes another with its request id. */
    private static byte[] withUsedRequestId(TestNetwork network) {
        TransactionBody first = network.body(2, deposit(1, "USED-" + System.nanoTime()));
        network.anyOfThem().submit(network.envelope(first, "central-bank"), TestNetwork.PATIENCE);
        TransactionBody second = new TransactionBody(
                first.chainId(), first.requestId(), first.sender(), 0, first.notAfterMillis(), deposit(2, "OTHER"));
        return network.envelope(second, "central-bank");
    }

    private static byte[] noise() {
        byte[] bytes = new byte[500];
        new Random(2).nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return name;
    }
}
