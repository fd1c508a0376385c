package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.AMNA;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;

import java.util.List;
import java.util.stream.Stream;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.rules.AuthorisationMutationTest.Right;

/**
 * Operations on instruments, what lies behind them and business days, with those who must sign them. Amna is regulator, Shariah
 * adviser, reserve attestor and operator here.
 */
final class InstrumentAttempts {
    private InstrumentAttempts() {}

    static Stream<Right> rightOnes() {
        return Stream.of(
                right("programme P2 PKR 100", MINISTRY, CENTRAL_BANK),
                right("ceiling P1 PKR 200", MINISTRY, CENTRAL_BANK),
                right("define bill PK0000000015", MINISTRY, CENTRAL_BANK),
                right("define bond PK0000000015", MINISTRY, CENTRAL_BANK),
                right("define sukuk PK0000000015", MINISTRY, CENTRAL_BANK, AMNA),
                right("define reserve PK0000000015", MINISTRY, CENTRAL_BANK),
                right("define other PK0000000015", MINISTRY, CENTRAL_BANK),
                right("amend-terms PK0000000007 sheet=1", MINISTRY, CENTRAL_BANK),
                right("pause BILL issuing", AMNA),
                right("resume-asset PKR pledging", AMNA, CENTRAL_BANK),
                right("calendar 2023-12-25 2023-12-25 HOLIDAY", CENTRAL_BANK, MINISTRY),
                right("open-day 2023-11-20", AMNA),
                right("vouch PK0000000023 5 at 0", AMNA),
                right("take-back PK0000000023", AMNA),
                right("store PK0000000023 5 GRM BAR-2", AMNA),
                right("unstore PK0000000023 BAR-1", AMNA, CENTRAL_BANK));
    }

    private static Right right(String what, Long... signers) {
        return Right.of(new Attempt(0, List.of(), what, "").operation(what, new TestNetwork()), signers);
    }

    /** What the operations need beside what there is. */
    static void prepare(TestNetwork network) {
        Stream.of(
                        right("grant amna REGULATOR", MINISTRY, CENTRAL_BANK),
                        right("grant amna SHARIAH_ADVISER", MINISTRY, CENTRAL_BANK),
                        right("grant amna ATTESTOR_RESERVE", MINISTRY, CENTRAL_BANK),
                        right("grant amna OPERATOR", MINISTRY, CENTRAL_BANK),
                        right("programme P1 PKR 100", MINISTRY, CENTRAL_BANK),
                        right("define reserve PK0000000023", MINISTRY, CENTRAL_BANK),
                        right("vouch PK0000000023 5 at 0", AMNA),
                        right("store PK0000000023 5 GRM BAR-1", AMNA),
                        right("pause PKR pledging", AMNA))
                .map(right -> network.submit(
                        right.operation(),
                        right.signers().stream().mapToLong(Long::longValue).toArray()))
                .forEach(receipt -> assertThat(receipt.refusals()).isEmpty());
    }
}
