package org.khazana.ledger.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.Index;
import org.khazana.ledger.table.TableReads;

/** What can be asked about settlements to come, and about money that comes and goes; part of {@link LedgerView}. */
public interface SettlementReads extends TableReads {

    default Optional<Instruction> instruction(long number) {
        return get(SettlementTables.INSTRUCTIONS, number);
    }

    /** Numbers of instructions that name a party and are open at that time, those that expire first first; at most {@code limit}. */
    default List<Long> openInstructions(PartyId party, long nowMillis, int limit) {
        return open(SettlementTables.OPEN_BY_PARTY, party, nowMillis, limit);
    }

    /** Those that the party itself has created. */
    default List<Long> openInstructionsOf(PartyId creator, long nowMillis, int limit) {
        return open(SettlementTables.OPEN_BY_CREATOR, creator, nowMillis, limit);
    }

    private List<Long> open(
            Index<OpenInstructionKey, Long, Instruction> index, PartyId party, long nowMillis, int limit) {
        List<Long> found = new ArrayList<>();
        scan(index.table(), OpenInstructionKey.first(party, nowMillis), (entry, number) -> {
            boolean isWanted = entry.party().equals(party) && found.size() < limit;
            if (isWanted) {
                found.add(number);
            }
            return isWanted;
        });
        return found;
    }

    /** The instruction that was the last to undo this one, whatever became of it. */
    default Optional<Instruction> reversalOf(long number) {
        return get(SettlementTables.REVERSALS, number).flatMap(reversal -> instruction(reversal.instruction()));
    }

    default Optional<CashWithdrawal> cashWithdrawal(long number) {
        return get(SettlementTables.CASH_WITHDRAWALS, number);
    }

    /** The newest of the currency. */
    default Optional<CashAttestation> cashAttestation(AssetCode currency) {
        return get(SettlementTables.CASH_ATTESTATIONS, currency);
    }

    /** How much of it there was when a business day ended last; empty before the first has. */
    default Optional<CashClose> cashClose(AssetCode currency) {
        return get(SettlementTables.CASH_CLOSES, currency);
    }

    /** The payment outside that has this reference. */
    default Optional<Payment> payment(RtgsKey reference) {
        return get(Tables.PAYMENTS, reference);
    }
}
