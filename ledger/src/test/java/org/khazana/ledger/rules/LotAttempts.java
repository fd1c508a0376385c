package org.khazana.ledger.rules;

import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;

import java.util.List;
import java.util.stream.Stream;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.rules.AuthorisationMutationTest.Right;

/** Operations on serials, with those who must sign them. */
final class LotAttempts {
    private LotAttempts() {}

    static Stream<Right> rightOnes() {
        return Stream.of(
                Right.of(new RetireTokens(BILL, new AccountId(1001), 10, List.of()), MINISTRY, CENTRAL_BANK),
                Right.of(new RenumberLots(BILL, new AccountId(6002)), CENTRAL_BANK));
    }
}
