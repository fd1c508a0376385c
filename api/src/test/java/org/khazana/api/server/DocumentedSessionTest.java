package org.khazana.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.Founding;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.table.Change;

/** The session of {@code docs/api.md} is run as it stands there, against the real ledger rules. */
class DocumentedSessionTest {
    private static final Path DOCUMENT = Path.of("../docs/api.md");
    private static final String MAKE_KEYS = """
            mkdir -p ledger/parties
            for key in alice ledger/parties/ministry ledger/parties/central-bank; do
              openssl genpkey -algorithm ed25519 -out $key.pem
              openssl pkey -in $key.pem -pubout -out $key.pub.pem
            done
            """;

    @TempDir
    private Path folder;

    @Test
    void worksAsWritten() throws IOException, InterruptedException {
        assumeTrue(hasTools(), "curl and openssl are not installed");
        run(MAKE_KEYS);
        try (ApiServer server =
                ApiServer.start(new LedgerInMemory(FoundingOf.folder(folder)), ApiSettings.of("127.0.0.1", 0))) {
            String session = Files.readString(DOCUMENT);
            String script = block(session, "functions").replace("127.0.0.1:8101", "127.0.0.1:" + server.port())
                    + block(session, "issue")
                    + block(session, "transfer")
                    + block(session, "again");

            String output = run(script);

            assertThat(output).doesNotContain("/problems/");
            assertThat(output.split("\"result\": \"done\"", -1)).as(output).hasSize(6);
            assertThat(output).contains("\"quantity\": \"200\"").contains("\"quantity\": \"50\"");
            assertThat(output.substring(output.lastIndexOf("\"height\""))).startsWith("\"height\": 3");
        }
    }

    private boolean hasTools() throws IOException, InterruptedException {
        return run("command -v curl && openssl list -public-key-algorithms | grep -i ed25519 || echo missing")
                .lines()
                .noneMatch("missing"::equals);
    }

    private static String block(String document, String name) {
        Matcher matcher = Pattern.compile("<!-- session: " + name + " -->\n```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(document);
        assertThat(matcher.find()).as("a block named %s in %s", name, DOCUMENT).isTrue();
        return matcher.group(1);
    }

    private String run(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return output;
        } finally {
            shell.destroyForcibly();
        }
    }

    /** What the genesis of the session says. */
    private static final class FoundingOf {
        static List<Change> folder(Path folder) throws IOException {
            return Founding.changes(
                    List.of(
                            Founding.Participant.active(new PartyId(1), "Ministry", Set.of(Role.ISSUER)),
                            Founding.Participant.active(
                                    new PartyId(2), "Bank", Set.of(Role.REGISTRAR, Role.CASH_AGENT)),
                            Founding.Participant.active(new PartyId(6), "Bilal", Set.of(Role.INVESTOR)),
                            Founding.Participant.active(new PartyId(7), "Chen", Set.of(Role.INVESTOR))),
                    List.of(
                            key(folder.resolve("ledger/parties/ministry.pub.pem"), 1),
                            key(folder.resolve("ledger/parties/central-bank.pub.pem"), 2),
                            key(folder.resolve("alice.pub.pem"), 7)),
                    List.of(account(6001, 6), account(7001, 7)),
                    List.of(new Founding.Currency(new AssetCode("PKR"), 2)),
                    FakeGateway.VALIDATORS);
        }

        private static PartyKey key(Path pem, long party) throws IOException {
            String text = String.join(
                    "",
                    Files.readAllLines(pem).stream()
                            .filter(line -> !line.startsWith("-"))
                            .toList());
            byte[] der = Base64.getDecoder().decode(text);
            return PartyKey.of(PublicKey.of(Arrays.copyOfRange(der, der.length - 32, der.length)), new PartyId(party));
        }

        private static Account account(long id, long owner) {
            return new Account(
                    new AccountId(id),
                    new PartyId(owner),
                    new PartyId(owner),
                    AccountKind.OWN,
                    DebitRule.OWNER,
                    Account.Status.ACTIVE);
        }
    }
}
