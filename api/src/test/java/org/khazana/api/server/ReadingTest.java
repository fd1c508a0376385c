package org.khazana.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.api.port.Freshness;
import org.khazana.api.port.NodeHealth;
import org.khazana.api.port.TransactionStatus;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.transaction.TransactionId;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingTest {
    private static final String ID_OF_FIVES = "05".repeat(32);

    private ServedApi api;

    @BeforeAll
    void start() {
        api = new ServedApi();
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/accounts/5001,            /debitRule,               CONTROLLER",
        "/v1/accounts/5001,            /height,                  42",
        "/v1/accounts/5001/positions,  /positions/0/quantity,    250",
        "/v1/accounts/5001/positions,  /positions/1/quantity,    1250000.50",
        "/v1/accounts/5001/positions,  /height,                  42",
        "/v1/accounts/5001/positions,  /positions/0/encumbered,  50",
        "/v1/accounts/5001/positions,  /positions/0/restrained,  310",
        "/v1/accounts/5001/positions,  /positions/0/available,   0",
        "/v1/accounts/5001/positions,  /positions/1/restrained,  0.00",
        "/v1/accounts/5001/positions,  /positions/1/available,   1250000.50",
        "/v1/accounts/5001/restrictions, /restrictions/0/restriction, 2",
        "/v1/accounts/5001/restrictions, /restrictions/0/scope,  PARTY",
        "/v1/accounts/5001/restrictions, /restrictions/1/restriction, 1",
        "/v1/accounts/5001/restrictions, /restrictions/2/restriction, 4",
        "/v1/restrictions/4,           /scope,                   SERIALS",
        "/v1/restrictions/4,           /serials/0/first,         17",
        "/v1/restrictions/4,           /serials/0/count,         10",
        "/v1/restrictions/1,           /serials,                 ''",
        "/v1/assets/PK0000000015/restrictions, /restrictions/0/restriction, 4",
        "/v1/assets/PK0000000015/restrictions, /restrictions/1,  ''",
        "/v1/assets/PKR/restrictions,  /restrictions,            ''",
        "/v1/assets/PK0000000015/serials/17, /restrictions/0,    4",
        "/v1/assets/PK0000000015/serials/27, /restrictions,      ''",
        "/v1/accounts/7001/restrictions, /restrictions,          ''",
        "/v1/restrictions/1,           /ground,                  COURT",
        "/v1/restrictions/1,           /quantity,                300",
        "/v1/restrictions/1,           /account,                 5001",
        "/v1/restrictions/2,           /party,                   5",
        "/v1/restrictions/2,           /blocks,                  CREDIT",
        "/v1/restrictions/3,           /status,                  EXPIRED",
        "/v1/orders/7,                 /quantityMax,             100",
        "/v1/orders/7,                 /overrides/0,             PLEDGE-17-2",
        "/v1/pledges/17,               /status,                  STANDING",
        "/v1/pledges/17,               /encumbrance,             PLEDGE-17-2",
        "/v1/encumbrances/PLEDGE-17-2, /quantity,                50",
        "/v1/encumbrances/PLEDGE-17-2, /serials/0/first,         31",
        "/v1/encumbrances/PLEDGE-17-2, /serials/0/count,         50",
        "/v1/assets/PK0000000015/serials/31, /encumbrance,       PLEDGE-17-2",
        "/v1/assets/PK0000000015/serials/17, /encumbrance,       ''",
        "/v1/instructions/3,           /status,                  OPEN",
        "/v1/instructions/3,           /legs/1/quantity,         10.00",
        "/v1/instructions/3,           /legs/1/settled,          4.00",
        "/v1/instructions/3,           /parts/0/quantities/1,    4.00",
        "/v1/instructions/3,           /parts/0/settledAt,       2023-11-14T22:13:20Z",
        "/v1/instructions/3,           /affirmedBy/0,            7",
        "/v1/instructions/3,           /neededFrom/0,            4",
        "/v1/instructions/4,           /status,                  EXPIRED",
        "/v1/instructions/4,           /reverses,                3",
        "/v1/parties/5/instructions,   /instructions/0/instruction, 3",
        "/v1/parties/5/instructions,   /instructions/1,          ''",
        "/v1/cash-withdrawals/12,      /status,                  PAID",
        "/v1/cash-withdrawals/12,      /amount,                  10.00",
        "/v1/cash-withdrawals/12,      /paymentReference,        W1",
        "/v1/assets/PKR/cash-attestation, /balance,              1250000.50",
        "/v1/assets/PKR/cash-attestation, /asOfDate,             2024-10-04",
        "/v1/instructions/3,           /lastTrial/day,           2024-10-05",
        "/v1/instructions/3,           /lastTrial/refusal/leg/code, 6002",
        "/v1/due-work,                 /work/0/kind,             SETTLE_INSTRUCTIONS",
        "/v1/due-work,                 /work/0/cursor,           12",
        "/v1/due-work,                 /work/1/due,              1",
        "/v1/assets/PKR/recount,       /goingOn/cursor,          7",
        "/v1/assets/PKR/recount,       /goingOn/units,           10.50",
        "/v1/assets/PKR/recount,       /last/status,             MISMATCH",
        "/v1/assets/PK0000000015/recount, /last,                 ''",
        "/v1/assets/PKR,               /outstanding,             1250000.50",
        "/v1/assets/PKR,               /minorDigits,             2",
        "/v1/assets/PK0000000015,      /instrument/faceValue,    5000.00",
        "/v1/assets/PK0000000015,      /instrument/maturityDate, 2025-10-03",
        "/v1/assets/PK0000000015,      /instrument/state,        ACTIVE",
        "/v1/assets/PK0000000015/schedule, /periods/0/payDate,   2024-10-08",
        "/v1/assets/PK0000000015/schedule, /periods/0/recordDate, 2024-10-03",
        "/v1/assets/PK0000000015/backing, /attestations/0/units, 300",
        "/v1/assets/PK0000000015/backing, /items/0/state,        RELEASED",
        "/v1/programmes/MTB%202026,    /authorised,              100000000.00",
        "/v1/business-day,             /businessDate,            2024-10-04",
        "/v1/business-day,             /nextBusinessDate,        2024-10-08",
        "/v1/assets/PK0000000015/serials/17, /holder,             5001",
        "/v1/assets/PK0000000015/serials/17, /movements/0/from,   1001",
        "/v1/assets/PK0000000015/serials/17, /movements/0/height, 40",
        "/v1/assets/PK0000000015/serials/17, /movements/1/to,     1001",
        "/v1/assets/PK0000000015/serials/17/before/9.0.0.17, /movements/0/height, 9",
        "/v1/parties/5,                /name,                    Amna",
        "/v1/parties/5,                /roles/0/role,            REGISTRAR",
        "/v1/parties/5,                /roles/0/programme,       T-BILLS",
        "/v1/parties/5,                /roles/0/untilDate,       ''",
        "/v1/parties/5,                /roles/1/asset,           PK0000000007",
        "/v1/parties/5,                /roles/1/untilDate,       2027-01-15",
        "/v1/parties/5,                /roles/2/role,            INVESTOR",
        "/v1/parties/5,                /status,                  ACTIVE",
        "/v1/parties/5/accounts,       /accounts/0,              5001",
        "/v1/parties/5/accounts?after=5001, /accounts/0,         ''",
        "/v1/parties/5/profile,        /country,                 PK",
        "/v1/parties/5/profile,        /eligibility/untilDate,   2024-10-04",
        "/v1/parties/5/profile,        /licence/countries/0,     AE",
        "/v1/accounts/5001,            /creditRule,              FREE",
        "/v1/accounts/5001,            /residency,               DOMESTIC",
        "/v1/accounts/5001/omnibus-commitments, /commitments/0/total, 250",
        "/v1/assets/PK0000000015/holding-rules, /rules/largestUnits, 1000",
        "/v1/assets/PKR/holding-rules, /rules/largestUnits,      ''",
        "/v1/policies,                 /policies/1/operation,    issueTokens",
        "/v1/policies,                 /policies/1/voices/1/role, REGISTRAR",
        "/v1/policies,                 /policies/2/voices/0/share, TWO",
        "/v1/system,                   /protocolVersion,         1",
        "/v1/system,                   /parameters/MOTION_HOURS, 720",
        "/v1/blocks/latest,            /height,                  42",
        "/v1/blocks/7,                 /time,                    2023-11-14T22:13:20.123Z",
        "/v1/validators,               /epoch,                   0",
        "/v1/validators,               /height,                  42",
        "/v1/validators,               /validators/0/directory,  a3f00001",
        "/v1/validators,               /validators/1/directory,  00000007",
        "/v1/validators,               /validators/1/duty,       OBSERVER",
        "/v1/validators,               /validators/1/peerAddress/port, 7102",
        "/v1/validators,               /atLeast/0/group,         GOVERNMENT",
        "/v1/cluster,                  /validators/0/matchIndex, 43",
        "/v1/cluster,                  /leader,                  validator-1",
        "/health/live,                 /status,                  live",
        "/health/ready,                /status,                  ready",
        "/problems/self-transfer,      /code,                    6005",
        "/problems/outcome-unknown,    /status,                  504",
        "/openapi.json,                /openapi,                 3.1.0"
    })
    void answersWithJson(String path, String pointer, String value) {
        ServedApi.Answer answer = api.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().at(pointer).asText()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/accounts/99,                404, ACCOUNT_NOT_KNOWN",
        "/v1/accounts/99/positions,      404, ACCOUNT_NOT_KNOWN",
        "/v1/accounts/0,                 400, INVALID_REQUEST",
        "/v1/accounts/-1,                400, INVALID_REQUEST",
        "/v1/accounts/007,               400, INVALID_REQUEST",
        "/v1/accounts/abc,               400, INVALID_REQUEST",
        "/v1/accounts/9999999999999999999, 400, INVALID_REQUEST",
        "/v1/accounts/1%2F2,             400, INVALID_REQUEST",
        "/v1/assets/PK0000000023,        404, ASSET_NOT_KNOWN",
        "/v1/assets/PK0000000023/schedule, 404, ASSET_NOT_KNOWN",
        "/v1/assets/PK0000000023/backing, 404, ASSET_NOT_KNOWN",
        "/v1/programmes/MTB,             404, PROGRAMME_NOT_KNOWN",
        "/v1/assets/pkr,                 400, INVALID_REQUEST",
        "/v1/assets/PK0000000015/serials/251, 404, SERIAL_NOT_KNOWN",
        "/v1/assets/PKR/serials/1,       404, SERIAL_NOT_KNOWN",
        "/v1/assets/PK0000000015/serials/0, 400, INVALID_REQUEST",
        "/v1/assets/PK0000000015/serials/17/before/9.0.17, 400, INVALID_REQUEST",
        "/v1/assets/PK0000000015/serials/17/before/-9.0.0.17, 400, INVALID_REQUEST",
        "/v1/assets/ABCDEFGHIJKLM,       400, INVALID_REQUEST",
        "/v1/accounts/99/restrictions,   404, ACCOUNT_NOT_KNOWN",
        "/v1/restrictions/99,            404, RESTRICTION_NOT_KNOWN",
        "/v1/assets/EUR/restrictions,    404, ASSET_NOT_KNOWN",
        "/v1/restrictions/0,             400, INVALID_REQUEST",
        "/v1/orders/99,                  404, ORDER_NOT_KNOWN",
        "/v1/pledges/99,                 404, PLEDGE_NOT_KNOWN",
        "/v1/encumbrances/PLEDGE-17-1,   404, ENCUMBRANCE_NOT_KNOWN",
        "/v1/instructions/99,            404, INSTRUCTION_NOT_KNOWN",
        "/v1/instructions/x,             400, INVALID_REQUEST",
        "/v1/parties/6/instructions,     404, PARTY_NOT_KNOWN",
        "/v1/cash-withdrawals/99,        404, WITHDRAWAL_NOT_KNOWN",
        "/v1/assets/USD/cash-attestation, 404, CASH_ATTESTATION_NOT_KNOWN",
        "/v1/assets/ABC/recount,         404, ASSET_NOT_KNOWN",
        "/v1/encumbrances/LIEN-17-2,     404, ENCUMBRANCE_NOT_KNOWN",
        "/v1/encumbrances/LOAN-17-2,     400, INVALID_REQUEST",
        "/v1/encumbrances/17,            400, INVALID_REQUEST",
        "/v1/parties/6,                  404, PARTY_NOT_KNOWN",
        "/v1/parties/0,                  400, INVALID_REQUEST",
        "/v1/parties/6/accounts,         404, PARTY_NOT_KNOWN",
        "/v1/parties/6/profile,          404, PARTY_NOT_KNOWN",
        "/v1/parties/5/accounts?after=0, 400, INVALID_REQUEST",
        "/v1/parties/5/accounts?after=1&after=2, 400, INVALID_REQUEST",
        "/v1/parties/5/profile?after=1,  400, INVALID_REQUEST",
        "/v1/accounts/99/omnibus-commitments, 404, ACCOUNT_NOT_KNOWN",
        "/v1/assets/PK0000000023/holding-rules, 404, ASSET_NOT_KNOWN",
        "/v1/blocks/43,                  404, BLOCK_NOT_KNOWN",
        "/v1/blocks/5,                   410, BLOCK_NOT_KEPT",
        "/v1/blocks/0,                   400, INVALID_REQUEST",
        "/v1/blocks/newest,              400, INVALID_REQUEST",
        "/v1/transactions/xyz,           400, INVALID_REQUEST",
        "/v1/transactions/0101,          400, INVALID_REQUEST",
        "/problems/none-such,            404, NOT_FOUND",
        "/docs/secret.txt,               404, NOT_FOUND"
    })
    void refusesWithAProblem(String path, int status, String name) {
        ServedApi.Answer answer = api.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().at("/name").asText()).isEqualTo(name);
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
    }

    @Test
    void saysWhyThereIsNoLatestBlockWhereOnlyTheStateAfterItIsHeld() {
        api.gateway.forgottenThrough = FakeGateway.HEIGHT;
        ServedApi.Answer answer = api.get("/v1/blocks/latest");
        api.gateway.forgottenThrough = FakeGateway.FORGOTTEN_THROUGH;

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.json().at("/name").asText()).isEqualTo("BLOCK_NOT_KEPT");
        assertThat(answer.json().at("/detail").asText()).contains("up to 42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/accounts/5001",
                "/v1/accounts/5001/positions",
                "/v1/assets/PKR",
                "/v1/blocks/latest",
                "/v1/blocks/7",
                "/v1/validators"
            })
    void withoutAQuorumOnlyLocalReadsAreAnswered(String path) {
        api.gateway.freshness = new Freshness.NoLeader();
        try {
            assertThat(api.get(path).status()).isEqualTo(503);
            assertThat(api.get(path).json().at("/name").asText()).isEqualTo("NO_LEADER");
            assertThat(api.get(path).header("Retry-After")).isEqualTo("1");
            assertThat(api.get(path + "?consistency=linearizable").status()).isEqualTo(503);
            assertThat(api.get(path + "?consistency=local").status()).isEqualTo(200);
        } finally {
            api.gateway.freshness = new Freshness.Fresh();
        }
    }

    @Test
    void tooManyReadsThatWaitAreRefused() {
        api.gateway.freshness = new Freshness.Overloaded();
        try {
            ServedApi.Answer answer = api.get("/v1/assets/PKR");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().at("/name").asText()).isEqualTo("OVERLOADED");
        } finally {
            api.gateway.freshness = new Freshness.Fresh();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?consistency=",
                "?consistency=eventual",
                "?consistency=local&consistency=local",
                "?consistancy=local"
            })
    void aMistypedConsistencyIsNotTakenForTheUsual(String query) {
        ServedApi.Answer answer = api.get("/v1/assets/PKR" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/name").asText()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void tellsWhatBecameOfATransaction() {
        TransactionId id = new TransactionId(FakeGateway.hashOf(5));
        Receipt receipt = new Receipt(
                id,
                42,
                0,
                1_000,
                List.of(),
                List.of(new Posting(new AccountId(5001), FakeGateway.PKR, 5, 125_000_050)));

        assertThat(api.get("/v1/transactions/" + ID_OF_FIVES).status()).isEqualTo(404);
        api.gateway.transactions.put(id, new TransactionStatus.Pending());
        assertThat(api.get("/v1/transactions/" + ID_OF_FIVES)
                        .json()
                        .at("/state")
                        .asText())
                .isEqualTo("pending");
        api.gateway.transactions.put(id, new TransactionStatus.Executed(receipt));
        api.gateway.certifiedHeight = 41;
        ServedApi.Answer executed = api.get("/v1/transactions/" + ID_OF_FIVES.toUpperCase(java.util.Locale.ROOT));
        api.gateway.certifiedHeight = 42;
        ServedApi.Answer certified = api.get("/v1/transactions/" + ID_OF_FIVES);

        assertThat(executed.json().at("/state").asText()).isEqualTo("executed");
        assertThat(certified.json().at("/state").asText()).isEqualTo("certified");
        assertThat(executed.json().at("/receipt/postings/0/before").asText()).isEqualTo("0.05");
        assertThat(executed.json().at("/receipt/postings/0/after").asText()).isEqualTo("1250000.50");
        assertThat(executed.json().at("/receipt/blockTime").asText()).isEqualTo("1970-01-01T00:00:01Z");
    }

    @Test
    void findsARefusedTransaction() {
        TransactionId id = new TransactionId(FakeGateway.hashOf(6));
        Receipt receipt =
                new Receipt(id, 42, 0, 1_000, List.of(Refusal.ofLeg(2, RefusalCode.QUANTITY_INSUFFICIENT)), List.of());
        api.gateway.transactions.put(id, new TransactionStatus.Executed(receipt));

        ServedApi.Answer answer = api.get("/v1/transactions/" + id);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/receipt/refusals/0/code").asInt()).isEqualTo(7007);
        assertThat(answer.json().at("/receipt/refusals/0/leg/number").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/receipt/refusals/0/leg/code").asInt()).isEqualTo(6002);
    }

    @Test
    void isNotReadyWithTheReasonOfTheNode() {
        api.gateway.health = new NodeHealth(false, "no leader is known");
        try {
            ServedApi.Answer answer = api.get("/health/ready");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.json().at("/detail").asText()).isEqualTo("no leader is known");
            assertThat(api.get("/health/live").status()).isEqualTo(200);
        } finally {
            api.gateway.health = new NodeHealth(true, "all is well");
        }
    }
}
