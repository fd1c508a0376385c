package org.khazana.node.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.khazana.api.json.ValidatorsJson.PeerAddressJson;
import org.khazana.api.json.ValidatorsJson.ValidatorJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code khazana tx prepare validators replace}: a validator goes on with another memory. */
@Command(
        name = "replace",
        description = "Give a validator that lost its data folder a new one; the lost one never takes part again.",
        footer = {
            "%nWhat is not given stays as it is.",
            "%nExample:",
            "  khazana tx prepare validators replace --sender 1 --id validator-3 --directory 9a0b12cd"
        })
final class TxPrepareValidatorsReplaceCommand implements Callable<Integer> {
    @Mixin
    private OperationPreparation preparation;

    @Option(names = "--id", required = true, paramLabel = "ID", description = "Which validator.")
    private String id;

    @Option(
            names = "--directory",
            required = true,
            paramLabel = "HEX",
            description = "Id of its new data folder: what khazana node format printed.")
    private String directory;

    @Option(names = "--tls-cert", paramLabel = "FILE", description = "Its new TLS certificate in PEM.")
    private Optional<Path> tlsCertificate;

    @Option(names = "--signing-key", paramLabel = "FILE", description = "Its new public signing key in PEM.")
    private Optional<Path> signingKey;

    @Option(names = "--address", paramLabel = "HOST:PORT", description = "Where it is reached from now on.")
    private Optional<String> address;

    @Override
    public Integer call() {
        Optional<String> newTlsKey = tlsCertificate.map(ValidatorFiles::tlsKeySha256);
        Optional<String> newSigningKey = signingKey.map(ValidatorFiles::signingKey);
        Optional<PeerAddressJson> newAddress = address.map(ValidatorFiles::address);
        return preparation.prepare(
                ValidatorsChange.OPERATION,
                client -> new ValidatorsChange(client.validators())
                        .change(
                                id,
                                old -> new ValidatorJson(
                                        old.id(),
                                        directory,
                                        old.organisation(),
                                        old.group(),
                                        old.duty(),
                                        newTlsKey.orElse(old.tlsKeySha256()),
                                        newSigningKey.orElse(old.signingKey()),
                                        newAddress.isPresent() ? newAddress.get() : old.peerAddress())));
    }
}
