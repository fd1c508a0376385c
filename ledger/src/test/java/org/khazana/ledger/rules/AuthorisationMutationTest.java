package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.Share;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.execution.TestValidators;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.ActivateProtocol;
import org.khazana.ledger.operation.AddKey;
import org.khazana.ledger.operation.CancelKeyRecovery;
import org.khazana.ledger.operation.CompleteKeyRecovery;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.HaltSystem;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.OperationForms;
import org.khazana.ledger.operation.OpposeMotion;
import org.khazana.ledger.operation.RaiseMotion;
import org.khazana.ledger.operation.RegisterParty;
import org.khazana.ledger.operation.ResumeSystem;
import org.khazana.ledger.operation.RevokeKey;
import org.khazana.ledger.operation.RevokeRole;
import org.khazana.ledger.operation.SetKeyThreshold;
import org.khazana.ledger.operation.SetParameter;
import org.khazana.ledger.operation.SetPartyStatus;
import org.khazana.ledger.operation.SetPolicy;
import org.khazana.ledger.operation.SetValidators;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.StartKeyRecovery;
import org.khazana.ledger.operation.SupportMotion;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionSignature;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.PeerAddress;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.wire.TransactionCodec;

/**
 * Every operation with exactly those who must sign it, and then with each signature left out, given twice, given by somebody
 * else or damaged, and all in another order: nothing but the right set gets through, whatever the order, and the refusal says
 * what is wrong with the signatures and nothing else.
 */
class AuthorisationMutationTest {
    /** A week after all this begins. */
    private static final long EXPIRY = TestNetwork.START_MILLIS + 7L * 86_400_000;

    /** What every attempt begins with. */
    static final TestNetwork PREPARED = prepared();

    /** The motion that {@link #prepared()} raises. */
    private static final Hash RAISED = PREPARED.raised(1).hash();

    /**
     * One operation that would be carried out.
     *
     * @param signers none of them can be spared; the first one sends
     * @param lacking what speaks against it, in the words of a rule table, without each of those who sign beside the sender
     * @param earlier what must have happened before, beside {@link #prepared()}
     */
    record Right(Operation operation, List<Long> signers, List<String> lacking, List<Right> earlier) {
        /** Those beside the sender are asked by a policy, unless something else is {@linkplain #lacking(String...) said}. */
        static Right of(Operation operation, Long... signers) {
            List<String> lacking = Collections.nCopies(signers.length - 1, "2010 APPROVALS_MISSING");
            return new Right(operation, List.of(signers), lacking, List.of());
        }

        Right after(Right... before) {
            return new Right(operation, signers, lacking, List.of(before));
        }

        /** One for each of those who sign beside the sender. */
        Right lacking(String... refusals) {
            assertThat(refusals).hasSize(signers.size() - 1);
            return new Right(operation, signers, List.of(refusals), earlier);
        }

        TestNetwork network() {
            TestNetwork network = PREPARED.fork();
            earlier.forEach(
                    right -> assertThat(submit(network, right, right.signers()).isAccepted())
                            .isTrue());
            return network;
        }
    }

    static Stream<Right> rightOnes() {
        long ministry = TestNetwork.MINISTRY;
        long bank = TestNetwork.CENTRAL_BANK;
        return Stream.concat(
                Stream.of(
                                HolderAttempts.rightOnes(),
                                InstrumentAttempts.rightOnes(),
                                LotAttempts.rightOnes(),
                                SettlementAttempts.rightOnes(),
                                WorkAttempts.rightOnes(),
                                ClaimAttempts.rightOnes(),
                                governance())
                        .flatMap(area -> area),
                Stream.of(
                        Right.of(TestNetwork.deposit(5001, 100, "NEW"), bank),
                        Right.of(TestNetwork.issue(3001, 10), ministry, bank),
                        Right.of(transfer(3001, 5001), TestNetwork.DEALER),
                        Right.of(transfer(6002, 3001), TestNetwork.BILAL, TestNetwork.CUSTODIAN)
                                .lacking("4005 CONTROLLER_SIGNATURE_MISSING"),
                        Right.of(
                                        new SettleNow(
                                                List.of(
                                                        TestNetwork.leg(3001, 5001, TestNetwork.BILL, 1),
                                                        TestNetwork.leg(5001, 3001, TestNetwork.PKR, 1)),
                                                Optional.empty()),
                                        TestNetwork.DEALER,
                                        TestNetwork.CUSTODIAN)
                                .lacking("7007 LEG_REFUSED leg 2 4005 CONTROLLER_SIGNATURE_MISSING"),
                        Right.of(validators(), ministry, bank),
                        Right.of(
                                new SetPolicy("recordCashDeposit", List.of(new Voice(Role.GOVERNOR, Share.TWO))),
                                ministry,
                                bank),
                        Right.of(new RegisterParty(new PartyId(20), "new", keyOf(20)), bank, ministry),
                        Right.of(
                                new SetPartyStatus(TestNetwork.id(TestNetwork.CHEN), PartyStatus.SUSPENDED),
                                ministry,
                                bank),
                        Right.of(new GrantRole(TestNetwork.id(TestNetwork.DEALER), Role.REGISTRAR), ministry, bank),
                        Right.of(new RevokeRole(TestNetwork.id(TestNetwork.DEALER), Role.CUSTODIAN), ministry, bank),
                        Right.of(new AddKey(keyOf(30), 1, Optional.empty()), TestNetwork.AMNA),
                        Right.of(new RevokeKey(keyOf(31)), TestNetwork.AMNA)));
    }

    private static Stream<Right> governance() {
        long ministry = TestNetwork.MINISTRY;
        long bank = TestNetwork.CENTRAL_BANK;
        return Stream.of(
                Right.of(new SetKeyThreshold(2), TestNetwork.AMNA),
                Right.of(
                        new StartKeyRecovery(TestNetwork.id(TestNetwork.AMNA), keyOf(30), Optional.empty()),
                        bank,
                        TestNetwork.CUSTODIAN),
                Right.of(new CancelKeyRecovery(), TestNetwork.BILAL),
                Right.of(new CompleteKeyRecovery(TestNetwork.id(TestNetwork.BILAL)), bank),
                Right.of(new SetParameter(Parameter.MOTION_HOURS, 24), ministry, bank),
                Right.of(new HaltSystem("an error"), ministry),
                Right.of(new ResumeSystem(), ministry, bank).after(Right.of(new HaltSystem("an error"), ministry)),
                Right.of(new ActivateProtocol(2, 1_000), ministry, bank),
                Right.of(new RaiseMotion(EXPIRY, TestNetwork.issue(3001, 10)), ministry),
                Right.of(new SupportMotion(RAISED), bank),
                Right.of(new OpposeMotion(RAISED), bank));
    }

    private static TransferTokens transfer(long from, long to) {
        return new TransferTokens(TestNetwork.BILL, new AccountId(from), new AccountId(to), 1);
    }

    private static SetValidators validators() {
        List<Validator> more = new ArrayList<>(TestValidators.founders().validators());
        more.add(new Validator(
                "validator-9",
                9,
                "Ninth",
                Group.CUSTODIAN,
                Duty.OBSERVER,
                TestValidators.tlsKey(9),
                keyOf(9),
                Optional.of(new PeerAddress("v9.example", 7109))));
        return new SetValidators(0, more);
    }

    private static PublicKey keyOf(long party) {
        return Ed25519.publicKeyOf(TestNetwork.privateKey(party));
    }

    /** Bills and money where the operations need them, and a second key of Amna's. */
    private static TestNetwork prepared() {
        TestNetwork network = new TestNetwork();
        List<Receipt> prepared = List.of(
                network.submit(TestNetwork.bill(TestNetwork.BILL), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK),
                network.submit(TestNetwork.issue(3001, 10), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK),
                network.submit(TestNetwork.issue(6002, 10), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK),
                network.submit(TestNetwork.issue(1001, 10), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK),
                network.submit(TestNetwork.issue(6002, 10), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK),
                network.submit(TestNetwork.deposit(5001, 10, "FIRST"), TestNetwork.CENTRAL_BANK),
                network.submit(new AddKey(keyOf(31), 1, Optional.empty()), TestNetwork.AMNA),
                network.submit(
                        new StartKeyRecovery(TestNetwork.id(TestNetwork.BILAL), keyOf(32), Optional.empty()),
                        TestNetwork.CENTRAL_BANK,
                        TestNetwork.CUSTODIAN),
                network.submit(new RaiseMotion(EXPIRY, TestNetwork.issue(3001, 10)), TestNetwork.MINISTRY),
                submit(network, ClaimAttempts.claim("restrict 1 COURT DEBIT position 6002 BILL 5", TestNetwork.COURT)),
                submit(network, ClaimAttempts.claim("restrict 2 SANCTION BOTH party suspended", TestNetwork.SANCTIONS)),
                submit(
                        network,
                        ClaimAttempts.claim(
                                "order 1 FORFEIT under 1 5 BILL 6002 41001 until 9",
                                TestNetwork.COURT,
                                TestNetwork.CENTRAL_BANK)),
                submit(
                        network,
                        ClaimAttempts.claim(
                                "pledge 1 LIEN 2 BILL 6002 dealer notice 3", TestNetwork.BILAL, TestNetwork.CUSTODIAN)),
                submit(
                        network,
                        ClaimAttempts.claim(
                                "pledge 2 PLEDGE 1 BILL 6002 dealer notice 0",
                                TestNetwork.BILAL,
                                TestNetwork.CUSTODIAN)),
                submit(network, ClaimAttempts.claim("call 2", TestNetwork.DEALER)));
        network.passDays(5);
        assertThat(prepared).allMatch(Receipt::isAccepted);
        HolderAttempts.prepare(network);
        InstrumentAttempts.prepare(network);
        return network;
    }

    @Test
    void everyOperationIsTried() {
        assertThat(rightOnes().map(right -> right.operation().getClass()).collect(Collectors.toSet()))
                .isEqualTo(OperationForms.all().stream()
                        .map(form -> (Class<?>) form.type())
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("rightOnes")
    void theRightOnesGetThroughInAnyOrder(Right right) {
        for (List<Long> order : Orders.of(right.signers())) {
            assertThat(result(right, order)).isEqualTo("accepted");
        }
    }

    @ParameterizedTest
    @MethodSource("rightOnes")
    void nobodyCanBeSpared(Right right) {
        for (int spared = 0; spared < right.signers().size(); spared++) {
            List<Long> others = new ArrayList<>(right.signers());
            others.remove(spared);

            assertThat(result(right, others)).isEqualTo(others.isEmpty() ? "1001 MALFORMED" : without(right, spared));
        }
    }

    /** A stranger with a good key and no say in the matter, and one more who is suspended. */
    @ParameterizedTest
    @MethodSource("rightOnes")
    void nobodyElseCanSignInsteadOfSomebody(Right right) {
        for (int replaced = 0; replaced < right.signers().size(); replaced++) {
            List<Long> withStranger = new ArrayList<>(right.signers());
            withStranger.set(replaced, TestNetwork.CHEN);
            assertThat(result(right, withStranger)).isEqualTo(without(right, replaced));

            List<Long> withSuspended = new ArrayList<>(right.signers());
            withSuspended.set(replaced, TestNetwork.SUSPENDED);
            assertThat(result(right, withSuspended))
                    .isEqualTo((replaced == 0 ? "" : "3003 PARTY_NOT_ACTIVE, ") + without(right, replaced));
        }
    }

    @ParameterizedTest
    @MethodSource("rightOnes")
    void nobodyElseCanSignBesideThem(Right right) {
        assertThat(result(right, and(right.signers(), TestNetwork.CHEN))).isEqualTo("2039 SIGNATURE_NOT_NEEDED");
        assertThat(result(right, and(right.signers(), TestNetwork.SUSPENDED))).isEqualTo("3003 PARTY_NOT_ACTIVE");
    }

    @ParameterizedTest
    @MethodSource("rightOnes")
    void aSignatureThatIsThereTwiceIsNoSecondOne(Right right) {
        for (long doubled : right.signers()) {
            assertThat(result(right, and(right.signers(), doubled))).isEqualTo("1001 MALFORMED");
        }
    }

    @ParameterizedTest
    @MethodSource("rightOnes")
    void everySignatureIsVerified(Right right) {
        for (int damaged = 0; damaged < right.signers().size(); damaged++) {
            TestNetwork network = right.network();
            byte[] body = TransactionCodec.encodeBody(body(network, right));
            List<TransactionSignature> signatures = new ArrayList<>();
            for (int signer = 0; signer < right.signers().size(); signer++) {
                byte[] key = TestNetwork.privateKey(right.signers().get(signer));
                byte[] signature = Ed25519.sign(key, TransactionCodec.signingBytes(TestNetwork.CHAIN, body));
                signature[7] ^= (byte) (signer == damaged ? 1 : 0);
                signatures.add(TransactionSignature.of(Ed25519.publicKeyOf(key), signature));
            }

            assertThat(Attempt.describe(network.submit(TransactionCodec.encodeEnvelope(body, signatures))))
                    .isEqualTo("1002 SIGNATURE_INVALID");
        }
    }

    private static String without(Right right, int signer) {
        return signer == 0 ? "2004 SENDER_SIGNATURE_MISSING" : right.lacking().get(signer - 1);
    }

    private static List<Long> and(List<Long> signers, long oneMore) {
        return Stream.concat(signers.stream(), Stream.of(oneMore)).toList();
    }

    private static TransactionBody body(TestNetwork network, Right right) {
        return network.body(right.signers().getFirst(), right.operation());
    }

    /** In the words of a rule table: every refusal, with the leg it is about. */
    private static String result(Right right, List<Long> signers) {
        return Attempt.describe(submit(right.network(), right, signers));
    }

    private static Receipt submit(TestNetwork network, Right right) {
        return submit(network, right, right.signers());
    }

    private static Receipt submit(TestNetwork network, Right right, List<Long> signers) {
        return network.submit(TestNetwork.envelope(
                body(network, right),
                signers.stream().mapToLong(Long::longValue).toArray()));
    }
}
