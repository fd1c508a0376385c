package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.PARTIAL_REFUSED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.khazana.ledger.arithmetic.ProRata;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Availability;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.Instruction;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Restraints;

/**
 * Which instructions may settle in parts, and how much of one can settle now: so many tokens, and for them of each leg of money the
 * share up to there, less what was paid before. Decision 0023.
 */
public final class PartialSettlement {
    /** What a giver lacks, or cannot give at once; all else that can be wrong with a leg is no lack. */
    private static final Set<RefusalCode> LACKS = Set.of(
            RefusalCode.QUANTITY_INSUFFICIENT,
            RefusalCode.QUANTITY_NOT_AVAILABLE,
            RefusalCode.TOKENS_LOCKED,
            RefusalCode.LOTS_TOO_MANY);

    private PartialSettlement() {}

    /**
     * Whether legs that make sense can be divided: one of tokens, whichever they are; the others of money, with no account that both
     * pays and is paid in one currency, and at least one minor unit for each multiple of tokens, so that no part goes unpaid.
     */
    static void divisible(List<Leg> legs, LedgerView view, Findings findings) {
        List<Leg> deliveries =
                legs.stream().filter(leg -> terms(leg, view).isPresent()).toList();
        findings.demand(
                deliveries.size() == 1
                        && deliveries.getFirst().serials().isEmpty()
                        && eachGivesOrReceives(legs)
                        && legs.stream()
                                .filter(leg -> terms(leg, view).isEmpty())
                                .allMatch(leg -> isPaidAtEachStep(leg, deliveries.getFirst(), view)),
                PARTIAL_REFUSED);
    }

    private static Optional<InstrumentTerms> terms(Leg leg, LedgerView view) {
        return view.asset(leg.asset()).flatMap(Asset::instrument);
    }

    /** Otherwise more of a delivery could ask less of somebody, and there would be no telling how much can settle. */
    private static boolean eachGivesOrReceives(List<Leg> legs) {
        Set<PositionKey> giving = new TreeSet<>();
        legs.forEach(leg -> giving.add(new PositionKey(leg.from(), leg.asset())));
        return legs.stream().noneMatch(leg -> giving.contains(new PositionKey(leg.to(), leg.asset())));
    }

    /** Rounded sums differ by one where exact ones do. */
    private static boolean isPaidAtEachStep(Leg money, Leg delivery, LedgerView view) {
        long multiple = terms(delivery, view).orElseThrow().units().multiple();
        return money.quantity() >= Math.ceilDiv(delivery.quantity(), multiple);
    }

    /** Whether an instruction that allows it may settle in part where this speaks against the whole. */
    public static boolean isLack(Refusal refusal) {
        return refusal.leg().filter(leg -> LACKS.contains(leg.code())).isPresent();
    }

    /** Whether all who give can give what is left to give; what is set aside for this instruction is free for it. */
    public static boolean isCovered(Instruction instruction, Circumstances circumstances) {
        return covers(free(instruction, circumstances), instruction.rest());
    }

    private static boolean covers(SortedMap<PositionKey, Long> free, List<Leg> legs) {
        return LegLock.of(legs).stream().allMatch(own -> own.quantity() <= free.getOrDefault(own.position(), 0L));
    }

    /** What those who give can give for it. */
    private static SortedMap<PositionKey, Long> free(Instruction instruction, Circumstances circumstances) {
        LedgerView view = circumstances.view();
        Restraints restraints = new Restraints(view, circumstances.blockTimeMillis());
        SortedMap<PositionKey, Long> free = new TreeMap<>();
        for (LegLock own : LegLock.of(instruction.rest())) {
            PositionKey position = own.position();
            Availability all = restraints.of(position.account(), position.asset());
            long locked = view.encumbrance(instruction.lock(own.leg()))
                    .map(Encumbrance::quantity)
                    .orElse(0L);
            Availability forIt = new Availability(all.quantity(), all.encumbered() - locked, all.restrained());
            long wanted = Math.min(own.quantity(), forIt.available());
            Debit most = new Debit(position.account(), position.asset(), wanted, List.of());
            free.put(position, LotRules.most(most, all.setAside(), circumstances));
        }
        return free;
    }

    /**
     * Of each leg, how much settles in a part: for as many tokens as those who give have tokens and money for, as long as these and
     * those that are left can move by their number. Empty if that is none, or if too many parts have settled already. Expects an instruction
     * that may settle in parts and whose time is not over.
     */
    public static Optional<List<Long>> part(Instruction instruction, Circumstances circumstances) {
        List<Leg> legs = instruction.legs();
        LedgerView view = circumstances.view();
        int delivery = IntStream.range(0, legs.size())
                .filter(leg -> terms(legs.get(leg), view).isPresent())
                .findFirst()
                .orElseThrow();
        InstrumentTerms terms = terms(legs.get(delivery), view).orElseThrow();
        long minimum = terms.units().minimum();
        long multiple = terms.units().multiple();
        long left = instruction.unsettled().get(delivery);
        SortedMap<PositionKey, Long> free = free(instruction, circumstances);
        long few = 0;
        long many = instruction.parts().size() < Instruction.PARTS_MAX - 1 ? (left - minimum) / multiple : 0;
        while (few < many) {
            long middle = many - (many - few) / 2;
            if (covers(free, instruction.legsOf(shares(instruction, delivery, middle * multiple)))) {
                few = middle;
            } else {
                many = middle - 1;
            }
        }
        long tokens = Math.multiplyExact(few, multiple);
        return Optional.of(shares(instruction, delivery, tokens))
                .filter(part -> tokens >= minimum && isPaid(part, instruction.unsettled()));
    }

    /** Of each leg, what goes with the next so many tokens. */
    private static List<Long> shares(Instruction instruction, int delivery, long tokens) {
        List<Leg> legs = instruction.legs();
        List<Long> settled = instruction.settled();
        long all = legs.get(delivery).quantity();
        List<Long> shares = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            long upTo = ProRata.share(legs.get(i).quantity(), settled.get(delivery) + tokens, all);
            shares.add(upTo - settled.get(i));
        }
        return shares;
    }

    /** Always so, unless the terms of the instrument have changed since the instruction was created. */
    private static boolean isPaid(List<Long> part, List<Long> left) {
        return IntStream.range(0, part.size()).allMatch(leg -> part.get(leg) > 0 && part.get(leg) < left.get(leg));
    }
}
