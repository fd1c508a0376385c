package org.khazana.node.command;

import java.net.URI;
import org.khazana.api.client.LedgerClient;
import picocli.CommandLine.Option;

/** The option {@code --url}: which validator to ask. */
final class NodeAddress {
    static final String DEFAULT = "http://127.0.0.1:8101";

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = DEFAULT,
            description = "Any validator's address. Default: ${DEFAULT-VALUE}.")
    private URI url;

    LedgerClient client() {
        return client(url);
    }

    static LedgerClient client(URI url) {
        boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!isHttp || url.getHost() == null) {
            throw new CommandFailure(ExitCode.USAGE, "'" + url + "' is not an address such as " + DEFAULT + ".");
        }
        return LedgerClient.of(url);
    }
}
