package org.khazana.node.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.khazana.ledger.transaction.Operation;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.validator.Validator;

/**
 * Says what a transaction asks for in the words of the people who sign it. Speaks of nothing but the decoded body, and
 * of all of it: what is not said here must not be in a body.
 */
final class PlainWords {

    private PlainWords() {}

    /** One line for each thing that the signer should know. */
    static List<String> of(TransactionBody body) {
        List<String> lines = new ArrayList<>();
        lines.add("Party " + body.sender() + " asks:");
        operation(body.operation()).forEach(line -> lines.add("  " + line));
        lines.add("valid " + validity(body));
        lines.add("network " + body.chainId());
        lines.add("request " + body.requestId());
        return lines;
    }

    private static List<String> operation(Operation operation) {
        return switch (operation) {
            case Operation.CreateInstrument create -> instrument(create);
            case Operation.RecordCashDeposit deposit ->
                List.of(
                        "record that " + quantity(deposit.amountMinor()) + " minor units of " + deposit.currency()
                                + " arrived for account " + deposit.account(),
                        "payment reference " + quoted(deposit.rtgsReference()));
            case Operation.IssueTokens issue ->
                List.of("issue " + quantity(issue.quantity()) + " new tokens of " + issue.isin() + " into account "
                        + issue.account());
            case Operation.TransferTokens transfer ->
                List.of("move " + quantity(transfer.quantity()) + " tokens of " + transfer.isin() + " from account "
                        + transfer.from() + " to account " + transfer.to() + ", free of payment");
            case Operation.SettleNow settle -> settlement(settle);
            case Operation.SetValidators set -> validators(set);
        };
    }

    private static List<String> instrument(Operation.CreateInstrument create) {
        return List.of(
                "define the bill " + create.isin() + ", named " + quoted(create.name()),
                "one token is " + quantity(create.faceMinor()) + " minor units of " + create.currency() + " face value",
                "issued on " + day(create.issueDay()) + ", repaid on " + day(create.maturityDay()),
                "at most " + quantity(create.authorisedUnits()) + " tokens, moved in multiples of "
                        + quantity(create.multipleUnits()) + ", at least " + quantity(create.minimumUnits()),
                create.termSheetHash()
                        .map(hash -> "term sheet with SHA-256 " + hash)
                        .orElse("without a term sheet"));
    }

    private static List<String> settlement(Operation.SettleNow settle) {
        List<String> lines = new ArrayList<>();
        lines.add("settle at once, all or nothing, reference " + quoted(settle.reference()) + ":");
        for (Operation.Leg leg : settle.legs()) {
            lines.add("- " + quantity(leg.quantity()) + " " + leg.asset() + " from account " + leg.from()
                    + " to account " + leg.to());
        }
        lines.add("(tokens for a bill, minor units for a currency)");
        return lines;
    }

    private static List<String> validators(Operation.SetValidators set) {
        List<String> lines = new ArrayList<>();
        lines.add("replace all validators of epoch " + set.replacesEpoch() + " by these "
                + set.validators().size() + ":");
        for (Validator validator : set.validators()) {
            lines.add("- " + quoted(validator.id()) + ", " + validator.duty() + ", " + validator.group() + ", of "
                    + quoted(validator.organisation()));
            lines.add("  directory " + validator.directoryText() + ", "
                    + validator
                            .peerAddress()
                            .map(address -> "at " + quoted(address.host()) + " port " + address.port())
                            .orElse("at the address that its founders know"));
            lines.add("  TLS key with SHA-256 " + validator.tlsKey());
            lines.add("  signing key " + validator.signingKey());
        }
        return lines;
    }

    private static String validity(TransactionBody body) {
        String until = "until " + instant(body.notAfterMillis());
        return body.notBeforeMillis() == 0 ? until : "from " + instant(body.notBeforeMillis()) + " " + until;
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    private static String day(int epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }

    private static String quantity(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Text of a stranger, on one line and without control characters that could repaint the terminal. */
    private static String quoted(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (isPrintable(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u{%x}", c));
            }
        });
        return shown.append('"').toString();
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
