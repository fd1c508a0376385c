package org.khazana.node.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code khazana tx prepare deposit}: money that arrived. */
@Command(
        name = "deposit",
        description = "Record money that arrived on the settlement account outside.",
        footer = {
            "%nExample:",
            "  khazana tx prepare deposit --sender 2 --account 5001 --currency PKR --amount 1000000.00 --reference R1"
        })
final class TxPrepareDepositCommand implements Callable<Integer> {
    @Mixin
    private OperationPreparation preparation;

    @Option(names = "--account", required = true, paramLabel = "ACCOUNT", description = "Whose money it is.")
    private long account;

    @Option(names = "--currency", required = true, paramLabel = "CODE", description = "ISO 4217 code.")
    private String currency;

    @Option(names = "--amount", required = true, paramLabel = "AMOUNT", description = "Such as 1000000.00.")
    private String amount;

    @Option(
            names = "--reference",
            required = true,
            paramLabel = "TEXT",
            description = "Of the payment; used once, ever.")
    private String reference;

    @Override
    public Integer call() {
        return preparation.prepare(
                "recordCashDeposit",
                Map.of("account", account, "currency", currency, "amount", amount, "rtgsReference", reference));
    }
}
