package org.khazana.ledger.rules;

import static org.khazana.ledger.execution.TestNetwork.AMNA;
import static org.khazana.ledger.execution.TestNetwork.BILAL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;

import java.util.List;
import java.util.stream.Stream;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.rules.AuthorisationMutationTest.Right;

/** Settlements to come, and money that comes and goes, with exactly those who must sign, in the words of a rule table. */
final class SettlementAttempts {
    private static final String LEGS = ": 1 BILL 3001 5001, 1 PKR 5001 3001";
    private static final Right LATER = right("instruct 1 on 6 until 9" + LEGS, DEALER);
    private static final Right NOW = right("instruct 1 on 5 until 9" + LEGS, DEALER);
    private static final Right AFFIRMED = right("affirm 1", DEALER, CUSTODIAN);
    private static final Right OPENED = right("open 3101 OWN dealer dealer OWNER FREE DOMESTIC local", DEALER);
    private static final Right PAID_IN = right("deposit 10 PKR 3101 RA", CENTRAL_BANK);
    private static final Right ASKED = right("parameter TRAVEL_RULE_FROM_MINOR 1", MINISTRY, CENTRAL_BANK);
    private static final Right WAITING = right("withdraw 1 5 PKR 3101", DEALER);

    private SettlementAttempts() {}

    /** Five days have passed before. */
    static Stream<Right> rightOnes() {
        return Stream.of(
                LATER,
                right("affirm 1", DEALER).after(LATER),
                right("affirm 1", CUSTODIAN).after(LATER),
                right("hold 1", CUSTODIAN).after(LATER),
                right("unhold 1", CUSTODIAN).after(LATER, right("hold 1", CUSTODIAN)),
                right("cancel 1", AMNA).after(LATER),
                right("carry-out 1", BILAL).after(NOW, right("hold 1", DEALER), AFFIRMED, right("unhold 1", DEALER)),
                right("reverse 1 by 9 until 9", CENTRAL_BANK).after(NOW, AFFIRMED),
                right("instruct 1 on 6 until 9 partial: 3 BILL 3001 5001", DEALER),
                right("affirm 1", DEALER)
                        .after(right("instruct 1 on 5 until 9 partial: 30 BILL 3001 5001, 40 PKR 5001 3001", DEALER)),
                WAITING.after(OPENED, PAID_IN),
                right("confirm 1 W1", CENTRAL_BANK).after(OPENED, PAID_IN, WAITING),
                right("reject 1", CENTRAL_BANK).after(OPENED, PAID_IN, WAITING),
                right("transfer 1 BILL 3001 5001 told", DEALER).after(ASKED),
                right("settle 1 BILL 3001 5001, 1 PKR 5001 3001 told", DEALER, CUSTODIAN)
                        .lacking("7007 LEG_REFUSED leg 2 4005 CONTROLLER_SIGNATURE_MISSING")
                        .after(ASKED),
                right("instruct 1 on 6 until 9 told" + LEGS, DEALER).after(ASKED),
                right("pay 1 PKR 5001 3001 told", CUSTODIAN)
                        .after(ASKED, right("parameter CASH_TRANSFERS 1", MINISTRY, CENTRAL_BANK)),
                right("batch all PKR: 1 5001 3001 told, 1 3001 5001 told", DEALER, CUSTODIAN)
                        .lacking("7007 LEG_REFUSED leg 1 4005 CONTROLLER_SIGNATURE_MISSING")
                        .after(ASKED, right("parameter CASH_TRANSFERS 1", MINISTRY, CENTRAL_BANK)),
                right("balance 10 PKR on 5", CENTRAL_BANK),
                right("pay 1 PKR 3101 5001", DEALER)
                        .after(OPENED, PAID_IN, right("parameter CASH_TRANSFERS 1", MINISTRY, CENTRAL_BANK)));
    }

    private static Right right(String what, Long... signers) {
        return Right.of(new Attempt(0, List.of(), what, "").operation(what, new TestNetwork()), signers);
    }
}
