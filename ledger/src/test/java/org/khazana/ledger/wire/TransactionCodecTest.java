package org.khazana.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;
import static org.khazana.ledger.execution.TestNetwork.PKR;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.execution.TestValidators;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.instrument.ContractForm;
import org.khazana.ledger.instrument.RegisterMode;
import org.khazana.ledger.operation.AmendInstrument;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.CreateOtherAsset;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.SetValidators;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.Transaction;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.wire.v1.Envelope;
import org.khazana.ledger.wire.v1.Validator;

class TransactionCodecTest {
    private static final UnknownFieldSet UNKNOWN = UnknownFieldSet.newBuilder()
            .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
            .build();

    static List<Operation> operations() {
        return List.of(
                TestNetwork.bill(BILL),
                new CreateBill(
                        BILL,
                        "ب名",
                        "ABC",
                        Optional.of("P 1"),
                        PKR,
                        -1,
                        -5,
                        7,
                        8,
                        9,
                        10,
                        RegisterMode.CSD_MIRROR,
                        Optional.of(0L),
                        Optional.of(-1L),
                        Optional.of(Domain.GENESIS.hash(new byte[3]))),
                new CreateOtherAsset(
                        BILL,
                        "b",
                        "MMMXXX",
                        Optional.empty(),
                        PKR,
                        1,
                        Integer.MIN_VALUE,
                        Optional.of(Integer.MAX_VALUE),
                        ContractForm.IJARAH,
                        true,
                        8,
                        9,
                        10,
                        RegisterMode.PHYSICAL,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new AmendInstrument(
                        BILL,
                        Optional.of(""),
                        Optional.of(0L),
                        Optional.empty(),
                        Optional.of(Long.MIN_VALUE),
                        Optional.empty()),
                TestNetwork.deposit(5001, Long.MAX_VALUE, "RTGS 2024/1"),
                TestNetwork.issue(3001, Long.MIN_VALUE),
                TestNetwork.transfer(1, -2, 0),
                new SettleNow(List.of(), Optional.empty()),
                new SetValidators(Long.MIN_VALUE, List.of()),
                new SetValidators(7, TestValidators.founders().validators()),
                new SetValidators(
                        0,
                        List.of(
                                TestValidators.joining(5, Group.CUSTODIAN, Duty.OBSERVER),
                                TestValidators.joining(4, Group.GOVERNMENT, Duty.VOTER),
                                TestValidators.joining(4, Group.GOVERNMENT, Duty.VOTER))),
                new SettleNow(
                        Collections.nCopies(33, TestNetwork.leg(3001, 5001, BILL, 1)), Optional.of("thirty-three")));
    }

    private static TransactionBody body(Operation operation) {
        return new TransactionBody(CHAIN, new RequestId(-1, 2), TestNetwork.id(3), 4, 5, operation);
    }

    private static org.khazana.ledger.wire.v1.TransactionBody.Builder wireBody() throws Exception {
        return org.khazana.ledger.wire.v1.TransactionBody.parseFrom(
                TransactionCodec.encodeBody(body(TestNetwork.transfer(1, 2, 3))))
                .toBuilder();
    }

    private static RefusalCode refusalOfBody(org.khazana.ledger.wire.v1.TransactionBody.Builder body) {
        byte[] bytes = body.build().toByteArray();
        RefusalCode alone = refusal(() -> TransactionCodec.decodeBody(bytes));
        assertThat(refusalOfEnvelope(envelope(bytes, 1))).isEqualTo(alone);
        return alone;
    }

    private static RefusalCode refusalOfEnvelope(byte[] envelope) {
        return refusal(() -> TransactionCodec.decode(CHAIN, envelope));
    }

    private static RefusalCode refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable decoding) {
        return catchThrowableOfType(MalformedTransaction.class, decoding).code();
    }

    private static byte[] envelope(byte[] body, int signatures) {
        List<TransactionSignature> list = new ArrayList<>();
        for (int i = 0; i < signatures; i++) {
            byte[] key = new byte[32];
            key[0] = (byte) i;
            list.add(TransactionSignature.of(Ed25519.publicKeyOf(key), new byte[64]));
        }
        return TransactionCodec.encodeEnvelope(body, list);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatIsWrittenIsReadAgain(Operation operation) throws MalformedTransaction {
        TransactionBody body = body(operation);
        byte[] bytes = TransactionCodec.encodeBody(body);

        Transaction decoded = TransactionCodec.decode(CHAIN, envelope(bytes, 8));

        assertThat(TransactionCodec.decodeBody(bytes)).isEqualTo(body);
        assertThat(decoded.body()).isEqualTo(body);
        assertThat(decoded.signatures()).hasSize(8);
        assertThat(decoded.id()).isEqualTo(TransactionCodec.idOf(CHAIN, bytes));
        assertThat(decoded.signingBytes()).isEqualTo(TransactionCodec.signingBytes(CHAIN, bytes));
    }

    @Test
    void fieldsOfWrongLengthAreMalformed() throws Exception {
        ByteString wrong = ByteString.copyFrom(new byte[31]);

        assertThat(refusalOfBody(wireBody().setChainId(wrong))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(wireBody().clearChainId())).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(wireBody().setRequestId(wrong))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(wireBody().setRequestId(ByteString.EMPTY))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(wireBody().setNotAfterMillis(-1))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(wireBody().setNotBeforeMillis(-1))).isEqualTo(RefusalCode.MALFORMED);
    }

    @Test
    void fieldsThatAreNotKnownAreMalformedWhereverTheyStand() throws Exception {
        org.khazana.ledger.wire.v1.TransferTokens transfer = wireBody().getTransferTokens();
        byte[] body = wireBody().build().toByteArray();
        Envelope good = Envelope.parseFrom(envelope(body, 1));
        org.khazana.ledger.wire.v1.SettleNow settle = org.khazana.ledger.wire.v1.SettleNow.newBuilder()
                .addLegs(org.khazana.ledger.wire.v1.Leg.newBuilder()
                        .setAsset("PKR")
                        .setUnknownFields(UNKNOWN))
                .build();

        org.khazana.ledger.wire.v1.SetValidators.Builder inSet =
                wireValidators().setUnknownFields(UNKNOWN);
        org.khazana.ledger.wire.v1.SetValidators.Builder inValidator = wireValidators();
        inValidator.getValidatorsBuilder(0).setUnknownFields(UNKNOWN);
        org.khazana.ledger.wire.v1.SetValidators.Builder inAddress = wireValidators();
        inAddress.getValidatorsBuilder(0).getPeerAddressBuilder().setUnknownFields(UNKNOWN);

        assertThat(refusalOfBody(wireBody().setSetValidators(inSet))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(wireBody().setSetValidators(inValidator))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(wireBody().setSetValidators(inAddress))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(wireBody().setUnknownFields(UNKNOWN))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(
                        wireBody().setTransferTokens(transfer.toBuilder().setUnknownFields(UNKNOWN))))
                .isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(wireBody().setSettleNow(settle))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfEnvelope(
                        good.toBuilder().setUnknownFields(UNKNOWN).build().toByteArray()))
                .isEqualTo(RefusalCode.MALFORMED);
        Envelope.Builder inSignature = good.toBuilder();
        inSignature.getSignaturesBuilder(0).setUnknownFields(UNKNOWN);
        assertThat(refusalOfEnvelope(inSignature.build().toByteArray())).isEqualTo(RefusalCode.MALFORMED);
    }

    private static org.khazana.ledger.wire.v1.SetValidators.Builder wireValidators() throws Exception {
        Operation set = new SetValidators(0, List.of(TestValidators.joining(4, Group.GOVERNMENT, Duty.VOTER)));
        return org.khazana.ledger.wire.v1.TransactionBody.parseFrom(TransactionCodec.encodeBody(body(set)))
                .getSetValidators()
                .toBuilder();
    }

    private static RefusalCode refusalOfValidator(UnaryOperator<Validator.Builder> damage) throws Exception {
        org.khazana.ledger.wire.v1.SetValidators.Builder set = wireValidators();
        set.setValidators(0, damage.apply(set.getValidatorsBuilder(0).clone()));
        return refusalOfBody(wireBody().setSetValidators(set));
    }

    @Test
    void theFieldsOfAValidatorHaveBoundsAndNoGroupOrDutyIsGuessed() throws Exception {
        ByteString wrong = ByteString.copyFrom(new byte[33]);

        assertThat(refusalOfValidator(Validator.Builder::clearGroup)).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfValidator(validator -> validator.setGroupValue(9))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfValidator(Validator.Builder::clearDuty)).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfValidator(validator -> validator.setDutyValue(9))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfValidator(validator -> validator.setTlsKeySha256(wrong)))
                .isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfValidator(validator -> validator.setSigningKey(wrong)))
                .isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfValidator(validator -> validator.setId("i".repeat(33))))
                .isEqualTo(RefusalCode.BOUND_EXCEEDED);
        assertThat(refusalOfValidator(validator -> validator.setOrganisation("o".repeat(65))))
                .isEqualTo(RefusalCode.BOUND_EXCEEDED);
        assertThat(refusalOfValidator(validator -> validator.setOrganisation("a\nb")))
                .isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfValidator(validator -> {
                    validator.getPeerAddressBuilder().setHost("h".repeat(254));
                    return validator;
                }))
                .isEqualTo(RefusalCode.BOUND_EXCEEDED);
    }

    @Test
    void anOperationThatIsNotKnownHasACodeOfItsOwn() throws Exception {
        assertThat(refusalOfBody(wireBody().clearOperation())).isEqualTo(RefusalCode.OPERATION_UNKNOWN);
        assertThat(refusalOfBody(wireBody().clearOperation().setUnknownFields(UNKNOWN)))
                .isEqualTo(RefusalCode.OPERATION_UNKNOWN);
    }

    @Test
    void anotherChainIsNamed() throws Exception {
        byte[] body =
                wireBody().setChainId(ByteString.copyFrom(new byte[32])).build().toByteArray();

        assertThat(refusalOfEnvelope(envelope(body, 1))).isEqualTo(RefusalCode.CHAIN_WRONG);
        assertThat(TransactionCodec.decodeBody(body).sender()).isEqualTo(TestNetwork.id(3));
    }

    @Test
    void textsAndCodesHaveBounds() throws Exception {
        assertThat(refusalOfBody(transferOf(""))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(transferOf("pk0000000007"))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(transferOf("PK00000000071"))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(named("x".repeat(65)))).isEqualTo(RefusalCode.BOUND_EXCEEDED);
        assertThat(refusalOfBody(named("line\nbreak"))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(depositOf("x".repeat(36)))).isEqualTo(RefusalCode.BOUND_EXCEEDED);
        assertThat(refusalOfBody(depositOf(""))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(depositOf(" R1"))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(depositOf("RТGS"))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfBody(wireBody()
                        .setSettleNow(org.khazana.ledger.wire.v1.SettleNow.newBuilder()
                                .setReference("x".repeat(36)))))
                .isEqualTo(RefusalCode.BOUND_EXCEEDED);
        assertThat(TransactionCodec.decodeBody(
                        named("\uD83D\uDE00".repeat(64)).build().toByteArray()))
                .isNotNull();
    }

    private static org.khazana.ledger.wire.v1.TransactionBody.Builder transferOf(String isin) throws Exception {
        return wireBody()
                .setTransferTokens(
                        org.khazana.ledger.wire.v1.TransferTokens.newBuilder().setIsin(isin));
    }

    private static org.khazana.ledger.wire.v1.TransactionBody.Builder named(String name) throws Exception {
        return wireBody()
                .setCreateBill(org.khazana.ledger.wire.v1.CreateBill.newBuilder()
                        .setIsin("X")
                        .setCurrency("PKR")
                        .setCfi("DYZTXR")
                        .setRegisterMode(org.khazana.ledger.wire.v1.CreateBill.RegisterMode.NATIVE)
                        .setName(name));
    }

    private static org.khazana.ledger.wire.v1.TransactionBody.Builder depositOf(String reference) throws Exception {
        return wireBody()
                .setRecordCashDeposit(org.khazana.ledger.wire.v1.RecordCashDeposit.newBuilder()
                        .setCurrency("PKR")
                        .setRtgsReference(reference));
    }

    @Test
    void signaturesAreOneToEightByDifferentKeys() throws Exception {
        byte[] body = wireBody().build().toByteArray();
        TransactionSignature signature = TransactionSignature.of(Ed25519.publicKeyOf(new byte[32]), new byte[64]);

        assertThat(refusalOfEnvelope(envelope(body, 0))).isEqualTo(RefusalCode.MALFORMED);
        assertThat(refusalOfEnvelope(envelope(body, 9))).isEqualTo(RefusalCode.BOUND_EXCEEDED);
        assertThat(refusalOfEnvelope(TransactionCodec.encodeEnvelope(body, List.of(signature, signature))))
                .isEqualTo(RefusalCode.MALFORMED);
        Envelope.Builder shortKey = Envelope.parseFrom(envelope(body, 1)).toBuilder();
        shortKey.getSignaturesBuilder(0).setPublicKey(ByteString.copyFrom(new byte[33]));
        assertThat(refusalOfEnvelope(shortKey.build().toByteArray())).isEqualTo(RefusalCode.MALFORMED);
        Envelope.Builder shortSignature = Envelope.parseFrom(envelope(body, 1)).toBuilder();
        shortSignature.getSignaturesBuilder(0).setSignature(ByteString.copyFrom(new byte[63]));
        assertThat(refusalOfEnvelope(shortSignature.build().toByteArray())).isEqualTo(RefusalCode.MALFORMED);
    }

    @Test
    void anEnvelopeHasAtMost64Kibibytes() {
        Operation many = new SettleNow(
                Collections.nCopies(4_000, new Leg(new AccountId(1), new AccountId(2), BILL, 3)), Optional.empty());
        byte[] large = envelope(TransactionCodec.encodeBody(body(many)), 1);

        assertThat(large.length).isGreaterThan(64 << 10);
        assertThat(refusalOfEnvelope(large)).isEqualTo(RefusalCode.BOUND_EXCEEDED);
        assertThat(refusalOfEnvelope(new byte[(64 << 10) + 1])).isEqualTo(RefusalCode.BOUND_EXCEEDED);
        assertThat(refusalOfEnvelope(new byte[64 << 10])).isEqualTo(RefusalCode.MALFORMED);
    }
}
