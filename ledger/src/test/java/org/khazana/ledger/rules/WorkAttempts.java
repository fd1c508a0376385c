package org.khazana.ledger.rules;

import static org.khazana.ledger.execution.TestNetwork.AMNA;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;

import java.util.List;
import java.util.stream.Stream;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.rules.AuthorisationMutationTest.Right;

/** Work that is done in steps, with exactly those who must sign, in the words of a rule table. */
final class WorkAttempts {
    private WorkAttempts() {}

    static Stream<Right> rightOnes() {
        return Stream.of(
                right("recount BILL after 0 take 10", AMNA).after(right("grant amna AUDITOR", MINISTRY, CENTRAL_BANK)),
                right("run SETTLE_INSTRUCTIONS after 0 take 10", AMNA)
                        .after(right("instruct 1 on 5 until 9: 1 BILL 3001 5001, 1 PKR 5001 3001", DEALER)),
                right("run SETTLE_INSTRUCTIONS after 0 take 10", AMNA)
                        .after(
                                right("instruct 1 on 5 until 9 partial: 20 BILL 3001 5001, 50 PKR 5001 3001", DEALER),
                                right("affirm 1", DEALER, CUSTODIAN)),
                right("run SETTLE_INSTRUCTIONS after 1 take 10", AMNA)
                        .after(
                                right("instruct 1 on 5 until 9 partial: 15 BILL 3001 5001", DEALER),
                                right("affirm 1", DEALER),
                                right("run SETTLE_INSTRUCTIONS after 0 take 10", AMNA),
                                right("issue 3 BILL 3001", MINISTRY, CENTRAL_BANK),
                                right("instruct 2 on 5 until 9: 2 BILL 3001 5001", DEALER)));
    }

    private static Right right(String what, Long... signers) {
        return Right.of(new Attempt(0, List.of(), what, "").operation(what, new TestNetwork()), signers);
    }
}
