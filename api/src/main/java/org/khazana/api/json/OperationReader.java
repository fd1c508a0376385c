package org.khazana.api.json;

import static org.khazana.ledger.transaction.EnvelopeLimits.LEGS_MAX;
import static org.khazana.ledger.transaction.EnvelopeLimits.LEGS_MIN;
import static org.khazana.ledger.transaction.EnvelopeLimits.NAME_LENGTH_MAX;
import static org.khazana.ledger.transaction.EnvelopeLimits.REFERENCE_LENGTH_MAX;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.receipt.RefusalCode;
import org.khazana.ledger.transaction.AssetCode;
import org.khazana.ledger.transaction.Operation;

/** Reads the JSON form of an operation; {@code docs/api.md} lists the fields of each type. */
final class OperationReader {
    private static final int HASH_CHARACTERS = 2 * Hash.BYTES;
    private static final int TYPE_CHARACTERS_MAX = 32;
    private static final int DATE_CHARACTERS = 10;
    private static final int CURRENCY_CHARACTERS = 3;

    private final Denominations denominations;

    OperationReader(Denominations denominations) {
        this.denominations = denominations;
    }

    /** Empty when the type is unknown; any mistake is noted in {@code fields}. */
    Optional<Operation> read(Fields fields) {
        String type = fields.text("type", TYPE_CHARACTERS_MAX);
        Optional<Operation> operation = switch (type) {
            case "createInstrument" -> Optional.of(createInstrument(fields));
            case "recordCashDeposit" -> Optional.of(recordCashDeposit(fields));
            case "issueTokens" -> Optional.of(issueTokens(fields));
            case "transferTokens" -> Optional.of(transferTokens(fields));
            case "settleNow" -> Optional.of(settleNow(fields));
            case "setValidators" -> Optional.of(ValidatorsReader.read(fields));
            default -> Optional.empty();
        };
        if (operation.isPresent()) {
            fields.end();
        } else if (!type.isEmpty()) {
            fields.mistake(
                    "type",
                    "must be createInstrument, recordCashDeposit, issueTokens, transferTokens, settleNow or setValidators");
        }
        return operation;
    }

    private Operation createInstrument(Fields fields) {
        AssetCode currency = fields.asset("currency");
        return new Operation.CreateInstrument(
                fields.asset("isin"),
                fields.text("name", NAME_LENGTH_MAX),
                currency,
                fields.amount("faceValue", digitsOfCurrency(fields, "currency", currency)),
                day(fields, "issueDate"),
                day(fields, "maturityDate"),
                fields.amount("authorisedUnits", OptionalInt.empty()),
                fields.amount("minimumUnits", OptionalInt.empty()),
                fields.amount("multipleUnits", OptionalInt.empty()),
                fields.optionalParsed(
                        "termSheetHash", HASH_CHARACTERS, Hash::fromHex, "must be 64 hexadecimal digits (SHA-256)"));
    }

    private Operation recordCashDeposit(Fields fields) {
        AssetCode currency = fields.asset("currency");
        return new Operation.RecordCashDeposit(
                fields.account("account"),
                currency,
                fields.amount("amount", digitsOfCurrency(fields, "currency", currency)),
                fields.text("rtgsReference", REFERENCE_LENGTH_MAX));
    }

    private Operation issueTokens(Fields fields) {
        return new Operation.IssueTokens(
                fields.asset("isin"), fields.account("account"), fields.amount("quantity", OptionalInt.empty()));
    }

    private Operation transferTokens(Fields fields) {
        return new Operation.TransferTokens(
                fields.asset("isin"),
                fields.account("from"),
                fields.account("to"),
                fields.amount("quantity", OptionalInt.empty()));
    }

    private Operation settleNow(Fields fields) {
        List<Operation.Leg> legs = new ArrayList<>();
        for (Fields leg : fields.objects("legs", LEGS_MIN, LEGS_MAX, RefusalCode.LEG_COUNT_INVALID)) {
            legs.add(leg(leg));
        }
        return new Operation.SettleNow(
                legs, fields.optionalText("reference", REFERENCE_LENGTH_MAX).orElse(""));
    }

    private Operation.Leg leg(Fields fields) {
        AssetCode asset = fields.asset("asset");
        // An instrument may be too new for this node to know; a currency is part of the genesis.
        OptionalInt digits = asset.text().length() == CURRENCY_CHARACTERS
                ? digitsOfCurrency(fields, "asset", asset)
                : OptionalInt.empty();
        Operation.Leg leg = new Operation.Leg(
                fields.account("from"), fields.account("to"), asset, fields.amount("quantity", digits));
        fields.end();
        return leg;
    }

    private OptionalInt digitsOfCurrency(Fields fields, String name, AssetCode currency) {
        OptionalInt digits = denominations.minorDigits(currency);
        if (digits.isEmpty()) {
            fields.mistake(name, "is not a currency of this ledger", RefusalCode.CURRENCY_UNKNOWN);
            // A stand-in: the currency is the mistake to report, not the digits of the amount.
            return OptionalInt.of(AmountText.MINOR_DIGITS_MAX);
        }
        return digits;
    }

    private static int day(Fields fields, String name) {
        return fields.parsed(name, DATE_CHARACTERS, OperationReader::epochDay, "must be a date such as \"2026-01-31\"")
                .orElse(0);
    }

    private static int epochDay(String text) {
        try {
            return Math.toIntExact(LocalDate.parse(text).toEpochDay());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
