package org.khazana.api.server;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.AssetRecount;
import org.khazana.ledger.state.CashAttestation;
import org.khazana.ledger.state.CashWithdrawal;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.SettlementTables;
import org.khazana.ledger.state.WorkDone;
import org.khazana.ledger.state.WorkTables;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.time.DueKind;
import org.khazana.ledger.transaction.TransactionId;

/** An instruction that Chen has affirmed and Amna's custodian has not, one that is over, money paid out and attested. */
final class FakeSettlements {
    private static final AccountId AMNA = new AccountId(5001);
    private static final AccountId CHEN = new AccountId(7001);

    private FakeSettlements() {}

    static List<Change> all() {
        return List.of(
                SettlementTables.INSTRUCTIONS.put(instruction(3, 4_000_000_000_000L, Optional.empty())),
                SettlementTables.INSTRUCTIONS.put(instruction(4, 1, Optional.of(3L))),
                SettlementTables.CASH_WITHDRAWALS.put(new CashWithdrawal(
                        12, AMNA, FakeGateway.PKR, 1_000, false, CashWithdrawal.Status.PAID, Optional.of("W1"))),
                SettlementTables.CASH_ATTESTATIONS.put(
                        new CashAttestation(FakeGateway.PKR, 125_000_050, 20_000, new PartyId(2), 1)),
                WorkTables.WORK_DONE.put(new WorkDone(DueKind.SETTLE_INSTRUCTIONS, 12)),
                WorkTables.RECOUNTS_OPEN.put(AssetRecount.beginning(FakeGateway.PKR, 40)
                        .passed(7, 5002)
                        .withMore(1_050)),
                WorkTables.RECOUNTS.put(
                        AssetRecount.beginning(FakeGateway.PKR, 20).mismatch()));
    }

    private static Instruction instruction(long number, long expiresAtMillis, Optional<Long> reverses) {
        SortedSet<PartyId> nobody = new TreeSet<>();
        return new Instruction(
                number,
                new PartyId(7),
                List.of(new Leg(CHEN, AMNA, FakeGateway.BILL, 10), new Leg(AMNA, CHEN, FakeGateway.PKR, 1_000)),
                20_000,
                expiresAtMillis,
                true,
                true,
                "trade 9",
                Optional.of(Hash.of(new byte[Hash.BYTES])),
                reverses,
                new TreeSet<>(List.of(new PartyId(4), new PartyId(5), new PartyId(7))),
                new TreeSet<>(List.of(new PartyId(7))),
                nobody,
                nobody,
                Instruction.Status.OPEN,
                Optional.of(new Instruction.Trial(20_001, Refusal.ofLeg(2, RefusalCode.QUANTITY_INSUFFICIENT))),
                List.of(new Instruction.Part(
                        new TransactionId(Hash.of(new byte[Hash.BYTES])), 1_700_000_000_000L, List.of(4L, 400L))));
    }
}
