package org.khazana.node.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code khazana tx prepare}: has a validator make the exact bytes of a transaction, for its signers. */
@Command(
        name = "prepare",
        description = "Turn what is wanted, in JSON or as options, into the exact bytes to sign.",
        footer = {
            "%nA validator makes the bytes; khazana tx sign decodes them again and shows what they say, so the",
            "validator need not be trusted. The JSON is that of POST /v1/transactions/prepare, see docs/api.md:",
            "  {\"sender\": 4, \"operation\": {\"type\": \"transferTokens\", \"isin\": \"PK12M1001241\",",
            "   \"from\": 5001, \"to\": 6001, \"quantity\": \"10\"}}",
            "In an option, colons part the fields of an entry of a list, and commas the entries.",
            "%nExamples:",
            "  khazana tx prepare --in wish.json > prepared.json",
            "  khazana tx prepare transferTokens --sender 4 --isin PK12M1001241 --from 5001 --to 6001 --quantity 10",
            "  khazana tx prepare retireTokens --sender 1 --isin PK12M1001241 --account 1001 --quantity 60 \\",
            "    --serials 17:10,101:50",
            "  khazana tx prepare grantRole --sender 1 --party 20 --role CUSTODIAN",
            "  khazana tx prepare validators remove --sender 1 --id validator-3"
        },
        subcommands = {TxPrepareValidatorsCommand.class})
final class TxPrepareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private TextInput input;

    @Mixin
    private Preparation preparation;

    @Override
    public Integer call() {
        return preparation.prepare(spec, input.read());
    }
}
