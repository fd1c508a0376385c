package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.refusal.RefusalCode.BOUND_EXCEEDED;
import static org.khazana.ledger.refusal.RefusalCode.CHAIN_WRONG;
import static org.khazana.ledger.refusal.RefusalCode.EXPIRED_OR_TOO_EARLY;
import static org.khazana.ledger.refusal.RefusalCode.KEY_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.MALFORMED;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NOT_ACTIVE;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.SENDER_SIGNATURE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.SIGNATURE_INVALID;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.wire.MalformedTransaction;
import org.khazana.ledger.wire.TransactionCodec;

/** What an executed block and what a node's admission say of the same envelope, side by side. */
class AuthenticationTest {
    private static final long STRANGER = 99;
    private static final long HOUR = 3_600_000;

    private final TestNetwork network = new TestNetwork();
    private final long now = network.nowMillis();

    private static TransactionBody body(ChainId chain, long sender, long notBeforeMillis, long notAfterMillis) {
        return new TransactionBody(
                chain,
                new RequestId(7, 7),
                TestNetwork.id(sender),
                notBeforeMillis,
                notAfterMillis,
                TestNetwork.bill(BILL));
    }

    private void assertBothRefuse(RefusalCode code, byte[] envelope) {
        assertThat(admission(envelope)).contains(code);
        BlockResult result = network.executeBlockAt(now, List.of(envelope));
        assertThat(result.receipts().getFirst().refusal().map(Refusal::code)).contains(code);
        if (code.leavesRequestOpen()) {
            assertThat(result.changes().tables()).isEmpty();
        } else {
            assertThat(result.changes().tables()).isSubsetOf(Tables.REQUESTS, Tables.REQUESTS_BY_EXPIRY.table());
        }
    }

    private Optional<RefusalCode> admission(byte[] envelope) {
        try {
            return new Admission(Ed25519.verifier())
                    .check(TransactionCodec.decode(CHAIN, envelope), network.state(), now)
                    .map(Refusal::code);
        } catch (MalformedTransaction malformed) {
            return Optional.of(malformed.code());
        }
    }

    @Test
    void aSoundTransactionIsAdmitted() {
        byte[] envelope = TestNetwork.envelope(body(CHAIN, MINISTRY, now, now), MINISTRY, CENTRAL_BANK);

        assertThat(admission(envelope)).isEmpty();
        assertThat(network.executeBlockAt(now, List.of(envelope))
                        .receipts()
                        .getFirst()
                        .isAccepted())
                .isTrue();
    }

    @Test
    void anotherChainIsRefusedEvenWithSignaturesMadeForIt() {
        ChainId other = new ChainId(Domain.GENESIS.hash(new byte[] {2}));

        assertBothRefuse(CHAIN_WRONG, TestNetwork.envelope(body(other, MINISTRY, 0, now), MINISTRY, CENTRAL_BANK));
    }

    @Test
    void theSignatureOfAnotherChainIsWrongHere() {
        byte[] bytes = TransactionCodec.encodeBody(body(CHAIN, MINISTRY, 0, now));
        ChainId other = new ChainId(Domain.GENESIS.hash(new byte[] {2}));
        byte[] key = TestNetwork.privateKey(MINISTRY);
        TransactionSignature signature = TransactionSignature.of(
                Ed25519.publicKeyOf(key), Ed25519.sign(key, TransactionCodec.signingBytes(other, bytes)));

        assertBothRefuse(SIGNATURE_INVALID, TransactionCodec.encodeEnvelope(bytes, List.of(signature)));
    }

    @Test
    void oneWrongSignatureAmongGoodOnesIsEnough() {
        byte[] bytes = TransactionCodec.encodeBody(body(CHAIN, MINISTRY, 0, now));
        byte[] key = TestNetwork.privateKey(MINISTRY);
        byte[] message = TransactionCodec.signingBytes(CHAIN, bytes);
        List<TransactionSignature> signatures = List.of(
                TransactionSignature.of(Ed25519.publicKeyOf(key), Ed25519.sign(key, message)),
                TransactionSignature.of(
                        Ed25519.publicKeyOf(TestNetwork.privateKey(CENTRAL_BANK)), Ed25519.sign(key, message)));

        assertBothRefuse(SIGNATURE_INVALID, TransactionCodec.encodeEnvelope(bytes, signatures));
    }

    @Test
    void outsideOfItsTimeItIsRefused() {
        assertBothRefuse(
                EXPIRED_OR_TOO_EARLY, TestNetwork.envelope(body(CHAIN, MINISTRY, 0, now - 1), MINISTRY, CENTRAL_BANK));
        assertBothRefuse(
                EXPIRED_OR_TOO_EARLY,
                TestNetwork.envelope(body(CHAIN, MINISTRY, now + 1, now + HOUR), MINISTRY, CENTRAL_BANK));
        assertBothRefuse(
                EXPIRED_OR_TOO_EARLY,
                TestNetwork.envelope(body(CHAIN, MINISTRY, now + 1, now - 1), MINISTRY, CENTRAL_BANK));
    }

    @Test
    void itMayBeValidForADayAndNotLonger() {
        assertThat(admission(TestNetwork.envelope(body(CHAIN, MINISTRY, 0, now + 24 * HOUR), MINISTRY)))
                .isEmpty();
        assertBothRefuse(BOUND_EXCEEDED, TestNetwork.envelope(body(CHAIN, MINISTRY, 0, now + 24 * HOUR + 1), MINISTRY));
        assertBothRefuse(BOUND_EXCEEDED, TestNetwork.envelope(body(CHAIN, MINISTRY, 0, Long.MAX_VALUE), MINISTRY));
        assertBothRefuse(MALFORMED, TestNetwork.envelope(body(CHAIN, MINISTRY, 0, -1), MINISTRY));
        assertBothRefuse(MALFORMED, TestNetwork.envelope(body(CHAIN, MINISTRY, Long.MIN_VALUE, now), MINISTRY));
    }

    @Test
    void whoIsNotKnownIsRefused() {
        assertBothRefuse(PARTY_UNKNOWN, TestNetwork.envelope(body(CHAIN, STRANGER, 0, now), STRANGER));
        assertBothRefuse(KEY_UNKNOWN, TestNetwork.envelope(body(CHAIN, MINISTRY, 0, now), STRANGER));
        assertBothRefuse(KEY_UNKNOWN, TestNetwork.envelope(body(CHAIN, MINISTRY, 0, now), MINISTRY, STRANGER));
        assertBothRefuse(SENDER_SIGNATURE_MISSING, TestNetwork.envelope(body(CHAIN, MINISTRY, 0, now), DEALER));
    }

    @Test
    void aSuspendedPartyIsRefusedAndItsRequestIsRemembered() {
        assertBothRefuse(
                PARTY_NOT_ACTIVE,
                TestNetwork.envelope(body(CHAIN, TestNetwork.SUSPENDED, 0, now), TestNetwork.SUSPENDED));
    }

    @Test
    void rubbishInABlockGetsAReceiptUnderTheHashOfItsBytes() {
        byte[] rubbish = {1, 2, 3};

        BlockResult result = network.executeBlock(List.of(rubbish, new byte[0], rubbish));

        assertThat(result.receipts()).hasSize(3).allMatch(receipt -> !receipt.decidesRequest());
        assertThat(result.receipts().get(0).transactionId()).isEqualTo(TransactionCodec.idOfMalformed(rubbish));
        assertThat(result.changes().isEmpty()).isTrue();
    }
}
