package org.khazana.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RaiseMotion;
import org.khazana.ledger.operation.SupportMotion;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.transaction.TransactionBody;

class OperationCodecTest {
    private static final Operation ISSUE = TestNetwork.issue(3001, 10);

    @Test
    void readsTheOperationOfAMotion() throws MalformedTransaction {
        TransactionBody body = new TestNetwork().body(1, new RaiseMotion(5, ISSUE));

        assertThat(TransactionCodec.decodeBody(TransactionCodec.encodeBody(body)))
                .isEqualTo(body);
        assertThat(OperationCodec.of(OperationCodec.bytesOf(ISSUE))).isEqualTo(ISSUE);
    }

    @Test
    void noMotionIsAboutAMotion() {
        Hash motion = Hash.of(new byte[Hash.BYTES]);

        assertRefused(new RaiseMotion(5, new SupportMotion(motion)));
        assertRefused(new RaiseMotion(5, new RaiseMotion(5, ISSUE)));
    }

    private static void assertRefused(Operation operation) {
        byte[] body = TransactionCodec.encodeBody(new TestNetwork().body(1, operation));

        assertThatThrownBy(() -> TransactionCodec.decodeBody(body))
                .isInstanceOf(MalformedTransaction.class)
                .satisfies(refused ->
                        assertThat(((MalformedTransaction) refused).code()).isEqualTo(RefusalCode.MALFORMED));
    }

    @Test
    void aMotionAboutNothingIsNone() {
        assertThatThrownBy(() -> OperationCodec.readMovable(ByteString.EMPTY))
                .isInstanceOf(MalformedTransaction.class)
                .satisfies(refused ->
                        assertThat(((MalformedTransaction) refused).code()).isEqualTo(RefusalCode.OPERATION_UNKNOWN));
    }
}
