package org.khazana.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.api.port.LedgerGateway.Wait;
import org.khazana.api.port.SubmissionOutcome;
import org.khazana.api.problem.RefusalStatus;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.DryRun;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.wire.TransactionCodec;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubmissionTest {
    private static final String PATH = "/v1/transactions";
    private static final String PROTOBUF = "application/x-protobuf";
    private static final TransactionId ID = new TransactionId(FakeGateway.hashOf(5));
    private static final Receipt DONE = new Receipt(ID, 42, 0, 1_000, List.of(), List.of());

    private ServedApi api;

    @BeforeAll
    void start() {
        api = new ServedApi(ApiSettings.of("127.0.0.1", 0).withSubmissionMillisMax(300));
    }

    @AfterAll
    void stop() {
        api.close();
    }

    private ServedApi.Answer submit(String query) {
        return api.send("POST", PATH + query, PROTOBUF, BodyPublishers.ofByteArray(new byte[] {1, 2, 3}));
    }

    @Test
    void answersWithTheReceipt() {
        api.gateway.answer(new SubmissionOutcome.Committed(DONE));

        ServedApi.Answer answer = submit("");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/transactionId").asText()).isEqualTo(ID.toString());
        assertThat(answer.json().at("/result").asText()).isEqualTo("done");
    }

    @Test
    void tellsWhatATransactionWouldComeTo() {
        api.gateway.checked = Optional.of(new DryRun.Outcome(
                ID,
                List.of(Refusal.of(RefusalCode.DEBIT_BLOCKED), Refusal.ofLeg(2, RefusalCode.QUANTITY_INSUFFICIENT)),
                List.of(),
                List.of()));
        api.gateway.submitted.clear();

        ServedApi.Answer refused =
                api.send("POST", PATH + "/check", PROTOBUF, BodyPublishers.ofByteArray(new byte[] {1, 2, 3}));
        api.gateway.checked = Optional.of(new DryRun.Outcome(
                ID,
                List.of(),
                List.of(new Posting(new AccountId(5001), FakeGateway.PKR, 5, 7)),
                List.of(new Refusal.LegRefusal(3, RefusalCode.SELF_TRANSFER))));
        ServedApi.Answer done =
                api.send("POST", PATH + "/check", PROTOBUF, BodyPublishers.ofByteArray(new byte[] {1, 2, 3}));
        api.gateway.checked = Optional.empty();
        ServedApi.Answer later =
                api.send("POST", PATH + "/check", PROTOBUF, BodyPublishers.ofByteArray(new byte[] {1, 2, 3}));

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.json().at("/result").asText()).isEqualTo("refused");
        assertThat(refused.json().at("/height").asLong()).isEqualTo(FakeGateway.HEIGHT);
        assertThat(refused.json().at("/refusals/0/code").asInt()).isEqualTo(4002);
        assertThat(refused.json().at("/refusals/1/leg/code").asInt()).isEqualTo(6002);
        assertThat(done.json().at("/result").asText()).isEqualTo("done");
        assertThat(done.json().has("refusals")).isFalse();
        assertThat(done.json().at("/postings/0/after").asText()).isEqualTo("0.07");
        assertThat(done.json().at("/legsLeftOut/0/number").asInt()).isEqualTo(3);
        assertThat(done.json().at("/legsLeftOut/0/code").asInt()).isEqualTo(6005);
        assertThat(refused.json().has("legsLeftOut")).isFalse();
        assertThat(later.status()).isEqualTo(503);
        assertThat(later.header("Retry-After")).isEqualTo("1");
        assertThat(api.gateway.submitted)
                .hasSize(3)
                .allSatisfy(bytes -> assertThat(bytes).containsExactly(1, 2, 3));
    }

    @Test
    void passesOnTheExactBytesAndTheWish() {
        api.gateway.submitted.clear();
        api.gateway.onSubmit = (envelope, wait) -> CompletableFuture.completedFuture(
                wait == Wait.NONE ? new SubmissionOutcome.Accepted(ID) : new SubmissionOutcome.Committed(DONE));

        ServedApi.Answer answer = submit("?wait=none");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/v1/transactions/" + ID);
        assertThat(answer.json().at("/state").asText()).isEqualTo("pending");
        assertThat(submit("?wait=committed").status()).isEqualTo(200);
        assertThat(submit("?wait=certified").status()).isEqualTo(200);
        assertThat(api.gateway.submitted).allSatisfy(bytes -> assertThat(bytes).containsExactly(1, 2, 3));
    }

    @Test
    void tellsWhatIsCommittedButNotCertifiedInTime() {
        api.gateway.answer(new SubmissionOutcome.NotYetCertified(DONE));
        ServedApi.Answer answer = submit("?wait=certified");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/v1/transactions/" + ID);
        assertThat(answer.json().at("/state").asText()).isEqualTo("executed");
        assertThat(answer.json().at("/receipt/result").asText()).isEqualTo("done");

        Refusal refusal = Refusal.of(RefusalCode.QUANTITY_INSUFFICIENT);
        api.gateway.answer(
                new SubmissionOutcome.NotYetCertified(new Receipt(ID, 42, 0, 1_000, List.of(refusal), List.of())));

        assertThat(submit("?wait=certified").status()).isEqualTo(409);
    }

    @Test
    void makesTheSameEnvelopeOfJsonAsAClientWouldOfProtobuf() {
        api.gateway.submitted.clear();
        api.gateway.answer(new SubmissionOutcome.Committed(DONE));
        byte[] body = {9, 8, 7};
        byte[] key = FakeGateway.hashOf(3).toBytes();
        byte[] signature = new byte[64];
        signature[0] = 4;

        ServedApi.Answer answer = api.postJson(
                PATH,
                "{\"body\":\"%s\",\"signatures\":[{\"publicKey\":\"%s\",\"signature\":\"%s\"}]}"
                        .formatted(base64(body), base64(key), base64(signature)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(api.gateway.submitted.getFirst())
                .isEqualTo(TransactionCodec.encodeEnvelope(
                        body, List.of(TransactionSignature.of(PublicKey.of(key), signature))));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @ParameterizedTest
    @EnumSource(RefusalCode.class)
    void tellsACommittedRefusalAsAProblemWithTheReceipt(RefusalCode code) {
        Refusal refusal = code == RefusalCode.LEG_REFUSED
                ? Refusal.ofLeg(3, RefusalCode.QUANTITY_INSUFFICIENT)
                : Refusal.of(code);
        api.gateway.answer(new SubmissionOutcome.Committed(new Receipt(ID, 42, 0, 1_000, List.of(refusal), List.of())));

        ServedApi.Answer answer = submit("");

        assertThat(answer.status()).isEqualTo(RefusalStatus.of(code)).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().at("/code").asInt()).isEqualTo(code.number());
        assertThat(answer.json().at("/name").asText()).isEqualTo(code.name());
        assertThat(answer.json().at("/receipt/refusals/0/code").asInt()).isEqualTo(code.number());
        assertThat(answer.json().at("/receipt/height").asInt()).isEqualTo(42);
        String type = answer.json().at("/type").asText();
        assertThat(api.get(type).json().at("/code").asInt()).isEqualTo(code.number());
    }

    @Test
    void tellsARefusalBeforeTheLogWithoutAReceipt() {
        api.gateway.answer(new SubmissionOutcome.Refused(RefusalCode.MALFORMED, "these bytes are not protobuf"));

        ServedApi.Answer answer = submit("");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/code").asInt()).isEqualTo(1001);
        assertThat(answer.json().at("/detail").asText()).isEqualTo("these bytes are not protobuf");
        assertThat(answer.json().has("receipt")).isFalse();
    }

    @Test
    void asksToTryLaterWhenNothingWasTaken() {
        api.gateway.answer(new SubmissionOutcome.Overloaded(2));
        ServedApi.Answer overloaded = submit("");
        api.gateway.answer(new SubmissionOutcome.NoLeader(1));
        ServedApi.Answer noLeader = submit("");

        assertThat(overloaded.status()).isEqualTo(503);
        assertThat(overloaded.header("Retry-After")).isEqualTo("2");
        assertThat(overloaded.json().at("/name").asText()).isEqualTo("OVERLOADED");
        assertThat(noLeader.status()).isEqualTo(503);
        assertThat(noLeader.header("Retry-After")).isEqualTo("1");
        assertThat(noLeader.json().at("/name").asText()).isEqualTo("NO_LEADER");
    }

    @Test
    void saysThatSendingAgainIsSafeWhenTheOutcomeIsNotKnown() {
        api.gateway.answer(new SubmissionOutcome.OutcomeUnknown(Optional.of(ID), "the leader vanished"));

        ServedApi.Answer answer = submit("");

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.json().at("/type").asText()).isEqualTo("/problems/outcome-unknown");
        assertThat(answer.json().at("/transactionId").asText()).isEqualTo(ID.toString());
        assertThat(answer.json().at("/detail").asText()).contains("sending the same bytes again is safe");
    }

    @Test
    void doesNotWaitForEver() {
        api.gateway.onSubmit = (envelope, wait) -> new CompletableFuture<>();

        ServedApi.Answer answer = submit("");

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.json().at("/name").asText()).isEqualTo("OUTCOME_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?wait=", "?wait=final", "?wait=none&wait=none", "?wiat=none", "?wait=none&x"})
    void refusesAWishItDoesNotUnderstand(String query) {
        assertThat(submit(query).status()).isEqualTo(400);
    }

    @Test
    void namesEveryMistakeOfAnEnvelope() {
        ServedApi.Answer answer = api.postJson(
                PATH,
                "{\"body\":\"***\",\"signatures\":[{\"publicKey\":\"AAAA\",\"signature\":7,\"more\":1}],\"extra\":null}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/body", "/signatures/0/publicKey", "/signatures/0/signature", "/signatures/0/more", "/extra");
    }
}
