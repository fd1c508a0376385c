package org.khazana.node.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.khazana.config.Genesis;
import org.khazana.config.check.ClusterFolder;
import org.khazana.config.generate.ClusterRequest;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.node.assembly.NewNetwork;
import org.khazana.node.supervision.LocalNodes;
import org.khazana.node.supervision.ValidatorNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code khazana cluster init}: writes everything a new network starts from. */
@Command(
        name = "init",
        description = "Write keys, certificates, genesis and one node.toml for each validator of a new network.",
        footer = {
            "%nThe folder must be absent or empty. It then holds genesis.json, one folder for each validator, and in",
            "parties/ the keys of a small treasury bill market: ministry, central-bank, dealer, custodian and",
            "three investors. Whoever runs a real network makes each key where it will be used.",
            "%nExamples:",
            "  khazana cluster init --dir my-cluster",
            "  khazana cluster init --validators 7 --dir seven --peer-port-base 9101 --http-port-base 9201",
            "  khazana cluster init --dir my-cluster --key 5=my-key.pub.pem",
            "      makes a key of your own known as one of Investor Amna, party 5"
        })
final class ClusterInitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--validators",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many, 1 to 9; GOVERNMENT and CUSTODIAN in turn. Default: ${DEFAULT-VALUE}.")
    private int validators;

    @Option(names = "--dir", required = true, paramLabel = "DIR", description = "Where to write; absent or empty.")
    private Path folder;

    @Option(
            names = "--network-name",
            paramLabel = "NAME",
            defaultValue = "khazana-local",
            description = "For people; the network's id is a hash of the genesis. Default: ${DEFAULT-VALUE}.")
    private String networkName;

    @Option(
            names = "--peer-port-base",
            paramLabel = "PORT",
            defaultValue = "" + ClusterRequest.DEFAULT_PEER_PORT_BASE,
            description = "First port for validators among each other; 0 picks free ones. Default: ${DEFAULT-VALUE}.")
    private int peerPortBase;

    @Option(
            names = "--http-port-base",
            paramLabel = "PORT",
            defaultValue = "" + ClusterRequest.DEFAULT_HTTP_PORT_BASE,
            description = "First port for clients; 0 picks free ones. Default: ${DEFAULT-VALUE}.")
    private int httpPortBase;

    @Option(
            names = "--key",
            paramLabel = "PARTY=FILE",
            converter = ExtraKeyConverter.class,
            description = "A further public key (PEM) of a founding party, by the party's number. Repeatable.")
    private List<ClusterRequest.ExtraKey> extraKeys = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        ClusterRequest request = new ClusterRequest(
                validators, folder, networkName, peerPortBase, httpPortBase, extraKeys, Instant.now());
        ClusterFolder cluster = NewNetwork.found(request);
        ChainId chain = new ChainId(Domain.GENESIS.hash(cluster.genesisFile().bytes()));
        if (json) {
            printJson(cluster, chain);
        } else {
            printText(cluster, chain);
        }
        return ExitCode.OK;
    }

    private void printText(ClusterFolder cluster, ChainId chain) {
        PrintWriter out = spec.commandLine().getOut();
        Genesis genesis = cluster.genesisFile().genesis();
        out.println("Network " + genesis.networkName() + " is written to " + folder + ".");
        out.println("Its id is " + chain + ", the hash of genesis.json: whoever has that file can check it.");
        for (ValidatorNode node : LocalNodes.of(cluster)) {
            out.println("  " + node.id() + "  " + node.url());
        }
        out.println("Next: khazana cluster up --dir " + folder);
    }

    private void printJson(ClusterFolder cluster, ChainId chain) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("chainId", chain.toString());
        fields.put("genesisFile", cluster.genesisFile().path().toString());
        fields.put(
                "validators",
                LocalNodes.of(cluster).stream().map(ClusterInitCommand::toJson).toList());
        spec.commandLine().getOut().println(JsonOutput.of(fields));
    }

    private static Map<String, String> toJson(ValidatorNode node) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", node.id());
        fields.put("url", node.url().toString());
        fields.put("config", node.configFile().toString());
        return fields;
    }

    /** Reads {@code 5=my-key.pub.pem}. */
    static final class ExtraKeyConverter implements picocli.CommandLine.ITypeConverter<ClusterRequest.ExtraKey> {
        @Override
        public ClusterRequest.ExtraKey convert(String text) {
            int equals = text.indexOf('=');
            try {
                return new ClusterRequest.ExtraKey(
                        Long.parseLong(text.substring(0, Math.max(0, equals))), Path.of(text.substring(equals + 1)));
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is not PARTY=FILE, such as 5=my-key.pub.pem");
            }
        }
    }
}
