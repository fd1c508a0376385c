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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.PlaceRestriction;
import org.khazana.ledger.operation.SetValidators;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.PeerAddress;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.wire.TransactionCodec;

class TxPipeTest {
    private static final ChainId CHAIN = new ChainId(Hash.of(new byte[Hash.BYTES]));
    private static final byte[] BODY = TransactionCodec.encodeBody(new TransactionBody(
            CHAIN,
            new RequestId(1, 2),
            new PartyId(4),
            0,
            1_800_000_000_000L,
            new TransferTokens(new AssetCode("PK12M1001241"), new AccountId(5001), new AccountId(6001), 1_234)));

    @TempDir
    private Path folder;

    @Test
    void signingSaysInPlainWordsWhatIsSignedAndAddsOneValidSignature() throws Exception {
        Path prepared = write(Base64.getEncoder().encodeToString(BODY), "");

        CommandRun once = sign(key("a.pem"), prepared);
        CommandRun twice = sign(key("b.pem"), Files.writeString(folder.resolve("once.json"), once.out()));

        assertThat(once.exitCode()).as(once.err()).isZero();
        assertThat(once.err())
                .contains("Party 4 asks:")
                .contains("move 1,234 tokens of PK12M1001241 from account 5001 to account 6001, free of payment")
                .contains("valid until 2027-01-15T08:00:00Z");
        EnvelopeJson envelope = EnvelopeJson.parse(twice.out());
        assertThat(envelope.bytes()).isEqualTo(BODY);
        assertThat(envelope.signatures())
                .hasSize(2)
                .allMatch(signature -> Ed25519.verifier()
                        .isValid(signature.publicKey(), envelope.signingBytes(), signature.signature()));
    }

    @Test
    void aSetOfValidatorsIsReadOutInFull() throws Exception {
        Validator founder = new Validator(
                "validator-1",
                1L << 32,
                "Ministry",
                Group.GOVERNMENT,
                Duty.VOTER,
                Hash.fromHex("ab".repeat(32)),
                PublicKey.of(Hash.fromHex("cd".repeat(32)).toBytes()),
                Optional.empty());
        Validator joining = new Validator(
                "a\u202eb",
                7,
                "Custodian",
                Group.CUSTODIAN,
                Duty.OBSERVER,
                founder.tlsKeySha256(),
                founder.signingKey(),
                Optional.of(new PeerAddress("v.example", 7102)));
        byte[] body = TransactionCodec.encodeBody(new TransactionBody(
                CHAIN,
                new RequestId(1, 2),
                new PartyId(1),
                0,
                1_800_000_000_000L,
                new SetValidators(3, List.of(founder, joining))));

        CommandRun run = sign(key("a.pem"), write(Base64.getEncoder().encodeToString(body), ""));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("replace all validators of epoch 3 by these:")
                .contains("- \"validator-1\", VOTER, GOVERNMENT, of \"Ministry\"")
                .contains("directory 0000000100000000, at the address that its founders know")
                .contains("- \"a\\u{202e}b\", OBSERVER, CUSTODIAN, of \"Custodian\"")
                .contains("directory 00000007, at \"v.example\" port 7102")
                .contains("ab".repeat(32), "cd".repeat(32));
    }

    @Test
    void restrictedTokensAreReadOutRangeByRange() throws Exception {
        byte[] body = TransactionCodec.encodeBody(new TransactionBody(
                CHAIN,
                new RequestId(1, 2),
                new PartyId(30),
                0,
                1_800_000_000_000L,
                new PlaceRestriction(
                        72,
                        RestrictionGround.COURT,
                        RestrictionScope.SERIALS,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new AssetCode("PK12M1001241")),
                        Blocks.DEBIT,
                        Optional.empty(),
                        "C.P. 18/2026",
                        Hash.fromHex("ab".repeat(32)),
                        Optional.empty(),
                        List.of(new SerialRange(17, 10), new SerialRange(1_001, 1)))));

        CommandRun run = sign(key("a.pem"), write(Base64.getEncoder().encodeToString(body), ""));

        assertThat(run.err())
                .contains("restriction 72 on the ground COURT of scope SERIALS, blocking DEBIT")
                .contains("everything is blocked, or of scope SERIALS just these tokens:")
                .contains("- 10 tokens from serial 17 on")
                .contains("- 1 tokens from serial 1,001 on");
    }

    @Test
    void aKeyThatHasSignedDoesNotSignAgain() throws Exception {
        Path key = key("a.pem");
        CommandRun once = sign(key, write(Base64.getEncoder().encodeToString(BODY), ""));

        CommandRun again = sign(key, Files.writeString(folder.resolve("once.json"), once.out()));

        assertThat(again.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(again.err()).contains("this key has signed already");
    }

    @Test
    void aBodyThatIsNotWhatTheRestSaysIsNotSigned() throws Exception {
        String body = Base64.getEncoder().encodeToString(BODY);

        CommandRun other = sign(key("a.pem"), write(body, ", \"transactionId\": \"" + "0".repeat(64) + "\""));

        assertThat(other.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(other.err()).contains("\"transactionId\" does not belong to its \"body\"");
        assertThat(other.out()).isEmpty();
    }

    @Test
    void bytesThatAreNoBodyAreNotSigned() throws Exception {
        CommandRun noise = sign(key("a.pem"), write("AAECAwQ=", ""));

        assertThat(noise.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(noise.err()).contains("holds no transaction");
    }

    @Test
    void aTransactionForAnotherNetworkThanThatOfTheGenesisIsNotSigned() throws Exception {
        CommandRun.of(
                "cluster",
                "init",
                "--validators",
                "1",
                "--dir",
                folder.resolve("net").toString());

        CommandRun run = CommandRun.of(
                "tx",
                "sign",
                "--key",
                key("a.pem").toString(),
                "--in",
                write(Base64.getEncoder().encodeToString(BODY), "").toString(),
                "--genesis",
                folder.resolve("net/genesis.json").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("not signed: the transaction is for network " + CHAIN);
    }

    @Test
    void optionsBecomeTheJsonThatTheApiPrepares() throws IOException {
        AtomicReference<String> asked = new AtomicReference<>("");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/transactions/prepare", exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer =
                    "{\"transactionId\": \"t\", \"requestId\": \"r\", \"notAfter\": \"n\", \"body\": \"b\", \"signingBytes\": \"s\", \"signingBytesHex\": \"h\", \"requiredSigners\": []}"
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();

        CommandRun run = CommandRun.of(
                "tx",
                "prepare",
                "transferTokens",
                "--url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "--sender",
                "4",
                "--isin",
                "PK12M1001241",
                "--from",
                "5001",
                "--to",
                "6001",
                "--quantity",
                "10");

        server.stop(0);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(asked.get())
                .contains("\"type\" : \"transferTokens\"", "\"from\" : 5001", "\"to\" : 6001", "\"quantity\" : \"10\"")
                .contains("\"sender\" : 4");
    }

    private CommandRun sign(Path key, Path envelope) {
        return CommandRun.of("tx", "sign", "--key", key.toString(), "--in", envelope.toString());
    }

    private Path key(String name) {
        Path key = folder.resolve(name);
        if (!Files.exists(key)) {
            CommandRun.of("key", "new", "--out", key.toString());
        }
        return key;
    }

    private Path write(String body, String more) throws IOException {
        return Files.writeString(folder.resolve("prepared.json"), "{\"body\": \"" + body + "\"" + more + "}");
    }
}
