package org.khazana.node.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Draws what happens next from a seed. Who leads, and so who is hit when it hits the leader, is not in the seed. */
final class FaultPlan {
    private static final int PERCENT_AT_THE_LEADER = 50;
    private static final int PERCENT_TWO_AT_ONCE = 25;
    private static final int KINDS = 10;

    private final List<String> validators;
    private final Random random;

    FaultPlan(List<String> validators, long seed) {
        this.validators = List.copyOf(validators);
        this.random = new Random(seed);
    }

    /**
     * What happens next.
     *
     * @param faults begin together
     * @param lastMillis so long
     * @param calmMillis and then there is none for so long
     */
    record Step(List<Fault> faults, long lastMillis, long calmMillis) {
        @Override
        public String toString() {
            return faults + " for " + lastMillis + " ms, then " + calmMillis + " ms without";
        }
    }

    /** @param mayDamage whether nobody misses anything: who loses data must not be the second one to do so */
    Step next(Optional<String> leader, boolean mayDamage) {
        List<Fault> faults = new ArrayList<>(List.of(draw(leader, mayDamage)));
        if (random.nextInt(100) < PERCENT_TWO_AT_ONCE) {
            faults.add(drawOfNetwork(leader, random.nextInt(6)));
        }
        return new Step(List.copyOf(faults), 500 + random.nextInt(2_500), 300 + random.nextInt(1_500));
    }

    private Fault draw(Optional<String> leader, boolean mayDamage) {
        int kind = random.nextInt(KINDS);
        String victim = victim(leader);
        return switch (kind) {
            case 6, 7 -> new Fault.Killed(victim);
            case 8 -> new Fault.Frozen(victim);
            case 9 ->
                mayDamage
                        ? new Fault.Damaged(victim, oneOf(List.of(DataDamage.values())), random.nextLong())
                        : new Fault.Killed(victim);
            default -> drawOfNetwork(leader, kind);
        };
    }

    private Fault drawOfNetwork(Optional<String> leader, int kind) {
        String who = victim(leader);
        List<String> others = others(who);
        String other = oneOf(others);
        Weather nothing = random.nextBoolean() ? Weather.HELD : Weather.LOST;
        return switch (kind) {
            case 0 ->
                random.nextBoolean() ? new Fault.OneWay(who, other, nothing) : new Fault.OneWay(other, who, nothing);
            case 1 -> new Fault.Muffled(who, others, nothing);
            case 2 -> new Fault.Split(List.of(who), others, nothing);
            case 3 -> drawPattern(nothing);
            case 4 -> new Fault.Reset(who, others);
            case 5 ->
                new Fault.Everywhere(
                        random.nextBoolean()
                                ? Weather.slow(5 + random.nextInt(100))
                                : Weather.narrow(50_000 + random.nextInt(400_000)));
            default -> throw new IllegalArgumentException("no kind " + kind);
        };
    }

    /** Two halves; two halves that only one validator can reach; or a ring. */
    private Fault drawPattern(Weather nothing) {
        List<String> order = new ArrayList<>(validators);
        Collections.shuffle(order, random);
        int half = order.size() / 2;
        return switch (random.nextInt(3)) {
            case 0 -> new Fault.Split(order.subList(0, half), order.subList(half, order.size()), nothing);
            case 1 -> new Fault.Split(order.subList(0, half - 1), order.subList(half, order.size()), nothing);
            default -> new Fault.Ring(order, nothing);
        };
    }

    private List<String> others(String who) {
        return validators.stream().filter(validator -> !validator.equals(who)).toList();
    }

    private String victim(Optional<String> leader) {
        String any = oneOf(validators);
        boolean atTheLeader = random.nextInt(100) < PERCENT_AT_THE_LEADER;
        return atTheLeader ? leader.orElse(any) : any;
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
