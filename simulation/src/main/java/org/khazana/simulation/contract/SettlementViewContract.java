package org.khazana.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.state.CashAttestation;
import org.khazana.ledger.state.CashWithdrawal;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Payment;
import org.khazana.ledger.state.RtgsKey;
import org.khazana.ledger.state.SettlementTables;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.transaction.TransactionId;

/** What every state of the ledger answers about settlements to come, and about money that comes and goes. */
public abstract class SettlementViewContract {
    private static final AssetCode RUPEES = new AssetCode("PKR");
    private static final PartyId SELLER = new PartyId(3);
    private static final PartyId BUYER = new PartyId(4);

    /** A new state after {@code changes}, applied in this order to an empty one. */
    protected abstract LedgerView after(List<Change> changes);

    @Test
    protected void openInstructionsAreFoundByEveryPartyAndByTheirCreatorUntilTheyExpire() {
        Instruction late = instruction(1, SELLER, 300);
        Instruction early = instruction(9, SELLER, 200);
        Instruction over = instruction(2, SELLER, 100);
        Instruction done = instruction(4, SELLER, 300);
        Instruction ofBuyer = instruction(5, BUYER, 300);

        LedgerView view = after(Stream.of(late, early, over, done, ofBuyer, done.with(Instruction.Status.SETTLED))
                .map(SettlementTables.INSTRUCTIONS::put)
                .toList());

        assertThat(view.openInstructions(SELLER, 100, 9)).containsExactly(9L, 1L, 5L);
        assertThat(view.openInstructions(SELLER, 100, 2)).containsExactly(9L, 1L);
        assertThat(view.openInstructions(BUYER, 99, 9)).containsExactly(2L, 9L, 1L, 5L);
        assertThat(view.openInstructionsOf(SELLER, 100, 9)).containsExactly(9L, 1L);
        assertThat(view.openInstructionsOf(BUYER, 100, 9)).containsExactly(5L);
        assertThat(view.openInstructions(new PartyId(5), 0, 9)).isEmpty();
    }

    private static Instruction instruction(long number, PartyId creator, long expiresAtMillis) {
        return new Instruction(
                number,
                creator,
                List.of(new Leg(new AccountId(7), new AccountId(8), RUPEES, 5)),
                -3,
                expiresAtMillis,
                number % 2 == 0,
                number % 3 == 0,
                "trade",
                Optional.of(Hash.of(new byte[Hash.BYTES])).filter(any -> number == 9),
                Optional.of(number).filter(each -> each == 9),
                parties(SELLER, BUYER),
                parties(BUYER),
                parties(SELLER),
                parties(SELLER, BUYER),
                Instruction.Status.OPEN,
                Optional.empty(),
                List.of(new Instruction.Part(new TransactionId(Hash.of(new byte[Hash.BYTES])), 77, List.of(number))));
    }

    private static SortedSet<PartyId> parties(PartyId... parties) {
        return new TreeSet<>(List.of(parties));
    }

    @Test
    protected void settlementsAndMoneyAreReadBackEqual() {
        Instruction first = instruction(9, SELLER, 200);
        Instruction second = instruction(10, BUYER, 200).with(Instruction.Status.CANCELLED);
        CashWithdrawal waiting = new CashWithdrawal(
                1, new AccountId(7), RUPEES, 5, true, CashWithdrawal.Status.WAITING, Optional.empty());
        CashWithdrawal paid = new CashWithdrawal(
                2, new AccountId(7), RUPEES, 6, false, CashWithdrawal.Status.PAID, Optional.of("W1"));
        CashAttestation attestation = new CashAttestation(RUPEES, 8, 20_000, BUYER, 99);
        Payment payment = new Payment(new RtgsKey(RUPEES, "W1"), new AccountId(7), -6);

        LedgerView view = after(List.of(
                SettlementTables.INSTRUCTIONS.put(first),
                SettlementTables.INSTRUCTIONS.put(second),
                SettlementTables.REVERSALS.put(new SettlementTables.Reversal(9, 10)),
                SettlementTables.CASH_WITHDRAWALS.put(waiting),
                SettlementTables.CASH_WITHDRAWALS.put(paid),
                SettlementTables.CASH_ATTESTATIONS.put(attestation),
                Tables.PAYMENTS.put(payment)));

        assertThat(view.instruction(9)).contains(first);
        assertThat(view.reversalOf(9)).contains(second);
        assertThat(view.reversalOf(10)).isEmpty();
        assertThat(view.cashWithdrawal(1)).contains(waiting);
        assertThat(view.cashWithdrawal(2)).contains(paid);
        assertThat(view.cashAttestation(RUPEES)).contains(attestation);
        assertThat(view.payment(payment.reference())).contains(payment);
    }
}
