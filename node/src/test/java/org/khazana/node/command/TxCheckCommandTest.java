package org.khazana.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.wire.TransactionCodec;

class TxCheckCommandTest {
    private static final byte[] BODY = TransactionCodec.encodeBody(new TransactionBody(
            new ChainId(Hash.of(new byte[Hash.BYTES])),
            new RequestId(1, 2),
            new PartyId(4),
            0,
            1_800_000_000_000L,
            new TransferTokens(new AssetCode("PK12M1001241"), new AccountId(5001), new AccountId(6001), 7)));

    @TempDir
    private Path folder;

    private final AtomicReference<byte[]> asked = new AtomicReference<>(new byte[0]);
    private final AtomicReference<String> answer = new AtomicReference<>("");
    private HttpServer server;

    @BeforeEach
    void answerQuestions() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/transactions/check", exchange -> {
            asked.set(exchange.getRequestBody().readAllBytes());
            byte[] json = Objects.requireNonNull(answer.get()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, json.length);
            exchange.getResponseBody().write(json);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void saysWhatWouldBePostedAndEndsWell() throws IOException {
        answer.set("""
                {"transactionId": "t", "height": 42, "result": "done",
                 "postings": [{"account": 5001, "asset": "PK12M1001241", "before": "9", "after": "2"}]}""");

        CommandRun run = check();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Would be carried out.", "after block 42", "account 5001: PK12M1001241 from 9 to 2");
        assertThat(asked.get()).isEqualTo(TransactionCodec.encodeEnvelope(BODY, List.of()));
    }

    @Test
    void namesEveryRuleThatWouldBeBrokenAndEndsBadly() throws IOException {
        answer.set("""
                {"transactionId": "t", "height": 42, "result": "refused", "postings": [],
                 "refusals": [{"code": 4005, "name": "CONTROLLER_SIGNATURE_MISSING", "type": "u"},
                              {"code": 6002, "name": "QUANTITY_INSUFFICIENT", "type": "u"}]}""");

        CommandRun run = check();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out())
                .contains(
                        "Would be refused: 4005 CONTROLLER_SIGNATURE_MISSING.",
                        "Would be refused: 6002 QUANTITY_INSUFFICIENT.");
    }

    private CommandRun check() throws IOException {
        Path signed = Files.writeString(
                folder.resolve("signed.json"),
                "{\"body\": \"" + Base64.getEncoder().encodeToString(BODY) + "\", \"signatures\": []}");
        return CommandRun.of(
                "tx",
                "check",
                "--in",
                signed.toString(),
                "--url",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }
}
