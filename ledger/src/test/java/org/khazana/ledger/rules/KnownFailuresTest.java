package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.execution.Recount;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.Availability;
import org.khazana.ledger.state.Restraints;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.wire.TransactionCodec;

/** What went wrong elsewhere, in code that others relied on, each tried here. Where it happened is said with each. */
class KnownFailuresTest {
    private final TestNetwork network = new TestNetwork();

    @BeforeEach
    void holdSome() {
        done(TestNetwork.bill(BILL), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        done(TestNetwork.issue(3001, 150), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        done(TestNetwork.deposit(5001, 1_000, "R1"), TestNetwork.CENTRAL_BANK);
        done(TestNetwork.deposit(6001, 1_000, "R2"), TestNetwork.CENTRAL_BANK);
    }

    private void done(Operation operation, long... signers) {
        assertThat(network.submit(operation, signers).refusals()).isEmpty();
    }

    private void done(String words, long... signers) {
        done(ClaimWords.read(words.split(" ")), signers);
    }

    private List<RefusalCode> codes(Operation operation, long... signers) {
        return network.submit(operation, signers).refusals().stream()
                .map(refusal -> refusal.leg().isPresent() ? refusal.leg().get().code() : refusal.code())
                .toList();
    }

    private List<RefusalCode> codes(String words, long... signers) {
        return codes(ClaimWords.read(words.split(" ")), signers);
    }

    private static Operation operation(String words) {
        return new Attempt(0, List.of(), words, "").operation(words, new TestNetwork());
    }

    /** In the words of a rule table. */
    private String result(String words, long... signers) {
        return Attempt.describe(network.submit(operation(words), signers));
    }

    private Availability position() {
        return new Restraints(network.state(), network.nowMillis()).of(new AccountId(3001), BILL);
    }

    /** ERC-7943: a forced transfer from = to reduced the frozen amount and moved nothing (ethereum/ERCs issue 1778, CMTA/CMTAT issue 380). */
    @Test
    void aForcedTransferToTheSameAccountFreesNothing() {
        done("restrict 1 COURT DEBIT position 3001 BILL 100", TestNetwork.COURT);

        assertThat(codes(
                        "order 1 FORFEIT under 1 100 BILL 3001 3001 until 9",
                        TestNetwork.COURT,
                        TestNetwork.CENTRAL_BANK))
                .containsExactly(RefusalCode.SELF_TRANSFER);
        assertThat(position().restrained()).isEqualTo(100);
    }

    /** ERC-7943 batches: two legs of the same token each passed the check of what is frozen, together they did not (ethereum/ERCs issue 1814). */
    @Test
    void legsThatPassOneByOneDoNotPassTogether() {
        done("restrict 1 COURT DEBIT position 3001 BILL 100", TestNetwork.COURT);
        Operation twice = new SettleNow(
                List.of(
                        TestNetwork.leg(3001, 5001, BILL, 40),
                        TestNetwork.leg(3001, 6001, BILL, 40),
                        TestNetwork.leg(5001, 3001, TestNetwork.PKR, 1),
                        TestNetwork.leg(6001, 3001, TestNetwork.PKR, 1)),
                Optional.empty());

        assertThat(codes(twice, TestNetwork.DEALER, TestNetwork.CUSTODIAN))
                .containsExactly(RefusalCode.QUANTITY_NOT_AVAILABLE);
        assertThat(network.quantity(3001, BILL)).isEqualTo(150);
    }

    /** The same with ids: a token that is named twice was counted twice (ethereum/ERCs issue 1814). */
    @Test
    void tokensThatAreNamedTwiceAreNotThereTwice() {
        done("restrict 1 COURT DEBIT position 3001 BILL 100", TestNetwork.COURT);
        done("restrict 2 REGULATOR DEBIT serials BILL 1-5", TestNetwork.REGULATOR);

        assertThat(result("transfer 60 BILL 3001 5001 serials 11-40 11-40", TestNetwork.DEALER))
                .isEqualTo("6003 QUANTITY_NOT_AVAILABLE");
        assertThat(result("transfer 40 BILL 3001 5001 serials 11-30 11-30", TestNetwork.DEALER))
                .isEqualTo("6012 SERIALS_OVERLAP");
        assertThat(result("transfer 2 BILL 3001 5001 serials 5-5 5-5", TestNetwork.DEALER))
                .isEqualTo("9022 REGULATOR_RESTRICTION, 4002 DEBIT_BLOCKED, 6012 SERIALS_OVERLAP");
        assertThat(result("transfer 2 BILL 3001 5001 serials 6-6 5-6", TestNetwork.DEALER))
                .startsWith("9022 REGULATOR_RESTRICTION, 4002 DEBIT_BLOCKED");
        assertThat(result(
                        "settle 20 BILL 3001 5001 serials 11-30, 20 BILL 3001 6001 serials 11-30, 1 PKR 5001 3001, 1"
                                + " PKR 6001 3001",
                        TestNetwork.DEALER,
                        TestNetwork.CUSTODIAN))
                .isEqualTo("7007 LEG_REFUSED leg 2 6008 SERIALS_NOT_HELD");
        assertThat(network.quantity(3001, BILL)).isEqualTo(150);
    }

    /** The same with what an order breaks: a pledge that is named twice gives nothing free for the second time. */
    @Test
    void anEncumbranceThatIsNamedTwiceIsNotBrokenTwice() {
        done("pledge 1 PLEDGE 50 BILL 3001 amna notice 0", TestNetwork.DEALER);
        done("pledge 2 PLEDGE 50 BILL 3001 amna notice 0", TestNetwork.DEALER);
        done("restrict 1 COURT DEBIT account 3001", TestNetwork.COURT);

        assertThat(codes(
                        "order 1 FORFEIT under 1 150 BILL 3001 41001 until 9 over PLEDGE-1-1 PLEDGE-1-1",
                        TestNetwork.COURT,
                        TestNetwork.CENTRAL_BANK))
                .containsExactly(RefusalCode.OVERRIDE_INVALID);
        done(
                "order 1 FORFEIT under 1 150 BILL 3001 41001 until 9 over PLEDGE-1-1",
                TestNetwork.COURT,
                TestNetwork.CENTRAL_BANK);
        assertThat(codes("force 1 101", TestNetwork.COURT, TestNetwork.CENTRAL_BANK))
                .containsExactly(RefusalCode.ENCUMBRANCE_PROTECTED);
        done("force 1 100", TestNetwork.COURT, TestNetwork.CENTRAL_BANK);
    }

    /** Hedera asset tokenisation studio: a transfer to oneself returned early and skipped the pause (hashgraph/asset-tokenization-studio PR 1373). */
    @Test
    void aTransferToOneselfIsStoppedByAPause() {
        done(operation("pause BILL transfers"), TestNetwork.REGULATOR);
        done(operation("pause PKR transfers"), TestNetwork.REGULATOR);

        assertThat(result("transfer 1 BILL 3001 3001", TestNetwork.DEALER))
                .isEqualTo("5013 OPERATION_PAUSED, 6005 SELF_TRANSFER");
        assertThat(result("settle 1 BILL 3001 3001, 1 PKR 5001 5001", TestNetwork.DEALER, TestNetwork.CUSTODIAN))
                .startsWith("7007 LEG_REFUSED leg 1 5013 OPERATION_PAUSED, 7007 LEG_REFUSED leg 1 6005 SELF_TRANSFER, "
                        + "7007 LEG_REFUSED leg 2 5013 OPERATION_PAUSED, 7007 LEG_REFUSED leg 2 6005 SELF_TRANSFER");
        done(operation("parameter CASH_TRANSFERS 1"), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        assertThat(result("pay 1 PKR 5001 5001", TestNetwork.CUSTODIAN))
                .isEqualTo("5013 OPERATION_PAUSED, 6005 SELF_TRANSFER");
    }

    /** Nor does it skip anything else. */
    @Test
    void aTransferToOneselfPassesEveryGateAndIsRefused() {
        done("restrict 1 SANCTION BOTH party dealer", TestNetwork.SANCTIONS);

        assertThat(codes(TestNetwork.transfer(3001, 3001, 1), TestNetwork.DEALER))
                .containsExactly(
                        RefusalCode.SANCTIONS_BLOCK,
                        RefusalCode.DEBIT_BLOCKED,
                        RefusalCode.CREDIT_BLOCKED,
                        RefusalCode.SELF_TRANSFER);
    }

    /** ERC-3643 and others keep one frozen number per wallet, so whoever may unfreeze lifts everybody's order (domain model, section 1). */
    @Test
    void oneAuthorityDoesNotLiftTheOrderOfAnother() {
        done("restrict 1 COURT DEBIT position 3001 BILL 100", TestNetwork.COURT);

        for (long other :
                List.of(TestNetwork.REGULATOR, TestNetwork.OTHER_COURT, TestNetwork.SANCTIONS, TestNetwork.TAX)) {
            assertThat(codes("lift 1", other)).containsExactly(RefusalCode.RESTRICTION_OF_ANOTHER);
            assertThat(codes("amend 1 DEBIT 1", other)).containsExactly(RefusalCode.RESTRICTION_OF_ANOTHER);
        }
        assertThat(position().restrained()).isEqualTo(100);
    }

    /** A list of signers of which only the first entries were checked: here every giving account asks for its own, wherever its leg stands. */
    @Test
    void everyGivingAccountIsAskedHoweverLateItsLegComes() {
        done(TestNetwork.issue(7001, 10), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
        List<Leg> others = new ArrayList<>(Collections.nCopies(29, TestNetwork.leg(3001, 5001, BILL, 1)));
        others.add(TestNetwork.leg(5001, 3001, TestNetwork.PKR, 29));
        others.add(TestNetwork.leg(5001, 7001, TestNetwork.PKR, 1));
        for (int place = 0; place < 32; place++) {
            List<Leg> legs = new ArrayList<>(others);
            legs.add(place, TestNetwork.leg(7001, 5001, BILL, 1));
            SettleNow settle = new SettleNow(legs, Optional.empty());

            assertThat(Attempt.describe(network.submit(settle, TestNetwork.DEALER, TestNetwork.CUSTODIAN)))
                    .isEqualTo("7007 LEG_REFUSED leg " + (place + 1) + " 4005 CONTROLLER_SIGNATURE_MISSING");
        }
        done(
                new SettleNow(
                        Stream.concat(Stream.of(TestNetwork.leg(7001, 5001, BILL, 1)), others.stream())
                                .toList(),
                        Optional.empty()),
                TestNetwork.DEALER,
                TestNetwork.CUSTODIAN,
                TestNetwork.CHEN);
    }

    /** The same with the signatures of an envelope, of which there may be eight: each is verified. */
    @Test
    void everySignatureIsVerifiedHoweverLateItComes() {
        long[] keys = LongStream.concat(LongStream.of(TestNetwork.DEALER), LongStream.rangeClosed(61, 67))
                .toArray();
        LongStream.rangeClosed(61, 67).forEach(key -> done(operation("add-key " + key), TestNetwork.DEALER));
        for (int place = 0; place < keys.length; place++) {
            byte[] body =
                    TransactionCodec.encodeBody(network.body(TestNetwork.DEALER, TestNetwork.transfer(3001, 5001, 1)));
            byte[] other =
                    TransactionCodec.encodeBody(network.body(TestNetwork.DEALER, TestNetwork.transfer(3001, 5001, 2)));
            List<TransactionSignature> signatures = new ArrayList<>();
            for (int i = 0; i < keys.length; i++) {
                byte[] key = TestNetwork.privateKey(keys[i]);
                byte[] signed = TransactionCodec.signingBytes(TestNetwork.CHAIN, i == place ? other : body);
                signatures.add(TransactionSignature.of(Ed25519.publicKeyOf(key), Ed25519.sign(key, signed)));
            }
            assertThat(Attempt.describe(network.submit(TransactionCodec.encodeEnvelope(body, signatures))))
                    .isEqualTo("1002 SIGNATURE_INVALID");
        }
        assertThat(network.quantity(3001, BILL)).isEqualTo(150);
        done(TestNetwork.transfer(3001, 5001, 1), keys);
    }

    /** The vector of the domain model, section 10, which one frozen number per wallet cannot express. */
    @Test
    void twoOrdersAndAPledgeOnTheSamePosition() {
        done("pledge 1 PLEDGE 50 BILL 3001 amna notice 0", TestNetwork.DEALER);
        done("restrict 1 COURT DEBIT position 3001 BILL 100", TestNetwork.COURT);
        done("restrict 2 REGULATOR DEBIT position 3001 BILL 60", TestNetwork.REGULATOR);
        assertThat(position()).isEqualTo(new Availability(150, 50, 100));
        assertThat(position().available()).isZero();

        done("lift 1", TestNetwork.COURT);

        assertThat(position()).isEqualTo(new Availability(150, 50, 60));
        assertThat(position().available()).isEqualTo(40);
    }

    /** A freeze may exceed what is held, up to the largest number, and nothing wraps round (XRPLF/rippled issue 6914 subtracted unsigned). */
    @Test
    void theGreatestQuantitiesDoNotWrapRound() {
        done("pledge 1 PLEDGE 50 BILL 3001 amna notice 0", TestNetwork.DEALER);
        done("restrict 1 COURT DEBIT position 3001 BILL MAX", TestNetwork.COURT);

        assertThat(position().available()).isZero();
        assertThat(codes(TestNetwork.transfer(3001, 5001, 1), TestNetwork.DEALER))
                .containsExactly(RefusalCode.QUANTITY_NOT_AVAILABLE);
        assertThat(new Availability(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE).available())
                .isZero();
        assertThat(new Availability(0, 0, Long.MAX_VALUE).available()).isZero();
    }

    /** Nobody can make a movement slow by heaping claims on a position: the lists are bounded, and what has expired makes room. */
    @Test
    void thereIsAnEndToWhatOnePositionBears() {
        for (int number = 1; number <= 64; number++) {
            done("restrict " + number + " COURT DEBIT position 3001 BILL 1 until 5", TestNetwork.COURT);
            done("pledge " + number + " PLEDGE 1 BILL 3001 amna notice 0 until 5", TestNetwork.DEALER);
        }
        assertThat(codes("restrict 65 REGULATOR DEBIT position 3001 BILL 1", TestNetwork.REGULATOR))
                .containsExactly(RefusalCode.RESTRICTIONS_TOO_MANY);
        assertThat(codes("pledge 65 PLEDGE 1 BILL 3001 amna notice 0", TestNetwork.DEALER))
                .containsExactly(RefusalCode.ENCUMBRANCES_TOO_MANY);

        network.passDays(5);

        assertThat(position()).isEqualTo(new Availability(150, 0, 0));
        done("restrict 65 REGULATOR DEBIT position 3001 BILL 7", TestNetwork.REGULATOR);
        done("pledge 65 PLEDGE 1 BILL 3001 amna notice 0", TestNetwork.DEALER);
        assertThat(position()).isEqualTo(new Availability(150, 1, 7));
        assertThat(network.state().records(Tables.ENCUMBRANCES)).hasSize(1);
        assertThat(Recount.mismatches(network.state())).isEmpty();
    }
}
