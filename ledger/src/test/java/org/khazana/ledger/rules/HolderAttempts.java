package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.AMNA;
import static org.khazana.ledger.execution.TestNetwork.BILAL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;

import java.util.List;
import java.util.stream.Stream;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.rules.AuthorisationMutationTest.Right;

/** Operations about accounts and holders with exactly those who must sign them, in the words of a rule table. */
final class HolderAttempts {
    private HolderAttempts() {}

    static Stream<Right> rightOnes() {
        return Stream.of(
                right("open 5100 OWN amna amna", AMNA),
                right("open 5101 CLIENT_SEGREGATED amna custodian", CUSTODIAN, AMNA)
                        .lacking("4012 ACCOUNT_SIGNATURE_MISSING"),
                right("open 3100 CLIENT_OMNIBUS dealer custodian", DEALER, CUSTODIAN)
                        .lacking("4012 ACCOUNT_SIGNATURE_MISSING"),
                right("open-official 1002 ISSUER_TREASURY ministry ministry", CENTRAL_BANK, MINISTRY)
                        .lacking("2008 SAME_ORGANISATION"),
                right("control 6001 dealer OWNER FREE", CUSTODIAN, BILAL, DEALER)
                        .lacking("4012 ACCOUNT_SIGNATURE_MISSING", "4012 ACCOUNT_SIGNATURE_MISSING"),
                right("close 6001", CUSTODIAN, BILAL).lacking("4012 ACCOUNT_SIGNATURE_MISSING"),
                right("commit 4100 BILL 0 0", CUSTODIAN),
                right("update amna PERSON_PSEUDONYM - amna PK", MINISTRY, CENTRAL_BANK),
                right("licence dealer 100 RETAIL PK", CENTRAL_BANK, MINISTRY),
                right("attest amna RETAIL PK 30", CUSTODIAN),
                right("unattest bilal", CUSTODIAN),
                right("holders BILL attested barred US units 100", MINISTRY, CENTRAL_BANK),
                // Nothing enters 5102 without its owner.
                right("transfer 1 BILL 3001 5102", DEALER, AMNA).lacking("4009 RECEIVER_SIGNATURE_MISSING"),
                right("issue 1 BILL 5102", MINISTRY, CENTRAL_BANK, AMNA)
                        .lacking("2010 APPROVALS_MISSING", "4009 RECEIVER_SIGNATURE_MISSING"),
                right("settle 1 BILL 3001 5102, 1 PKR 5001 3001", CUSTODIAN, DEALER, AMNA)
                        .lacking(
                                "7007 LEG_REFUSED leg 1 4005 CONTROLLER_SIGNATURE_MISSING",
                                "7007 LEG_REFUSED leg 1 4009 RECEIVER_SIGNATURE_MISSING"));
    }

    private static Right right(String what, Long... signers) {
        return Right.of(operation(what), signers);
    }

    private static Operation operation(String what) {
        return new Attempt(0, List.of(), what, "").operation(what, new TestNetwork());
    }

    /** What the operations need beside what there is. */
    static void prepare(TestNetwork network) {
        List<Receipt> prepared = List.of(
                network.submit(
                        operation("open 5102 CLIENT_SEGREGATED amna custodian OWNER OWNER_AGREES"), AMNA, CUSTODIAN),
                network.submit(operation("open 4100 CLIENT_OMNIBUS custodian custodian"), CUSTODIAN),
                network.submit(operation("grant custodian ATTESTOR_KYC"), MINISTRY, CENTRAL_BANK),
                network.submit(operation("licence custodian 100 RETAIL"), MINISTRY, CENTRAL_BANK),
                network.submit(operation("attest bilal RETAIL PK 30"), CUSTODIAN));
        assertThat(prepared).allMatch(Receipt::isAccepted);
    }
}
