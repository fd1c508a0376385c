package org.khazana.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Handler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.khazana.api.json.AccountJson;
import org.khazana.api.json.AssetJson;
import org.khazana.api.json.BackingJson;
import org.khazana.api.json.BalanceProofJson;
import org.khazana.api.json.BlockJson;
import org.khazana.api.json.BusinessDayJson;
import org.khazana.api.json.CashJson;
import org.khazana.api.json.CertificateJson;
import org.khazana.api.json.CertifiedSettlementProofJson;
import org.khazana.api.json.CheckJson;
import org.khazana.api.json.ClusterJson;
import org.khazana.api.json.DueWorkJson;
import org.khazana.api.json.EncumbranceJson;
import org.khazana.api.json.EvidenceJson;
import org.khazana.api.json.HealthJson;
import org.khazana.api.json.HoldingRulesJson;
import org.khazana.api.json.InstructionJson;
import org.khazana.api.json.JsonText;
import org.khazana.api.json.MotionJson;
import org.khazana.api.json.OmnibusCommitmentsJson;
import org.khazana.api.json.OrderJson;
import org.khazana.api.json.PartyAccountsJson;
import org.khazana.api.json.PartyJson;
import org.khazana.api.json.PartyProfileJson;
import org.khazana.api.json.PledgeJson;
import org.khazana.api.json.PoliciesJson;
import org.khazana.api.json.PreparedJson;
import org.khazana.api.json.ProblemJson;
import org.khazana.api.json.ProblemTypeJson;
import org.khazana.api.json.ProgrammeJson;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.json.RecountJson;
import org.khazana.api.json.RegisterStatementJson;
import org.khazana.api.json.RestrictionJson;
import org.khazana.api.json.ScheduleJson;
import org.khazana.api.json.SerialHistoryProofJson;
import org.khazana.api.json.SerialJson;
import org.khazana.api.json.SystemJson;
import org.khazana.api.json.TransactionJson;
import org.khazana.api.json.ValidatorsJson;
import org.khazana.api.port.SubmissionOutcome;
import org.khazana.ledger.operation.OperationForms;

/** The description, the routes, the records and the pages say the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
    private ServedApi api;
    private JsonNode document;
    private List<Route> routes;

    @BeforeAll
    void start() {
        api = new ServedApi();
        document = api.get("/openapi.json").json();
        routes = Routes.of(new FakeGateway(), ApiSettings.of("127.0.0.1", 0), InstantSource.system(), Runnable::run);
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void describesEveryRouteAndNoOther() {
        Set<String> described = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> described.add(method + " " + path.getKey())));
        Set<String> served = routes.stream()
                .map(route -> route.method().name().toLowerCase(java.util.Locale.ROOT) + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(served);
    }

    @Test
    void everyEndpointClassHasARoute() throws IOException {
        Set<Class<?>> listed =
                routes.stream().map(route -> route.endpoint().getClass()).collect(Collectors.toSet());

        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/khazana/api/endpoint"))) {
            List<Class<?>> endpoints = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("package-info.java"))
                    .<Class<?>>map(OpenApiTest::classOf)
                    .filter(Handler.class::isAssignableFrom)
                    .toList();
            assertThat(endpoints).hasSizeGreaterThan(10);
            assertThat(listed).containsAll(endpoints);
        }
    }

    private static Class<?> classOf(String file) {
        try {
            return Class.forName("org.khazana.api.endpoint." + file.replace(".java", ""));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = document.findValuesAsText("$ref");

        assertThat(references)
                .hasSizeGreaterThan(50)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void everyExampleOfAnAnswerFitsTheRecordThatWeWrite() {
        List<String> fitted = new ArrayList<>();
        document.findValues("content").forEach(content -> {
            JsonNode json = content.has("application/json")
                    ? content.get("application/json")
                    : content.path("application/problem+json");
            String schema = json.at("/schema/$ref").asText().replace("#/components/schemas/", "");
            if (json.has("example") && !schema.equals("SubmitRequest")) {
                assertThat(rewritten(json.get("example"), recordOf(schema))).isEqualTo(json.get("example"));
                fitted.add(schema);
            }
        });

        assertThat(fitted).hasSizeGreaterThan(15);
    }

    /** Through the record and back: a field that the record does not know gets lost. */
    private static JsonNode rewritten(JsonNode example, Class<?> type) {
        byte[] bytes = JsonText.write(example);
        Object value = JsonText.read(bytes, type);
        return JsonText.read(JsonText.write(value), JsonNode.class);
    }

    private static Class<?> recordOf(String schema) {
        return switch (schema) {
            case "Receipt" -> ReceiptJson.class;
            case "Transaction" -> TransactionJson.class;
            case "Prepared" -> PreparedJson.class;
            case "Check" -> CheckJson.class;
            case "Account" -> AccountJson.class;
            case "Positions" -> AccountJson.PositionsJson.class;
            case "Asset" -> AssetJson.class;
            case "Restriction" -> RestrictionJson.class;
            case "Restrictions" -> RestrictionJson.RestrictionsJson.class;
            case "AssetRestrictions" -> RestrictionJson.AssetRestrictionsJson.class;
            case "Order" -> OrderJson.class;
            case "Pledge" -> PledgeJson.class;
            case "Instruction" -> InstructionJson.class;
            case "Instructions" -> InstructionJson.InstructionsJson.class;
            case "CashWithdrawal" -> CashJson.CashWithdrawalJson.class;
            case "CashAttestation" -> CashJson.CashAttestationJson.class;
            case "DueWork" -> DueWorkJson.class;
            case "Recount" -> RecountJson.class;
            case "RecountRun" -> RecountJson.RunJson.class;
            case "Encumbrance" -> EncumbranceJson.class;
            case "Schedule" -> ScheduleJson.class;
            case "Backing" -> BackingJson.class;
            case "Programme" -> ProgrammeJson.class;
            case "BusinessDay" -> BusinessDayJson.class;
            case "TokenTrace" -> SerialJson.class;
            case "Party" -> PartyJson.class;
            case "Policies" -> PoliciesJson.class;
            case "Motion" -> MotionJson.class;
            case "System" -> SystemJson.class;
            case "PartyAccounts" -> PartyAccountsJson.class;
            case "PartyProfile" -> PartyProfileJson.class;
            case "HoldingRules" -> HoldingRulesJson.class;
            case "OmnibusCommitments" -> OmnibusCommitmentsJson.class;
            case "SettlementProof" -> CertifiedSettlementProofJson.class;
            case "BalanceProof" -> BalanceProofJson.class;
            case "RegisterStatement" -> RegisterStatementJson.class;
            case "SerialHistoryProof" -> SerialHistoryProofJson.class;
            case "Certificate" -> CertificateJson.class;
            case "Evidence" -> EvidenceJson.class;
            case "Block" -> BlockJson.class;
            case "Validators" -> ValidatorsJson.class;
            case "Cluster" -> ClusterJson.class;
            case "Health" -> HealthJson.class;
            case "Problem" -> ProblemJson.class;
            case "ProblemType" -> ProblemTypeJson.class;
            default -> throw new AssertionError("no record for the schema " + schema);
        };
    }

    @Test
    void everyExampleOfARequestIsUnderstood() {
        JsonNode content = document.at("/paths/~1v1~1transactions~1prepare/post/requestBody/content");
        JsonNode examples = content.at("/application~1json/examples");
        JsonNode submission =
                document.at("/paths/~1v1~1transactions/post/requestBody/content/application~1json/example");
        api.gateway.answer(new SubmissionOutcome.NoLeader(1));

        assertThat(examples)
                .extracting(example -> example.at("/value/operation/type").asText())
                .containsAll(
                        OperationForms.all().stream().map(form -> form.name()).toList());
        assertThat(examples)
                .allSatisfy(example -> assertThat(api.postJson(
                                        "/v1/transactions/prepare",
                                        example.get("value").toString())
                                .status())
                        .isEqualTo(200));
        assertThat(api.postJson("/v1/transactions", submission.toString()).status())
                .isEqualTo(503);
    }

    @Test
    void thePageAndAllItAsksForIsServedFromHere() {
        String page = api.get("/docs").text();
        List<String> files =
                Stream.of(page.split("\"")).filter(part -> part.startsWith("/")).toList();

        assertThat(files).contains("/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css", "/docs/start.js");
        assertThat(files).allSatisfy(file -> assertThat(api.get(file).status()).isEqualTo(200));
        assertThat(page).doesNotContain("http:").doesNotContain("https:");
        assertThat(api.get("/docs/start.js").text()).contains("/openapi.json");
    }
}
