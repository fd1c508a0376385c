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
import org.khazana.ledger.rules.AuthorisationMutationTest.Right;

/** Settlements to come, and money that comes and goes, with exactly those who must sign, in the words of a rule table. */
final class SettlementAttempts {
    private static final String LEGS = ": 1 BILL 3001 5001, 1 PKR 5001 3001";

    private SettlementAttempts() {}

    static Stream<Right> rightOnes() {
        return Stream.of(
                right("instruct 9 on 4 until 9" + LEGS, DEALER),
                right("affirm 1", DEALER),
                right("affirm 1", CUSTODIAN),
                right("hold 1", CUSTODIAN),
                right("unhold 3", CUSTODIAN),
                right("cancel 1", AMNA),
                right("carry-out 4", BILAL),
                right("reverse 5 by 9 until 9", CENTRAL_BANK),
                right("withdraw 9 1 PKR 3101", DEALER),
                right("withdraw 9 1 PKR 6102", CUSTODIAN, BILAL),
                right("confirm 1 W1", CENTRAL_BANK),
                right("reject 1", CENTRAL_BANK),
                right("balance 30 PKR on 3", CENTRAL_BANK),
                right("pay 1 PKR 3101 5001", DEALER),
                right("pay 1 PKR 6102 5001", BILAL, CUSTODIAN));
    }

    private static Right right(String what, Long... signers) {
        return Right.of(operation(what), signers);
    }

    private static Operation operation(String what) {
        return new Attempt(0, List.of(), what, "").operation(what, new TestNetwork());
    }

    /** Instruction 1 waits for both, 3 is held, 4 is matched and due, 5 has settled; withdrawal 1 waits. */
    static void prepare(TestNetwork network) {
        submit(network, "instruct 1 on 4 until 9" + LEGS, DEALER);
        submit(network, "instruct 3 on 3 until 9" + LEGS, DEALER);
        submit(network, "hold 3", CUSTODIAN);
        submit(network, "instruct 4 on 3 until 9" + LEGS, DEALER);
        submit(network, "hold 4", DEALER);
        submit(network, "affirm 4", DEALER, CUSTODIAN);
        submit(network, "unhold 4", DEALER);
        submit(network, "instruct 5 on 3 until 9" + LEGS, DEALER);
        submit(network, "affirm 5", DEALER, CUSTODIAN);
        submit(network, "open 3101 OWN dealer dealer OWNER FREE DOMESTIC local", DEALER);
        submit(
                network,
                "open 6102 CLIENT_SEGREGATED bilal custodian OWNER_AND_CONTROLLER FREE DOMESTIC local",
                BILAL,
                CUSTODIAN);
        submit(network, "deposit 10 PKR 3101 RA", CENTRAL_BANK);
        submit(network, "deposit 10 PKR 6102 RB", CENTRAL_BANK);
        submit(network, "withdraw 1 5 PKR 3101", DEALER);
        submit(network, "parameter CASH_TRANSFERS 1", MINISTRY, CENTRAL_BANK);
    }

    private static void submit(TestNetwork network, String what, long... signers) {
        assertThat(network.submit(operation(what), signers).refusals()).isEmpty();
    }
}
