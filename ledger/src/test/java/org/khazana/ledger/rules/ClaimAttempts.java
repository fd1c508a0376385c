package org.khazana.ledger.rules;

import static org.khazana.ledger.execution.TestNetwork.AMNA;
import static org.khazana.ledger.execution.TestNetwork.BILAL;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.COURT;
import static org.khazana.ledger.execution.TestNetwork.CUSTODIAN;
import static org.khazana.ledger.execution.TestNetwork.DEALER;
import static org.khazana.ledger.execution.TestNetwork.OTHER_COURT;
import static org.khazana.ledger.execution.TestNetwork.REGULATOR;
import static org.khazana.ledger.execution.TestNetwork.SANCTIONS;
import static org.khazana.ledger.execution.TestNetwork.TAX;

import java.util.List;
import java.util.stream.Stream;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.rules.AuthorisationMutationTest.Right;
import org.khazana.ledger.serial.SerialRange;

/** Restrictions, orders and pledges, with those who must sign them. */
final class ClaimAttempts {
    private static final String CONTROLLER = "4005 CONTROLLER_SIGNATURE_MISSING";
    private static final String BENEFICIARY = "8105 BENEFICIARY_SIGNATURE_MISSING";

    private ClaimAttempts() {}

    static Stream<Right> rightOnes() {
        long bank = CENTRAL_BANK;
        return Stream.of(
                claim("restrict 9 COURT DEBIT account 3001", COURT),
                claim("restrict 9 REGULATOR DEBIT account 3001", REGULATOR),
                claim("restrict 9 SANCTION BOTH party chen", SANCTIONS),
                claim("restrict 9 TAX DEBIT account 3001", TAX),
                claim("restrict 9 ERROR_HOLD DEBIT account 3001", bank),
                claim("restrict 9 COURT DEBIT serials BILL 1-3 12-14", COURT),
                claim("amend 1 DEBIT 5", COURT),
                claim("amend 2 BOTH all until 9", SANCTIONS, REGULATOR),
                claim("lift 1", COURT),
                claim("lift 2", SANCTIONS, REGULATOR),
                claim("lift 2", SANCTIONS, COURT),
                // A court is above a sanctions officer, and needs a second authority as well.
                claim("lift 2", OTHER_COURT, SANCTIONS),
                claim("order 9 FORFEIT under 1 5 BILL 6002 41001 until 9", COURT, bank),
                claim("force 1 5", COURT, bank),
                claim("pledge 9 PLEDGE 1 BILL 6002 amna notice 0", BILAL, CUSTODIAN)
                        .lacking(CONTROLLER),
                claim("pledge 9 PLEDGE 4 BILL 6002 amna notice 0 serials 11-12 15-16", BILAL, CUSTODIAN)
                        .lacking(CONTROLLER),
                claim("release 1", DEALER),
                claim("call 1", DEALER),
                claim("enforce 2 3001", bank, DEALER).lacking(BENEFICIARY),
                claim("substitute 1 2 BILL 6002", DEALER, BILAL, CUSTODIAN).lacking(CONTROLLER, CONTROLLER),
                claim("substitute 8 3 BILL 6002 serials 17-19", AMNA, BILAL, CUSTODIAN)
                        .lacking(CONTROLLER, CONTROLLER)
                        .after(pledgedTokens()),
                claim("enforce 8 5001", bank, AMNA).lacking(BENEFICIARY).after(pledgedTokens(), claim("call 8", AMNA)),
                claim("force 8 3", COURT, bank)
                        .after(
                                pledgedTokens(),
                                claim("restrict 8 COURT DEBIT serials BILL 14-17", COURT),
                                claim(
                                        "order 8 FORFEIT under 8 4 BILL 6002 41001 until 9 over PLEDGE-8-1",
                                        COURT,
                                        bank)),
                claim("lift 8", REGULATOR).after(restrictedTokens()),
                claim("order 8 FORFEIT under 8 2 BILL 3001 41001 until 9", REGULATOR, bank)
                        .after(restrictedTokens()),
                claim("force 8 2", COURT, bank)
                        .after(
                                restrictedTokens(),
                                claim("order 8 FORFEIT under 8 2 BILL 3001 41001 until 9", REGULATOR, bank)),
                // Beside three that are named, the dealer can move as many as are left.
                Right.of(
                                new TransferTokens(
                                        BILL,
                                        new AccountId(3001),
                                        new AccountId(5001),
                                        7,
                                        List.of(new SerialRange(1, 3), new SerialRange(7, 4))),
                                DEALER)
                        .after(restrictedTokens()));
    }

    /** The first ten tokens are the dealer's, the next ten Bilal's. */
    private static Right restrictedTokens() {
        return claim("restrict 8 REGULATOR DEBIT serials BILL 4-6 12-14", REGULATOR);
    }

    /** Some of Bilal's. */
    private static Right pledgedTokens() {
        return claim("pledge 8 PLEDGE 3 BILL 6002 amna notice 0 serials 12-13 15-15", BILAL, CUSTODIAN)
                .lacking(CONTROLLER);
    }

    /** In the words of the rule tables. */
    static Right claim(String words, Long... signers) {
        return Right.of(ClaimWords.read(words.split(" ")), signers);
    }
}
