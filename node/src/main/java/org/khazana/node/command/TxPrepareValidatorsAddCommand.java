package org.khazana.node.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.khazana.api.json.ValidatorsJson.ValidatorJson;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code khazana tx prepare validators add}: one validator more. */
@Command(
        name = "add",
        description = "Add a validator: as an observer first, which keeps all blocks and has no vote.",
        footer = {
            "%nExample:",
            "  khazana tx prepare validators add --sender 1 --id validator-5 --directory 3f2a9c01 \\",
            "      --organisation \"Custodian Three\" --group CUSTODIAN --tls-cert tls-cert.pem \\",
            "      --signing-key signing-key.pub.pem --address validator-5.example:7105"
        })
final class TxPrepareValidatorsAddCommand implements Callable<Integer> {
    @Mixin
    private OperationPreparation preparation;

    @Option(names = "--id", required = true, paramLabel = "ID", description = "Its id, as in its node.toml.")
    private String id;

    @Option(
            names = "--directory",
            required = true,
            paramLabel = "HEX",
            description = "Id of its data folder: what khazana node format printed.")
    private String directory;

    @Option(names = "--organisation", required = true, paramLabel = "NAME", description = "Who runs it.")
    private String organisation;

    @Option(names = "--group", required = true, description = "One of: ${COMPLETION-CANDIDATES}.")
    private Group group;

    @Option(
            names = "--duty",
            defaultValue = "OBSERVER",
            description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Duty duty;

    @Option(names = "--tls-cert", required = true, paramLabel = "FILE", description = "Its TLS certificate in PEM.")
    private Path tlsCertificate;

    @Option(
            names = "--signing-key",
            required = true,
            paramLabel = "FILE",
            description = "Its public signing key in PEM.")
    private Path signingKey;

    @Option(
            names = "--address",
            required = true,
            paramLabel = "HOST:PORT",
            description = "Where the other validators reach it.")
    private String address;

    @Override
    public Integer call() {
        ValidatorJson added = new ValidatorJson(
                id,
                directory,
                organisation,
                group.name(),
                duty.name(),
                ValidatorFiles.tlsKeySha256(tlsCertificate),
                ValidatorFiles.signingKey(signingKey),
                ValidatorFiles.address(address));
        return preparation.prepare(
                ValidatorsChange.OPERATION, client -> new ValidatorsChange(client.validators()).add(added));
    }
}
