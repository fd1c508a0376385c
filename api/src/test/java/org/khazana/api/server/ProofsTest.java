package org.khazana.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.json.BalanceProofJson;
import org.khazana.api.json.CertifiedSettlementProofJson;
import org.khazana.api.json.JsonText;
import org.khazana.api.json.SettlementProofJson;
import org.khazana.api.port.BalanceAnswer;
import org.khazana.api.port.ProofAnswer;
import org.khazana.api.port.RegisterAnswer;
import org.khazana.api.port.SerialHistoryAnswer;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.DoubleProposing;
import org.khazana.ledger.finality.DoubleSigning;
import org.khazana.ledger.finality.DoubleVoting;
import org.khazana.ledger.finality.EvidenceCodec;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.finality.SignedHead;
import org.khazana.ledger.finality.SignedProposal;
import org.khazana.ledger.finality.SignedVote;
import org.khazana.ledger.finality.Vote;
import org.khazana.ledger.proof.CertifiedSettlementProof;
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.validator.ReplicaId;

/** What a node hands out so that nobody has to believe it. */
class ProofsTest {
    private static final String ID = new TransactionId(FakeGateway.hashOf(5)).toString();
    private static final String PROOF = "/v1/transactions/" + ID + "/proof";
    private static final Head BLOCK = new Head(
            FakeGateway.CHAIN,
            0,
            41,
            FakeGateway.hashOf(1),
            FakeGateway.hashOf(2),
            FakeGateway.hashOf(3),
            FakeGateway.hashOf(4));
    private static final Head NEXT =
            BLOCK.next(0, FakeGateway.hashOf(11), FakeGateway.hashOf(12), FakeGateway.hashOf(13));
    private static final HeadSignature SIGNATURE =
            HeadSignature.of(PublicKey.of(FakeGateway.hashOf(2).toBytes()), new byte[HeadSignature.BYTES]);
    private static final Certificate CERTIFICATE = new Certificate(NEXT, List.of(SIGNATURE));

    private ServedApi api;

    @BeforeEach
    void start() {
        api = new ServedApi();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private static CertifiedSettlementProof proof() {
        try (InputStream file =
                Objects.requireNonNull(ProofsTest.class.getResourceAsStream("/proofs/settlement-proof-0.json"))) {
            return new CertifiedSettlementProof(
                    SettlementProofJson.read(file.readAllBytes()),
                    new Testimony(List.of(), List.of(BLOCK), CERTIFICATE));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theProofOfATransactionIsTheFileItself() {
        api.gateway.proof = new ProofAnswer.Proof(proof());

        ServedApi.Answer answer = api.get(PROOF);

        byte[] file = answer.response().body();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(JsonText.write(CertifiedSettlementProofJson.of(CertifiedSettlementProofJson.read(file))))
                .isEqualTo(file);
        try (LedgerClient client = LedgerClient.of(api.uri())) {
            assertThat(JsonText.write(client.proof(ID))).isEqualTo(file);
        }
    }

    @Test
    void whyThereIsNoProofIsToldByName() {
        assertProblem(new ProofAnswer.NotKnown(), 404, "TRANSACTION_NOT_KNOWN");
        assertProblem(new ProofAnswer.NotCertified("not yet"), 409, "TRANSACTION_NOT_CERTIFIED");
        assertProblem(new ProofAnswer.NotKept(5), 410, "BLOCK_NOT_KEPT");
        assertProblem(new ProofAnswer.NotProvable("too long"), 409, "TRANSACTION_NOT_PROVABLE");
        assertThat(api.get("/v1/transactions/5/proof").status()).isEqualTo(400);
    }

    private void assertProblem(ProofAnswer answer, int status, String name) {
        api.gateway.proof = answer;
        ServedApi.Answer problem = api.get(PROOF);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.json().at("/name").asText()).isEqualTo(name);
        assertThat(problem.json().at("/transactionId").asText()).isEqualTo(ID);
        assertThat(api.get(problem.json().at("/type").asText()).status()).isEqualTo(200);
    }

    @Test
    void theProofOfABalanceIsTheFileItself() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ProofsTest.class.getResourceAsStream("/proofs/balance-proof-1.json"))) {
            api.gateway.balanceProof = new BalanceAnswer.Proof(BalanceProofJson.read(file.readAllBytes()));
        }

        ServedApi.Answer answer = api.get("/v1/accounts/17/positions/PK0000000007/proof?height=10");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(api.gateway.balanceAsked).isEqualTo("17 PK0000000007 OptionalLong[10]");
        try (LedgerClient client = LedgerClient.of(api.uri())) {
            assertThat(JsonText.write(client.balanceProof(17, "PK0000000007", OptionalLong.empty())))
                    .isEqualTo(answer.response().body());
            assertThat(api.gateway.balanceAsked).isEqualTo("17 PK0000000007 OptionalLong.empty");
            client.locally().balanceProof(18, "PKR", OptionalLong.of(7));
            assertThat(api.gateway.balanceAsked).isEqualTo("18 PKR OptionalLong[7]");
        }
    }

    @Test
    void whyThereIsNoProofOfABalanceIsToldByName() {
        assertProblem(new BalanceAnswer.NotExecuted(42), 404, "BLOCK_NOT_KNOWN");
        assertProblem(new BalanceAnswer.NotCertified("not yet"), 409, "STATE_NOT_CERTIFIED");
        assertProblem(new BalanceAnswer.NotKept("forgotten"), 410, "STATE_NOT_KEPT");
        assertProblem(new BalanceAnswer.NotProvable("no step"), 409, "STATE_NOT_PROVABLE");
        for (String wrong : List.of(
                "/v1/accounts/17/positions/pkr/proof",
                "/v1/accounts/0/positions/PKR/proof",
                "/v1/accounts/17/positions/PKR/proof?height=0",
                "/v1/accounts/17/positions/PKR/proof?height=1&height=2",
                "/v1/accounts/17/positions/PKR/proof?hight=1",
                "/v1/accounts/17/positions?height=1")) {
            assertThat(api.get(wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    private void assertProblem(BalanceAnswer answer, int status, String name) {
        api.gateway.balanceProof = answer;
        ServedApi.Answer problem = api.get("/v1/accounts/17/positions/PKR/proof");

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.json().at("/name").asText()).isEqualTo(name);
        assertThat(api.get(problem.json().at("/type").asText()).status()).isEqualTo(200);
    }

    @Test
    void aRegisterIsAskedForAsOfAHeightOrTheEndOfADate() {
        String path = "/v1/assets/PKR/register/proof";
        assertThat(api.get(path).json().at("/name").asText()).isEqualTo("BLOCK_NOT_KNOWN");
        assertThat(api.gateway.registerAsked).isEqualTo("PKR Newest[]");
        api.get(path + "?height=7");
        assertThat(api.gateway.registerAsked).isEqualTo("PKR Height[height=7]");
        api.get(path + "?date=1970-01-11");
        assertThat(api.gateway.registerAsked).isEqualTo("PKR EndOf[date=10]");
        for (String wrong :
                List.of("?date=11.1.1970", "?date=1970-01-11&height=7", "?height=0", "?day=5", "?date=&date=")) {
            assertThat(api.get(path + wrong).status()).as(wrong).isEqualTo(400);
        }

        assertNoRegister(new RegisterAnswer.AssetNotKnown(), 404, "ASSET_NOT_KNOWN");
        assertNoRegister(new RegisterAnswer.NotYet("not over"), 409, "STATE_NOT_CERTIFIED");
        assertNoRegister(new RegisterAnswer.NotKept("gone"), 410, "STATE_NOT_KEPT");
        assertNoRegister(new RegisterAnswer.NotProvable("too far"), 409, "STATE_NOT_PROVABLE");
    }

    private void assertNoRegister(RegisterAnswer answer, int status, String name) {
        api.gateway.register = answer;
        ServedApi.Answer problem = api.get("/v1/assets/PKR/register/proof");

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.json().at("/name").asText()).isEqualTo(name);
    }

    @Test
    void whyTheHistoryOfATokenIsNotProvedIsToldByName() {
        assertNoHistory(new SerialHistoryAnswer.NotKnown(), 404, "SERIAL_NOT_KNOWN");
        assertNoHistory(new SerialHistoryAnswer.NotCertified("not yet"), 409, "STATE_NOT_CERTIFIED");
        assertNoHistory(new SerialHistoryAnswer.NotProvable("too long"), 409, "HISTORY_NOT_PROVABLE");
        assertNoHistory(new SerialHistoryAnswer.BlockNotKept(5), 410, "BLOCK_NOT_KEPT");
        assertNoHistory(new SerialHistoryAnswer.StateNotKept("gone"), 410, "STATE_NOT_KEPT");
        for (String wrong : List.of("0", "-1", "x", "9223372036854775808")) {
            String path = "/v1/assets/PK0000000007/serials/" + wrong + "/proof";
            assertThat(api.get(path).status()).as(path).isEqualTo(400);
        }
    }

    private void assertNoHistory(SerialHistoryAnswer answer, int status, String name) {
        api.gateway.serialHistory = answer;
        ServedApi.Answer problem = api.get("/v1/assets/PK0000000007/serials/17/proof");

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.json().at("/name").asText()).isEqualTo(name);
        assertThat(api.get(problem.json().at("/type").asText()).status()).isEqualTo(200);
    }

    @Test
    void theFirstCertificateThatVouchesForABlockIsShown() {
        assertThat(api.get("/v1/certificates/latest").json().at("/name").asText())
                .isEqualTo("CERTIFICATE_NOT_KNOWN");
        api.gateway.certificates.put(42L, CERTIFICATE);

        for (String height : List.of("1", "42", "latest")) {
            ServedApi.Answer answer = api.get("/v1/certificates/" + height);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/height").asLong()).isEqualTo(42);
            assertThat(answer.json().at("/headHash").asText())
                    .isEqualTo(NEXT.hash().toString());
            assertThat(answer.json().at("/previous").asText())
                    .isEqualTo(BLOCK.hash().toString());
            assertThat(answer.json().at("/signatures/0/signingKey").asText())
                    .isEqualTo(SIGNATURE.key().toString());
            assertThat(Base64.getDecoder().decode(answer.json().at("/bytes").asText()))
                    .isEqualTo(HeadCodec.encode(CERTIFICATE));
        }
        assertThat(api.get("/v1/certificates/43").status()).isEqualTo(404);
        assertThat(api.get("/v1/certificates/0").status()).isEqualTo(400);
    }

    @Test
    void evidenceIsShownWithItsKind() {
        assertThat(api.get("/v1/evidence").json().at("/evidence")).isEmpty();
        Head other = BLOCK.next(0, FakeGateway.hashOf(21), FakeGateway.hashOf(22), FakeGateway.hashOf(23));
        DoubleSigning lie = DoubleSigning.of(
                        new SignedHead(NEXT, SIGNATURE), new SignedHead(other, SIGNATURE), List.of())
                .orElseThrow();
        api.gateway.evidence.addAll(List.of(
                HeadCodec.encode(lie),
                HeadCodec.encode(CERTIFICATE),
                new byte[] {1, 2, 3},
                EvidenceCodec.encode(
                        DoubleProposing.of(proposed(1_000), proposed(1_001)).orElseThrow()),
                EvidenceCodec.encode(new DoubleVoting(vote("b"), vote("c")))));

        ServedApi.Answer answer = api.get("/v1/evidence");

        assertThat(answer.json().at("/evidence"))
                .extracting(item -> item.get("kind").asText())
                .containsExactly("DOUBLE_SIGNING", "OVERRULED", "UNKNOWN", "DOUBLE_PROPOSING", "DOUBLE_VOTING");
        for (int convicting : new int[] {0, 3, 4}) {
            assertThat(answer.json().at("/evidence/" + convicting + "/key").asText())
                    .isEqualTo(SIGNATURE.key().toString());
        }
        assertThat(answer.json().at("/evidence/1").has("key")).isFalse();
        assertThat(answer.json().at("/evidence/2/bytes").asText()).isEqualTo("AQID");
    }

    private static SignedProposal proposed(long timeMillis) {
        BlockHeader header = new BlockHeader(
                BlockHeader.VERSION,
                FakeGateway.CHAIN,
                42,
                7,
                "a",
                timeMillis,
                FakeGateway.hashOf(1),
                FakeGateway.hashOf(2),
                0,
                FakeGateway.hashOf(3),
                FakeGateway.hashOf(4));
        return new SignedProposal(header, SIGNATURE);
    }

    private static SignedVote vote(String candidate) {
        return new SignedVote(
                new Vote(FakeGateway.CHAIN, 7, new ReplicaId("a", 1), new ReplicaId(candidate, 1)), SIGNATURE);
    }
}
