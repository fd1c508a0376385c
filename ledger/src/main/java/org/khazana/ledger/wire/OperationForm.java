package org.khazana.ledger.wire;

import static org.khazana.ledger.receipt.RefusalCode.OPERATION_UNKNOWN;
import static org.khazana.ledger.transaction.EnvelopeLimits.NAME_LENGTH_MAX;
import static org.khazana.ledger.transaction.EnvelopeLimits.REFERENCE_LENGTH_MAX;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.AccountId;
import org.khazana.ledger.transaction.Operation;
import org.khazana.ledger.wire.v1.CreateInstrument;
import org.khazana.ledger.wire.v1.IssueTokens;
import org.khazana.ledger.wire.v1.Leg;
import org.khazana.ledger.wire.v1.RecordCashDeposit;
import org.khazana.ledger.wire.v1.SettleNow;
import org.khazana.ledger.wire.v1.TransactionBody;
import org.khazana.ledger.wire.v1.TransferTokens;

/** The operations in protobuf and back. */
final class OperationForm {
    private OperationForm() {}

    static void write(TransactionBody.Builder body, Operation operation) {
        switch (operation) {
            case Operation.CreateInstrument create -> body.setCreateInstrument(toWire(create));
            case Operation.RecordCashDeposit deposit ->
                body.setRecordCashDeposit(RecordCashDeposit.newBuilder()
                        .setAccount(deposit.account().number())
                        .setCurrency(deposit.currency().text())
                        .setAmountMinor(deposit.amountMinor())
                        .setRtgsReference(deposit.rtgsReference()));
            case Operation.IssueTokens issue ->
                body.setIssueTokens(IssueTokens.newBuilder()
                        .setIsin(issue.isin().text())
                        .setAccount(issue.account().number())
                        .setQuantity(issue.quantity()));
            case Operation.TransferTokens transfer ->
                body.setTransferTokens(TransferTokens.newBuilder()
                        .setIsin(transfer.isin().text())
                        .setFromAccount(transfer.from().number())
                        .setToAccount(transfer.to().number())
                        .setQuantity(transfer.quantity()));
            case Operation.SettleNow settle -> body.setSettleNow(toWire(settle));
            case Operation.SetValidators set -> body.setSetValidators(ValidatorForm.write(set));
        }
    }

    private static CreateInstrument toWire(Operation.CreateInstrument create) {
        return CreateInstrument.newBuilder()
                .setIsin(create.isin().text())
                .setName(create.name())
                .setCurrency(create.currency().text())
                .setFaceMinor(create.faceMinor())
                .setIssueDay(create.issueDay())
                .setMaturityDay(create.maturityDay())
                .setAuthorisedUnits(create.authorisedUnits())
                .setMinimumUnits(create.minimumUnits())
                .setMultipleUnits(create.multipleUnits())
                .setTermSheetHash(create.termSheetHash()
                        .map(hash -> ByteString.copyFrom(hash.toBytes()))
                        .orElse(ByteString.EMPTY))
                .build();
    }

    private static SettleNow toWire(Operation.SettleNow settle) {
        SettleNow.Builder settleNow = SettleNow.newBuilder().setReference(settle.reference());
        for (Operation.Leg leg : settle.legs()) {
            settleNow.addLegs(Leg.newBuilder()
                    .setFromAccount(leg.from().number())
                    .setToAccount(leg.to().number())
                    .setAsset(leg.asset().text())
                    .setQuantity(leg.quantity()));
        }
        return settleNow.build();
    }

    static Operation read(TransactionBody body) throws MalformedTransaction {
        return switch (body.getOperationCase()) {
            case CREATE_INSTRUMENT -> read(body.getCreateInstrument());
            case RECORD_CASH_DEPOSIT -> read(body.getRecordCashDeposit());
            case ISSUE_TOKENS -> read(body.getIssueTokens());
            case TRANSFER_TOKENS -> read(body.getTransferTokens());
            case SETTLE_NOW -> read(body.getSettleNow());
            case SET_VALIDATORS -> ValidatorForm.read(body.getSetValidators());
            case OPERATION_NOT_SET ->
                throw new MalformedTransaction(OPERATION_UNKNOWN, "the body has no operation that is known here");
        };
    }

    private static Operation read(CreateInstrument create) throws MalformedTransaction {
        FieldCheck.noUnknownFields(create);
        Optional<Hash> termSheetHash = create.getTermSheetHash().isEmpty()
                ? Optional.empty()
                : Optional.of(FieldCheck.hash(create.getTermSheetHash(), "term_sheet_hash"));
        return new Operation.CreateInstrument(
                FieldCheck.assetCode(create.getIsin(), "isin"),
                FieldCheck.text(create.getName(), NAME_LENGTH_MAX, "name"),
                FieldCheck.assetCode(create.getCurrency(), "currency"),
                create.getFaceMinor(),
                create.getIssueDay(),
                create.getMaturityDay(),
                create.getAuthorisedUnits(),
                create.getMinimumUnits(),
                create.getMultipleUnits(),
                termSheetHash);
    }

    private static Operation read(RecordCashDeposit deposit) throws MalformedTransaction {
        FieldCheck.noUnknownFields(deposit);
        return new Operation.RecordCashDeposit(
                new AccountId(deposit.getAccount()),
                FieldCheck.assetCode(deposit.getCurrency(), "currency"),
                deposit.getAmountMinor(),
                FieldCheck.reference(deposit.getRtgsReference(), REFERENCE_LENGTH_MAX, "rtgs_reference"));
    }

    private static Operation read(IssueTokens issue) throws MalformedTransaction {
        FieldCheck.noUnknownFields(issue);
        return new Operation.IssueTokens(
                FieldCheck.assetCode(issue.getIsin(), "isin"), new AccountId(issue.getAccount()), issue.getQuantity());
    }

    private static Operation read(TransferTokens transfer) throws MalformedTransaction {
        FieldCheck.noUnknownFields(transfer);
        return new Operation.TransferTokens(
                FieldCheck.assetCode(transfer.getIsin(), "isin"),
                new AccountId(transfer.getFromAccount()),
                new AccountId(transfer.getToAccount()),
                transfer.getQuantity());
    }

    /** The number of legs is not checked here: too many is a refusal of the rules, which has a code of its own. */
    private static Operation read(SettleNow settle) throws MalformedTransaction {
        FieldCheck.noUnknownFields(settle);
        List<Operation.Leg> legs = new ArrayList<>();
        for (Leg leg : settle.getLegsList()) {
            FieldCheck.noUnknownFields(leg);
            legs.add(new Operation.Leg(
                    new AccountId(leg.getFromAccount()),
                    new AccountId(leg.getToAccount()),
                    FieldCheck.assetCode(leg.getAsset(), "asset"),
                    leg.getQuantity()));
        }
        return new Operation.SettleNow(legs, FieldCheck.text(settle.getReference(), REFERENCE_LENGTH_MAX, "reference"));
    }
}
