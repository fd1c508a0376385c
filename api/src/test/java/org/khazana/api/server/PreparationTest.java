package org.khazana.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.instrument.RegisterMode;
import org.khazana.ledger.operation.CreateBill;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.operation.SetValidators;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.PeerAddress;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.wire.MalformedTransaction;
import org.khazana.ledger.wire.TransactionCodec;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreparationTest {
    private static final String PATH = "/v1/transactions/prepare";
    private static final String TRANSFER =
            "{'type':'transferTokens','isin':'PK0000000015','from':%d,'to':1001,'quantity':'%s'}";

    private static final String VALIDATOR =
            "{'id':'validator-4','directory':'3f2a9c01','organisation':'Custodian Three','group':'CUSTODIAN','duty':'OBSERVER',"
                    + "'tlsKeySha256':'%s','signingKey':'%s','peerAddress':{'host':'10.0.0.4','port':7104}}";

    private ServedApi api;

    @BeforeAll
    void start() {
        api = new ServedApi();
    }

    @AfterAll
    void stop() {
        api.close();
    }

    private ServedApi.Answer prepare(String json) {
        return api.postJson(PATH, json.replace('\'', '"'));
    }

    private TransactionBody bodyOf(String request) throws MalformedTransaction {
        ServedApi.Answer answer = prepare(request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return TransactionCodec.decodeBody(
                Base64.getDecoder().decode(answer.json().at("/body").asText()));
    }

    @Test
    void givesTheExactBytesToSign() throws MalformedTransaction {
        JsonNode prepared = prepare("{'sender':5,'requestId':'00112233445566778899aabbccddeeff',"
                        + "'notAfter':'2026-01-31T10:00:00Z','operation':" + TRANSFER.formatted(5001, "250") + "}")
                .json();

        byte[] body = Base64.getDecoder().decode(prepared.at("/body").asText());
        byte[] signingBytes =
                Base64.getDecoder().decode(prepared.at("/signingBytes").asText());
        TransactionBody decoded = TransactionCodec.decodeBody(body);
        assertThat(decoded.chainId()).isEqualTo(FakeGateway.CHAIN);
        assertThat(decoded.requestId()).hasToString("00112233445566778899aabbccddeeff");
        assertThat(decoded.sender()).isEqualTo(new PartyId(5));
        assertThat(decoded.notBeforeMillis()).isZero();
        assertThat(decoded.notAfterMillis()).isEqualTo(ServedApi.NOW.toEpochMilli() + 3_600_000);
        assertThat(decoded.operation())
                .isEqualTo(new TransferTokens(FakeGateway.BILL, new AccountId(5001), new AccountId(1001), 250));
        assertThat(signingBytes).isEqualTo(TransactionCodec.signingBytes(FakeGateway.CHAIN, body));
        assertThat(prepared.at("/signingBytesHex").asText())
                .isEqualTo(HexFormat.of().formatHex(signingBytes));
        assertThat(prepared.at("/transactionId").asText())
                .isEqualTo(TransactionCodec.idOf(FakeGateway.CHAIN, body).toString());
    }

    @Test
    void choosesAnotherRequestIdEachTime() {
        String request = "{'sender':5,'operation':" + TRANSFER.formatted(5001, "1") + "}";

        assertThat(prepare(request).json().at("/requestId").asText())
                .hasSize(32)
                .isNotEqualTo(prepare(request).json().at("/requestId").asText());
    }

    @Test
    void reckonsCashInMinorUnitsOfItsCurrency() throws MalformedTransaction {
        assertThat(bodyOf("{'sender':2,'operation':{'type':'recordCashDeposit','account':5001,'currency':'PKR',"
                                + "'amount':'1250000.5','rtgsReference':'R1'}}")
                        .operation())
                .isEqualTo(new RecordCashDeposit(new AccountId(5001), FakeGateway.PKR, 125_000_050, "R1"));
        assertThat(bodyOf("{'sender':3,'validitySeconds':60,'operation':{'type':'settleNow','legs':["
                                + "{'from':7001,'to':5001,'asset':'PK0000000015','quantity':'3'},"
                                + "{'from':5001,'to':7001,'asset':'PKR','quantity':'0.07'}]}}")
                        .operation())
                .isEqualTo(new SettleNow(
                        List.of(
                                new Leg(new AccountId(7001), new AccountId(5001), FakeGateway.BILL, 3),
                                new Leg(new AccountId(5001), new AccountId(7001), FakeGateway.PKR, 7)),
                        Optional.empty()));
    }

    @Test
    void readsTheTermsOfABill() throws MalformedTransaction {
        assertThat(bodyOf(
                                "{'sender':1,'operation':{'type':'createBill','isin':'PK0000000023','name':'bill','cfi':'DYZTXR',"
                                        + "'registerMode':'NATIVE',"
                                        + "'currency':'PKR','faceValue':'5000','issueDate':'1970-01-11','maturityDate':'1971-01-01',"
                                        + "'authorisedUnits':'10','minimumUnits':'1','multipleUnits':'2'}}")
                        .operation())
                .isEqualTo(new CreateBill(
                        new AssetCode("PK0000000023"),
                        "bill",
                        CreateBill.CFI_USUAL,
                        Optional.empty(),
                        FakeGateway.PKR,
                        500_000,
                        10,
                        365,
                        10,
                        1,
                        2,
                        RegisterMode.NATIVE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(bodyOf(
                                "{'sender':1,'operation':{'type':'issueTokens','isin':'PK0000000023','account':5001,'quantity':'9'}}")
                        .operation())
                .isEqualTo(new IssueTokens(new AssetCode("PK0000000023"), new AccountId(5001), 9));
    }

    @Test
    void readsASetOfValidatorsAndSaysThatGovernorsSign() throws MalformedTransaction {
        String request = "{'sender':1,'operation':{'type':'setValidators','replacesEpoch':3,'validators':["
                + VALIDATOR.formatted("ab".repeat(32), "cd".repeat(32)) + "]}}";

        assertThat(bodyOf(request).operation())
                .isEqualTo(new SetValidators(
                        3,
                        List.of(new Validator(
                                "validator-4",
                                0x3F2A_9C01L,
                                "Custodian Three",
                                Group.CUSTODIAN,
                                Duty.OBSERVER,
                                Hash.fromHex("ab".repeat(32)),
                                PublicKey.of(HexFormat.of().parseHex("cd".repeat(32))),
                                Optional.of(new PeerAddress("10.0.0.4", 7104))))));
        assertThat(prepare(request).json().at("/requiredSigners/1/role").asText())
                .isEqualTo("GOVERNOR");
    }

    @Test
    void namesEveryMistakeInASetOfValidatorsAtOnce() {
        ServedApi.Answer answer = prepare("{'sender':1,'operation':{'type':'setValidators','validators':["
                + "{'id':'','directory':'00000000','organisation':'" + "o".repeat(65) + "','group':'government',"
                + "'duty':1,'tlsKeySha256':'ab','signingKey':'xy','peerAddress':{'host':'','port':0,'more':1}},"
                + "{'id':'a','directory':'3F2A9C0','organisation':'A','group':'CUSTODIAN','duty':'VOTER',"
                + "'tlsKeySha256':'" + "ab".repeat(32) + "','peerAddress':'a:1','address':'a:1'}]}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/operation/replacesEpoch",
                        "/operation/validators/0/id",
                        "/operation/validators/0/directory",
                        "/operation/validators/0/organisation",
                        "/operation/validators/0/group",
                        "/operation/validators/0/duty",
                        "/operation/validators/0/tlsKeySha256",
                        "/operation/validators/0/signingKey",
                        "/operation/validators/0/peerAddress/host",
                        "/operation/validators/0/peerAddress/port",
                        "/operation/validators/0/peerAddress/more",
                        "/operation/validators/1/directory",
                        "/operation/validators/1/signingKey",
                        "/operation/validators/1/peerAddress",
                        "/operation/validators/1/address");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 26})
    void refusesASetOfNoneOrTooManyValidators(int count) {
        String validator = VALIDATOR.formatted("ab".repeat(32), "cd".repeat(32));
        String validators = String.join(",", java.util.Collections.nCopies(count, validator));

        ServedApi.Answer answer =
                prepare("{'sender':1,'operation':{'type':'setValidators','replacesEpoch':3,'validators':[" + validators
                        + "]}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/code").asInt()).isEqualTo(8003);
    }

    @ParameterizedTest
    @CsvSource({
        "5001, 4 5",
        "7001, 5 7",
        "8001, 4 5 8",
    })
    void namesTheSignersThatTheDebitRuleDemands(long from, String parties) {
        JsonNode prepared = prepare("{'sender':5,'operation':" + TRANSFER.formatted(from, "1") + "}")
                .json();

        assertThat(prepared.at("/requiredSigners").findValuesAsText("party"))
                .containsExactlyInAnyOrder(parties.split(" "));
    }

    @Test
    void namesTheRoleThatMustCountersign() {
        JsonNode prepared = prepare(
                        "{'sender':1,'operation':{'type':'issueTokens','isin':'PK0000000023','account':5001,'quantity':'9'}}")
                .json();

        assertThat(prepared.at("/requiredSigners/0/party").asLong()).isEqualTo(1);
        assertThat(prepared.at("/requiredSigners/1/role").asText()).isEqualTo("REGISTRAR");
    }

    @Test
    void namesEveryMistakeAtOnce() {
        ServedApi.Answer answer = prepare("{'sender':0,'requestId':'12','notAfter':'tomorrow','validitySeconds':0,"
                + "'operation':{'type':'settleNow','reference':'%s','legs':[".formatted("x".repeat(36))
                + "{'from':1.5,'to':5001,'asset':'pk','quantity':3},"
                + "{'from':5001,'asset':'USD','quantity':'1.005','~x/y':1}]},'more':1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/sender",
                        "/requestId",
                        "/notAfter",
                        "/validitySeconds",
                        "/operation/reference",
                        "/operation/legs/0/from",
                        "/operation/legs/0/asset",
                        "/operation/legs/0/quantity",
                        "/operation/legs/1/asset",
                        "/operation/legs/1/to",
                        "/operation/legs/1/~0x~1y",
                        "/more");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 6001",
        "-1, 6001",
        "9223372036854775808, 1009",
        "1.5, 0",
        "1e3, 0",
        "+1, 0",
        "01, 0",
        "0x1, 0",
        "NaN, 0",
        "'', 0"
    })
    void refusesWhatIsNoQuantity(String quantity, int code) {
        ServedApi.Answer answer = prepare("{'sender':5,'operation':" + TRANSFER.formatted(5001, quantity) + "}");

        assertThat(answer.status()).as(quantity).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/operation/quantity");
        assertThat(answer.json().at("/code").asInt()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'sender':5}                                                            | /operation",
                "{'sender':5,'operation':[]}                                             | /operation",
                "{'sender':5,'operation':{'type':'printMoney'}}                          | /operation/type",
                "{'sender':5,'operation':{}}                                             | /operation/type",
                "[]                                                                      | ''",
                "7                                                                       | ''",
                "{'sender':'5','operation':{'type':'settleNow','legs':[]}}               | /sender",
                "{'sender':99999999999999999999,'operation':{'type':'x'}}                | /sender"
            })
    void saysWhereTheMistakeIs(String request, String pointer) {
        ServedApi.Answer answer = prepare(request);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors").findValuesAsText("pointer")).contains(pointer.replace("''", ""));
    }

    @Test
    void refusesMoreLegsThanASettlementMayHave() {
        String leg = "{'from':7001,'to':5001,'asset':'PK0000000015','quantity':'3'}";
        String legs = String.join(",", java.util.Collections.nCopies(33, leg));

        ServedApi.Answer answer = prepare("{'sender':3,'operation':{'type':'settleNow','legs':[" + legs + "]}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/code").asInt()).isEqualTo(7001);
    }
}
